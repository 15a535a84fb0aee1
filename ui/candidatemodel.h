#pragma once

#include "data/match.h"

#include <QAbstractListModel>

class Pictures;

/// The articles that an item may be about, best first.
class CandidateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NumberRole = Qt::UserRole, DescriptionRole, ExcerptRole, ScoreRole, ChosenRole, PictureRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const Match &match);
    /// Must outlive the model.
    void setPictures(const Pictures *pictures) { m_pictures = pictures; }
    void showPicture(const QUrl &url);
    const Candidate &candidateAt(int row) const { return m_match.candidates[row]; }
    /// The row of what was accepted, else the first; -1 without any.
    int chosen() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    bool isAccepted(const Candidate &candidate) const;
    QString spoken(const Candidate &candidate) const;

    Match m_match;
    const Pictures *m_pictures = nullptr;
};
