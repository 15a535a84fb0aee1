#include "stagedmodel.h"

#include "editsession.h"
#include "editwording.h"
#include "rownames.h"
#include "tablecell.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;

StagedModel::StagedModel(EditSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(&session.names(), &RowNames::known, this, [this] {
        if (!m_staged.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole});
    });
}

void StagedModel::setStaged(const QList<staging::Staged> &staged)
{
    beginResetModel();
    m_staged = staged;
    endResetModel();
}

int StagedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_staged.size());
}

int StagedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StagedModel::textOf(const Change &change, Column column) const
{
    switch (column) {
    case What:
        return editwording::kind(change.kind);
    case Where:
        return change.kind == Kind::Set
            ? u"%1: %2 · %3"_s.arg(tablecell::title(change.table),
                                   editwording::row(change.table, change.row, m_session.names()),
                                   tablecell::title(change.column))
            : u"%1: %2"_s.arg(tablecell::title(change.table),
                              editwording::row(change.table, change.row, m_session.names()));
    case Before:
        return change.kind == Kind::Remove
            ? editwording::values(change.table, change.values, m_session.names())
            : editwording::value(change.table, change.column, change.before, m_session.names());
    case After:
        return change.kind == Kind::Insert
            ? editwording::values(change.table, change.values, m_session.names())
            : editwording::value(change.table, change.column, change.after, m_session.names());
    case Sql:
        return editing::sql(change);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant StagedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return textOf(m_staged[index.row()].change, Column(index.column()));
}

QVariant StagedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What:
        return tr("Change");
    case Where:
        return tr("Where");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case Sql:
        return tr("SQL");
    case ColumnCount:
        break;
    }
    return {};
}
