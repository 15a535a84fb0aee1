#include "queriesmodel.h"

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestLine = 200;
constexpr qsizetype LongestTip = 1000;

}

void QueriesModel::show(const QList<Query> &queries)
{
    beginResetModel();
    m_queries = queries;
    endResetModel();
}

const QueriesModel::Query *QueriesModel::at(int row) const
{
    return row >= 0 && row < m_queries.size() ? &m_queries.at(row) : nullptr;
}

int QueriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_queries.size());
}

QVariant QueriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[title, text] = m_queries[index.row()];
    if (role == Qt::DisplayRole)
        return title.isEmpty() ? text.left(LongestLine).simplified() : title;
    if (role == Qt::ToolTipRole)
        return text.left(LongestTip);
    return {};
}
