#include "edithistorymodel.h"

#include "editsession.h"
#include "editwording.h"
#include "rownames.h"
#include "tablecell.h"

#include <QLocale>

using namespace Qt::Literals;
using edithistory::Entry;
using editing::Kind;

EditHistoryModel::EditHistoryModel(EditSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(&session.names(), &RowNames::known, this, [this] {
        if (!m_entries.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole});
    });
}

QString EditHistoryModel::shown(const Entry &entry, const records::Cell &cell) const
{
    if (entry.kind == Kind::Set)
        return editwording::value(entry.table, entry.column, cell, m_session.names());
    return cell ? editwording::values(entry.table, records::values(*cell), m_session.names()) : QString();
}

void EditHistoryModel::setEntries(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int EditHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int EditHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EditHistoryModel::textOf(const Entry &entry, Column column) const
{
    switch (column) {
    case At:
        return QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
    case Who:
        return entry.who;
    case What:
        return entry.kind == Kind::Set ? tablecell::title(entry.column)
                                       : u"%1: %2"_s.arg(tablecell::title(entry.table), editwording::kind(entry.kind));
    case Before:
        return shown(entry, entry.before);
    case After:
        return shown(entry, entry.after);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EditHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return textOf(m_entries[index.row()], Column(index.column()));
}

QVariant EditHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case At:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case ColumnCount:
        break;
    }
    return {};
}
