#include "store/tablefields.h"

#include "store/model.h"

using namespace Qt::Literals;
using table::Field;
using table::Form;

namespace {

/// By what a person knows a row of this table; empty where there is nothing of the kind.
QString labelOf(const QString &table)
{
    const model::Table *known = model::own().table(table);
    return known ? known->label : QString();
}

Field own(const table::Column &column)
{
    return {.name = column.name, .header = column.name, .type = column.type, .isNullable = column.nullable};
}

/// What a reference is called: "director" for director_id, unless another column is called that.
QString headerOf(const table::Column &column, const table::Info &info)
{
    const QString thing = column.name.endsWith("_id"_L1) ? column.name.chopped(3) : column.name;
    return std::ranges::contains(info.columns, thing, &table::Column::name) ? column.name : thing;
}

void refer(Field &field, const table::ForeignKey &key, const QString &header)
{
    const QString label = labelOf(key.table);
    if (label.isEmpty())
        return;
    field.kind = Field::Kind::Reference;
    field.isNullable = true;
    field.table = key.table;
    field.key = key.referenced;
    field.label = label;
    field.header = header;
}

/// Whether a person can change what rows of the table say: then it is not about where a value was read.
bool isForPeople(const model::Table &table)
{
    return table.isShown && !table.label.isEmpty()
        && std::ranges::contains(table.columns, model::Editor::Person, &model::Column::editedBy);
}

/// The two columns by which a table joins two others.
QList<const model::Column *> ends(const model::Table &between)
{
    QList<const model::Column *> ends;
    if (!between.label.isEmpty() || !between.isShown)
        return ends;
    for (const model::Column &column : between.columns) {
        const model::Table *other = column.references ? model::own().table(column.references->table) : nullptr;
        if (other && isForPeople(*other))
            ends.append(&column);
    }
    return ends.size() == 2 ? ends : QList<const model::Column *>();
}

/// What the other rows are called: "genres", but "cast" of the actors.
QString headerOf(const QString &between, const QString &other)
{
    return between.endsWith(other) ? other : between;
}

/// The columns in which a row is known, where the database itself says none.
QStringList keyOf(const Connection &connection, const table::Info &info)
{
    if (!info.primaryKey.isEmpty() || connection.engine() == Connection::Engine::PostgreSQL)
        return info.primaryKey;
    return info.isView ? QStringList() : QStringList{u"rowid"_s};
}

}

const Field *Form::field(const QString &name) const
{
    const auto found = std::ranges::find_if(fields, [&](const Field &one) { return one.name == name; });
    if (found != fields.end())
        return &*found;
    const auto byHeader = std::ranges::find(fields, name, &Field::header);
    return byHeader == fields.end() ? nullptr : &*byHeader;
}

QList<Field> table::relations(const QString &table)
{
    QList<Field> fields;
    for (const model::Table &between : model::own().tables) {
        const auto both = ends(between);
        if (both.isEmpty())
            continue;
        const auto &own = both[0]->references;
        const auto &other = both[1]->references;
        if (!own || !other || own->table != table)
            continue;
        fields.append({.name = between.name,
                       .header = headerOf(between.name, other->table),
                       .kind = Field::Kind::Relation,
                       .table = other->table,
                       .key = other->column,
                       .label = labelOf(other->table),
                       .from = both[0]->name,
                       .to = both[1]->name});
    }
    return fields;
}

Result<Form> table::form(Connection &connection, const QString &name)
{
    const auto info = table::info(connection, name);
    if (!info)
        return std::unexpected(info.error());
    Form form{.table = name, .key = keyOf(connection, *info)};
    for (const Column &column : info->columns) {
        Field field = own(column);
        const auto key = std::ranges::find(info->foreignKeys, column.name, &ForeignKey::column);
        if (key != info->foreignKeys.end())
            refer(field, *key, headerOf(column, *info));
        form.fields.append(field);
    }
    // A film's genres and people tell more than most of its columns: they stand next to its name.
    const auto label = std::ranges::find(form.fields, labelOf(name), &Field::name);
    qsizetype place = label == form.fields.end() ? form.fields.size() : label - form.fields.begin() + 1;
    for (const Field &relation : relations(name))
        form.fields.insert(place++, relation);
    return form;
}
