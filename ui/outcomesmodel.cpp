#include "outcomesmodel.h"

#include "consolewording.h"

void OutcomesModel::show(const console::Answer &answer)
{
    beginResetModel();
    m_answer = answer;
    endResetModel();
}

int OutcomesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_answer.outcomes.size());
}

int OutcomesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutcomesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const console::Outcome &outcome = m_answer.outcomes[index.row()];
    if (role == Qt::ToolTipRole && index.column() == Text)
        return outcome.statement.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Text:
        return outcome.statement.text.simplified();
    case Came:
        return consolewording::came(outcome, m_answer.way);
    case Took:
        return consolewording::duration(outcome.took);
    default:
        return {};
    }
}

QVariant OutcomesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Text:
        return tr("Statement");
    case Came:
        return tr("What came of it");
    case Took:
        return tr("Took");
    default:
        return {};
    }
}
