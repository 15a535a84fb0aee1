#include "evidencemodel.h"

#include "evidencewording.h"
#include "icons.h"
#include "reviewwording.h"

#include <QFont>

namespace {

QFont bold()
{
    QFont font;
    font.setBold(true);
    return font;
}

}

void EvidenceModel::setReasons(QList<score::Reason> reasons)
{
    beginResetModel();
    m_reasons = std::move(reasons);
    endResetModel();
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_reasons.size());
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const score::Reason &reason = m_reasons[index.row()];
    const auto column = Column(index.column());
    const auto strength = evidencewording::strength(reason);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(reason, column);
    case Qt::EditRole:
        return column == Agreement ? QVariant(reason.agreement) : QVariant(textOf(reason, column));
    case Qt::DecorationRole:
        return column == Name ? QVariant(icons::named(evidencewording::icon(strength))) : QVariant();
    case Qt::FontRole:
        return column == Finding && strength == evidencewording::Strength::Differs ? QVariant(bold()) : QVariant();
    default:
        return {};
    }
}

QString EvidenceModel::textOf(const score::Reason &reason, Column column) const
{
    switch (column) {
    case Name:
        return evidencewording::name(reason.signal);
    case Agreement:
        return reviewwording::percent(double(reason.agreement));
    case Weight:
        return evidencewording::weight(reason);
    case Finding:
        return evidencewording::finding(reason);
    case Ours:
        return evidencewording::value(reason.signal, reason.ours);
    case Theirs:
        return evidencewording::value(reason.signal, reason.theirs);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Name:
        return tr("Signal");
    case Agreement:
        return tr("Agreement");
    case Weight:
        return tr("Weight");
    case Finding:
        return tr("In words");
    case Ours:
        return tr("Gallery");
    case Theirs:
        return tr("Candidate");
    case ColumnCount:
        break;
    }
    return {};
}
