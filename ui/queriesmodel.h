#pragma once

#include <QAbstractListModel>

/// Statements to be used again, each by a title.
class QueriesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Query
    {
        QString title; ///< empty: known by its own words
        QString text;

        bool operator==(const Query &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const QList<Query> &queries);
    const Query *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<Query> m_queries;
};
