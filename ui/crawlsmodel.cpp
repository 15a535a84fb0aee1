#include "crawlsmodel.h"

#include "icons.h"
#include "wording.h"

void CrawlsModel::setCrawls(QList<Crawl> crawls)
{
    beginResetModel();
    m_crawls = std::move(crawls);
    endResetModel();
}

int CrawlsModel::rowOf(CrawlId crawl) const
{
    const auto found = std::ranges::find(m_crawls, crawl, &Crawl::id);
    return found == m_crawls.end() ? -1 : int(found - m_crawls.begin());
}

void CrawlsModel::advance(CrawlId crawl, CrawlState state, int listed)
{
    const int row = rowOf(crawl);
    if (row < 0)
        return;
    m_crawls[row].state = state;
    m_crawls[row].listed = std::max(m_crawls[row].listed, listed);
    m_crawls[row].endedAt.reset();
    m_crawls[row].error.clear();
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int CrawlsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_crawls.size());
}

int CrawlsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CrawlsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Crawl &crawl = m_crawls[index.row()];
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(crawl, column);
    if (role == Qt::DecorationRole && column == State)
        return icons::named(wording::stateIcon(crawl.state));
    if (role == Qt::TextAlignmentRole && column == Titles)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QString CrawlsModel::textOf(const Crawl &crawl, Column column) const
{
    switch (column) {
    case Name:
        return crawl.onlyList ? tr("%1, only listed").arg(crawl.gallery.name) : crawl.gallery.name;
    case State:
        return wording::state(crawl.state);
    case Titles:
        return crawl.total && *crawl.total > crawl.listed ? wording::share(crawl.listed, crawl.total)
                                                          : wording::number(crawl.listed);
    case Started:
        return wording::moment(crawl.startedAt);
    case Ended:
        return crawl.endedAt ? wording::moment(*crawl.endedAt) : QString();
    case Problem:
        return crawl.error;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant CrawlsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Name:
        return tr("Gallery");
    case State:
        return tr("State");
    case Titles:
        return tr("Titles");
    case Started:
        return tr("Started");
    case Ended:
        return tr("Ended");
    case Problem:
        return tr("Problem");
    case ColumnCount:
        break;
    }
    return {};
}
