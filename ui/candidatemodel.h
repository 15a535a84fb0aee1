#pragma once

#include "data/match.h"

#include <QAbstractListModel>

/// The articles that an item may be about, best first.
class CandidateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NumberRole = Qt::UserRole, DescriptionRole, ExcerptRole, ScoreRole, ChosenRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const Match &match);
    const Candidate &candidateAt(int row) const { return m_match.candidates[row]; }
    /// The row of what was accepted, else the first; -1 without any.
    int chosen() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    bool isAccepted(const Candidate &candidate) const;
    QString spoken(const Candidate &candidate) const;

    Match m_match;
};
