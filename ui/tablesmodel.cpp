#include "tablesmodel.h"

#include "tablecell.h"
#include "wording.h"

#include <QFont>
#include <QLocale>

using namespace Qt::Literals;

namespace {

/// No more of an estimate than it is good for.
QString about(qint64 rows)
{
    if (rows >= 1'000'000)
        return TablesModel::tr("≈ %1 M").arg(QLocale().toString(double(rows) / 1e6, 'f', 1));
    return rows >= 10'000 ? TablesModel::tr("≈ %1 k").arg(wording::number((rows + 500) / 1000))
                          : TablesModel::tr("≈ %1").arg(wording::number(rows));
}

QString counted(const seek::Size &size)
{
    return size.isExact ? wording::number(size.rows) : about(size.rows);
}

}

void TablesModel::setTables(const QStringList &names, const QHash<QString, seek::Size> &sizes)
{
    QStringList tables = names;
    if (tables.size() > MovieTables)
        tables.insert(MovieTables, QString());
    m_sizes = sizes;
    if (tables == m_tables) {
        if (!tables.isEmpty())
            emit dataChanged(index(0, Count), index(rowCount() - 1, Count));
        return;
    }
    beginResetModel();
    m_tables = tables;
    endResetModel();
}

int TablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tables.size());
}

int TablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString table = tableAt(index.row());
    const bool isName = index.column() == Name;
    if (role == Qt::DisplayRole) {
        if (table.isEmpty())
            return isName ? tr("Program") : QString();
        return isName ? tablecell::title(table) : counted(m_sizes.value(table));
    }
    if (role == Qt::TextAlignmentRole)
        return int((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && isName && !table.isEmpty())
        return tr("%1, %2 rows").arg(tablecell::title(table), counted(m_sizes.value(table)));
    if (role == Qt::FontRole && table.isEmpty()) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

Qt::ItemFlags TablesModel::flags(const QModelIndex &index) const
{
    return index.isValid() && isHeading(index.row()) ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}
