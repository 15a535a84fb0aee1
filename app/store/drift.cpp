#include "store/drift.h"

#include "store/modelsql.h"
#include "store/searchsql.h"
#include "store/table.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using drift::Difference;
using Kind = drift::Difference::Kind;

namespace {

/// What a database has of one table.
struct Found
{
    table::Info info;
    QList<table::Index> indexes;
    QList<table::Trigger> triggers;
    QString search; ///< SQL of the index of its words
};

Result<Found> find(Connection &connection, const QString &name)
{
    auto info = table::info(connection, name);
    if (!info)
        return std::unexpected(info.error());
    auto indexes = table::indexes(connection, name);
    if (!indexes)
        return std::unexpected(indexes.error());
    auto search = table::searchIndex(connection, name);
    if (!search)
        return std::unexpected(search.error());
    return table::triggers(connection, name).transform([&](const QList<table::Trigger> &triggers) {
        return Found{.info = *std::move(info),
                     .indexes = *std::move(indexes),
                     .triggers = triggers,
                     .search = *std::move(search)};
    });
}

/// SQL of a default or a condition, however the engine writes it: 'open'::text, (NOT gone).
QString plain(QString sql)
{
    static const QRegularExpression cast(u"::[a-z ]+(?=\\)*$)"_s);
    sql.remove(cast);
    while (sql.startsWith(u'(') && sql.endsWith(u')'))
        sql = sql.sliced(1).chopped(1);
    static const QStringList words{u"true"_s, u"false"_s, u"null"_s, u"current_timestamp"_s};
    return words.contains(sql.toLower()) ? sql.toUpper() : sql.simplified();
}

/// SQL of an index of words, however the engine writes it: "USING gin (search_words(title || ' '::text))".
QString plainSearch(const QString &sql)
{
    static const QRegularExpression noise(u"::[a-z]+|[\\s()]+|\\A.*?(?=\\busing\\b)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    return sql.toLower().remove(noise);
}

/// Compares one table with what a database has of it.
class Comparison
{
public:
    Comparison(const model::Table &table, const Found &found, Connection::Engine engine)
        : m_table(table)
        , m_found(found)
        , m_engine(engine)
    {
    }

    QList<Difference> differences()
    {
        compareColumns();
        comparePrimaryKey();
        compareForeignKeys();
        compareUnique();
        compareIndexes();
        compareChecks();
        compareTriggers();
        compareSearch();
        return m_differences;
    }

private:
    void compareColumns();
    void compareColumn(const model::Column &column, const table::Column &found);
    void comparePrimaryKey();
    void compareForeignKeys();
    void compareUnique();
    void compareIndexes();
    void compareChecks();
    void compareTriggers();
    void compareTrigger(const table::Trigger &found);
    void compareSearch();

    void note(Kind kind, const QString &where, const QString &what)
    {
        m_differences.append({.kind = kind, .where = where, .what = what});
    }
    void compareText(const QString &where, const QString &of, const QString &found, const QString &expected)
    {
        const auto shown = [](const QString &text) { return text.isEmpty() ? u"none"_s : text; };
        if (found != expected)
            note(Kind::Changed, where, u"%1 is %2, %3 in the model"_s.arg(of, shown(found), shown(expected)));
    }
    QString at(const QString &column) const { return m_table.name + u'.' + column; }
    QString at(const QString &kind, const QString &name) const { return u"%1 (%2 %3)"_s.arg(m_table.name, kind, name); }

    const model::Table &m_table;
    const Found &m_found;
    Connection::Engine m_engine;
    QList<Difference> m_differences;
};

void Comparison::compareColumn(const model::Column &column, const table::Column &found)
{
    const QString where = at(column.name);
    compareText(where, u"type"_s, found.type, modelsql::type(column, m_engine));
    compareText(where, u"default"_s, plain(found.defaultValue), plain(column.defaultValue));
    if (found.nullable != column.isNullable)
        note(Kind::Changed, where,
             found.nullable ? u"may be NULL, not in the model"_s : u"may not be NULL, may in the model"_s);
    if ((column.type == model::Type::Serial || column.type == model::Type::Identity) && !found.counts)
        note(Kind::Changed, where, u"a new row gets no number by itself, it does in the model"_s);
}

void Comparison::compareColumns()
{
    QStringList expected;
    QStringList present;
    for (const model::Column &column : m_table.columns) {
        const auto found = std::ranges::find(m_found.info.columns, column.name, &table::Column::name);
        if (found == m_found.info.columns.end()) {
            note(Kind::Missing, at(column.name), u"the column is missing"_s);
            continue;
        }
        compareColumn(column, *found);
        expected.append(column.name);
    }
    for (const table::Column &column : m_found.info.columns) {
        if (m_table.column(column.name))
            present.append(column.name);
        else
            note(Kind::Unknown, at(column.name), u"the column is not in the model"_s);
    }
    compareText(m_table.name, u"order of columns"_s, present.join(u", "), expected.join(u", "));
}

void Comparison::comparePrimaryKey()
{
    const QString where = at(u"constraint"_s, modelsql::primaryKeyName(m_table));
    if (m_found.info.primaryKey != m_table.primaryKey)
        note(Kind::Changed, where,
             u"the key is (%1), (%2) in the model"_s.arg(m_found.info.primaryKey.join(u", "),
                                                         m_table.primaryKey.join(u", ")));
    else if (!m_found.info.constraints.contains(modelsql::primaryKeyName(m_table)))
        note(Kind::Changed, where, u"the key has another name, or none"_s);
}

void Comparison::compareForeignKeys()
{
    for (const model::Column &column : m_table.columns) {
        if (!column.references)
            continue;
        const QString name = modelsql::foreignKeyName(m_table, column);
        const QString where = at(u"constraint"_s, name);
        const auto found = std::ranges::find(m_found.info.foreignKeys, column.name, &table::ForeignKey::column);
        if (found == m_found.info.foreignKeys.end()) {
            note(Kind::Missing, where, u"the reference is missing"_s);
            continue;
        }
        compareText(where, u"name"_s, found->constraint, name);
        compareText(where, u"reference"_s, found->table + u'.' + found->referenced,
                    column.references->table + u'.' + column.references->column);
        compareText(where, u"action"_s, found->action, QString());
    }
    for (const table::ForeignKey &key : m_found.info.foreignKeys) {
        const model::Column *column = m_table.column(key.column);
        if (!column || !column->references)
            note(Kind::Unknown, at(key.column), u"it refers to %1, not in the model"_s.arg(key.table));
    }
}

void Comparison::compareUnique()
{
    for (const QStringList &columns : m_table.unique) {
        const QString where = at(u"constraint"_s, modelsql::uniqueName(m_table, columns));
        const auto found = std::ranges::find_if(
            m_found.indexes, [&](const table::Index &index) { return index.isConstraint && index.columns == columns; });
        if (found == m_found.indexes.end())
            note(Kind::Missing, where, u"nothing keeps (%1) unique"_s.arg(columns.join(u", ")));
        else
            compareText(where, u"name"_s, found->name, modelsql::uniqueName(m_table, columns));
    }
}

void Comparison::compareIndexes()
{
    for (const model::Index &index : m_table.indexes) {
        const QString where = at(u"index"_s, index.name);
        const auto found = std::ranges::find(m_found.indexes, index.name, &table::Index::name);
        if (found == m_found.indexes.end()) {
            note(Kind::Missing, where, u"the index is missing"_s);
            continue;
        }
        compareText(where, u"columns"_s, found->columns.join(u", "), index.columns.join(u", "));
        compareText(where, u"condition"_s, plain(found->where), plain(index.where));
        if (found->isUnique != index.isUnique)
            note(Kind::Changed, where,
                 found->isUnique ? u"is unique, is not unique in the model"_s
                                 : u"is not unique, is unique in the model"_s);
    }
    for (const table::Index &index : m_found.indexes) {
        const bool isKnown = index.isConstraint
            ? m_table.unique.contains(index.columns)
            : std::ranges::contains(m_table.indexes, index.name, &model::Index::name);
        if (!isKnown)
            note(Kind::Unknown, at(u"index"_s, index.name), u"the index is not in the model"_s);
    }
}

/// The model has none.
void Comparison::compareChecks()
{
    for (const QString &check : m_found.info.checks)
        note(Kind::Unknown, at(u"check"_s, plain(check)), u"the condition is not in the model"_s);
}

void Comparison::compareTriggers()
{
    const QStringList expected = modelsql::triggerNames(m_table, m_engine);
    for (const QString &name : expected) {
        const auto found = std::ranges::find(m_found.triggers, name, &table::Trigger::name);
        if (found == m_found.triggers.end())
            note(Kind::Missing, at(u"trigger"_s, name), u"the trigger is missing"_s);
        else
            compareTrigger(*found);
    }
    for (const table::Trigger &trigger : m_found.triggers) {
        if (!expected.contains(trigger.name))
            note(Kind::Unknown, at(u"trigger"_s, trigger.name), u"the trigger is not in the model"_s);
    }
}

/// What those do that a migration wrote by hand, the model does not say.
void Comparison::compareTrigger(const table::Trigger &found)
{
    const QString where = at(u"trigger"_s, found.name);
    QStringList generated = searchsql::createTriggers(m_table, m_engine);
    generated.append(modelsql::createTrigger(m_table, m_engine));
    for (const QString &sql : std::as_const(generated)) {
        const QString made = sql.simplified();
        if (made.section(u' ', 2, 2) == found.name && found.sql.simplified() != made)
            note(Kind::Changed, where, u"it does something else than in the model"_s);
    }
    if (found.isOff)
        note(Kind::Changed, where, u"the trigger is switched off"_s);
}

void Comparison::compareSearch()
{
    const QString where = at(u"index"_s, searchsql::name(m_table.name));
    QString made = m_table.search.isEmpty() ? QString() : searchsql::createIndex(m_table, m_engine);
    if (!made.isEmpty() && m_engine == Connection::Engine::PostgreSQL)
        made += searchsql::createFunction().section(u"$$"_s, 1, 1);
    if (m_found.search.isEmpty() && !made.isEmpty())
        note(Kind::Missing, where, u"the index of its words is missing"_s);
    else if (made.isEmpty() && !m_found.search.isEmpty())
        note(Kind::Unknown, where, u"the index of its words is not in the model"_s);
    else if (plainSearch(m_found.search) != plainSearch(made))
        note(Kind::Changed, where, u"it keeps other words than in the model"_s);
}

}

Result<QList<Difference>> drift::between(Connection &connection, const model::Model &model)
{
    const auto present = table::all(connection);
    if (!present)
        return std::unexpected(present.error());
    QList<Difference> differences;
    for (const model::Table &table : model.tables) {
        if (!present->contains(table.name)) {
            differences.append({.kind = Kind::Missing, .where = table.name, .what = u"the table is missing"_s});
            continue;
        }
        const auto found = find(connection, table.name);
        if (!found)
            return std::unexpected(found.error());
        differences += Comparison(table, *found, connection.engine()).differences();
    }
    for (const QString &name : *present) {
        if (!model.table(name))
            differences.append({.kind = Kind::Unknown, .where = name, .what = u"the table is not in the model"_s});
    }
    return differences;
}

QStringList drift::lines(const QList<Difference> &differences)
{
    QStringList lines;
    for (const Difference &difference : differences)
        lines.append(difference.where + u": "_s + difference.what);
    return lines;
}
