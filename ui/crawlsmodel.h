#pragma once

#include "data/crawl.h"

#include <QAbstractTableModel>

/// The crawls so far, newest first.
class CrawlsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Titles, Started, Ended, Problem, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCrawls(QList<Crawl> crawls);
    const Crawl &crawlAt(int row) const { return m_crawls[row]; }
    int rowOf(CrawlId crawl) const; ///< -1 if it is not here
    /// A crawl that runs is further than its row says.
    void advance(CrawlId crawl, CrawlState state, int listed);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const Crawl &crawl, Column column) const;

    QList<Crawl> m_crawls;
};
