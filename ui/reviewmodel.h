#pragma once

#include "data/match.h"

#include <QAbstractListModel>
#include <QHash>

/// The queue of what is to be reviewed. What a person decided stays in its row, so that no place is lost.
class ReviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { FactsRole = Qt::UserRole, VerdictRole, VerdictNameRole };
    enum class More { Yes, No };

    using QAbstractListModel::QAbstractListModel;

    void setMatches(QList<Match> matches, More more);
    /// Brings known items up to date and appends the others; nothing moves, nothing goes.
    void merge(const QList<Match> &matches, More more);
    void setMatch(const Match &match);
    /// Brings one up to date, or appends it, whatever the filter says.
    void add(const Match &match) { merge({match}, m_more); }

    static bool isSame(const Match &a, const Match &b);
    const Match &matchAt(int row) const { return m_matches[row]; }
    int rowOf(ItemId item) const { return m_rows.value(item, -1); } ///< -1 if it is not here
    /// The next row behind `row`, and then from the first on, that has one of these verdicts; -1 if none has.
    int next(int row, const QList<Verdict> &verdicts) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted();

private:
    void append(const QList<Match> &matches);

    QList<Match> m_matches;
    QHash<ItemId, int> m_rows;
    More m_more = More::No;
};
