#include "editwording.h"

#include "rownames.h"
#include "store/typed.h"
#include "tablecell.h"
#include "wording.h"

#include <QCoreApplication>

using namespace Qt::Literals;
using editing::Kind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("editwording", text);
}

}

QString editwording::kind(Kind kind)
{
    switch (kind) {
    case Kind::Set:
        return tr("Change");
    case Kind::Insert:
        return tr("New row");
    case Kind::Remove:
        return tr("Remove");
    }
    return {};
}

QString editwording::row(const QString &table, const QString &key, RowNames &names)
{
    QString name = names.of(table, key);
    if (!typed::isNew(key))
        return name;
    return name.isEmpty() ? tr("(new)") : tr("%1 (new)").arg(name);
}

QString editwording::value(const QString &table, const QString &column, const records::Cell &value, RowNames &names)
{
    const model::Table *known = model::own().table(table);
    const model::Column *to = known ? known->column(column) : nullptr;
    if (!value)
        return column.isEmpty() ? QString() : u"–"_s;
    if (value->isEmpty())
        return tr("(empty)");
    if (to && to->references)
        return row(to->references->table, *value, names);
    return to ? typed::shown(*to, value) : *value;
}

QString editwording::values(const QString &table, const records::Values &values, RowNames &names)
{
    QStringList parts;
    const model::Table *known = model::own().table(table);
    for (const model::Column &column : known ? known->columns : QList<model::Column>()) {
        const auto cell = values.value(column.name);
        if (cell && !cell->isEmpty() && column.editedBy == model::Editor::Person)
            parts.append(value(table, column.name, cell, names));
    }
    return parts.join(u" · ");
}

QString editwording::fault(const pasting::Fault &fault)
{
    return tr("Line %1, %2: %3").arg(wording::number(fault.line + 1), tablecell::title(fault.column), fault.sentence);
}

QStringList editwording::leftOut(qint64 cells, qint64 newRows)
{
    QStringList parts;
    if (cells)
        parts.append(wording::counted(cells, tr("1 cell cannot be meant and is left out"),
                                      tr("%1 cells cannot be meant and are left out")));
    if (newRows)
        parts.append(wording::counted(newRows, tr("1 new row is not made because of that"),
                                      tr("%1 new rows are not made because of that")));
    return parts;
}
