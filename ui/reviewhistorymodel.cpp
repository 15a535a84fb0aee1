#include "reviewhistorymodel.h"

#include "icons.h"
#include "reviewwording.h"
#include "wording.h"

#include <algorithm>

using namespace Qt::Literals;

void ReviewHistoryModel::setHistory(const QList<Decision> &oldestFirst, const QSet<DecisionId> &takenBack)
{
    beginResetModel();
    m_decisions = oldestFirst;
    std::ranges::reverse(m_decisions);
    m_takenBack = takenBack;
    endResetModel();
}

int ReviewHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_decisions.size());
}

int ReviewHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReviewHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(index.row(), Column(index.column()));
    if (role == Qt::DecorationRole && index.column() == Decided) {
        const Decision &decision = m_decisions[index.row()];
        return icons::named(decision.undoes ? u"edit-undo"_s : reviewwording::icon(decision.verdict));
    }
    return {};
}

QString ReviewHistoryModel::textOf(int row, Column column) const
{
    const Decision &decision = m_decisions[row];
    switch (column) {
    case At:
        return wording::moment(decision.at);
    case Who:
        return decision.judge == Judge::Machine ? tr("Machine") : decision.who;
    case From:
        return row + 1 < rowCount() ? reviewwording::outcome(m_decisions[row + 1]) : QString();
    case Decided:
        return what(row);
    case Reason:
        return reviewwording::reason(decision.reason);
    case ColumnCount:
        break;
    }
    return {};
}

QString ReviewHistoryModel::what(int row) const
{
    const Decision &decision = m_decisions[row];
    const QString outcome = reviewwording::outcome(decision);
    const QString text = decision.undoes ? tr("Taken back; now: %1").arg(outcome) : outcome;
    return isTakenBack(row) ? tr("%1 (taken back)").arg(text) : text;
}

QVariant ReviewHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case At:
        return tr("When");
    case Who:
        return tr("Who");
    case From:
        return tr("From");
    case Decided:
        return tr("To");
    case Reason:
        return tr("Why");
    case ColumnCount:
        break;
    }
    return {};
}
