#include "store/evolution.h"

#include "store/modelsql.h"
#include "store/searchsql.h"

using namespace Qt::Literals;
using evolution::Renames;
using model::Column;
using model::Index;
using model::Model;
using model::Table;
using Engine = Connection::Engine;

namespace {

/// A table as it was, in the words of now: with what has a new name under that.
struct Former
{
    QString name; ///< before
    Table table;
    QMap<QString, QString> columns; ///< now → before
    bool refersToRenamed = false; ///< a table or key that has another name now

    bool has(const QString &column) const { return columns.contains(column); }
};

QStringList inWordsOfNow(const Renames &renames, const QString &table, const QStringList &columns)
{
    QStringList now;
    for (const QString &column : columns)
        now.append(renames.value(table + u'.' + column, column));
    return now;
}

Former former(const Table &before, const Renames &renames)
{
    Former former{.name = before.name, .table = before};
    Table &table = former.table;
    table.name = renames.value(before.name, before.name);
    for (Column &column : table.columns) {
        const QString name = renames.value(before.name + u'.' + column.name, column.name);
        former.columns.insert(name, column.name);
        column.name = name;
        if (auto &to = column.references) {
            const model::Reference now{.table = renames.value(to->table, to->table),
                                       .column = renames.value(to->table + u'.' + to->column, to->column)};
            former.refersToRenamed = former.refersToRenamed || *to != now;
            to = now;
        }
    }
    table.primaryKey = inWordsOfNow(renames, before.name, before.primaryKey);
    table.search = inWordsOfNow(renames, before.name, before.search);
    for (QStringList &columns : table.unique)
        columns = inWordsOfNow(renames, before.name, columns);
    for (Index &index : table.indexes)
        index.columns = inWordsOfNow(renames, before.name, index.columns);
    return former;
}

bool isSameInSql(const Table &table, const Column &one, const Column &other, Engine engine)
{
    return modelsql::definition(table, one, engine) == modelsql::definition(table, other, engine);
}

/// Whether its words are kept by something else than they were, whatever it is called.
bool isSearchedOtherwise(const Former &old, const Table &now)
{
    const auto hasName = [&](const QString &column) { return old.columns.value(column) == column; };
    return old.table.search != now.search || old.name != now.name || old.table.primaryKey != now.primaryKey
        || !std::ranges::all_of(now.search + now.primaryKey, hasName)
        || searchsql::vector(old.table) != searchsql::vector(now);
}

bool hasSearch(const Model &model)
{
    return std::ranges::any_of(model.tables, [](const Table &table) { return !table.search.isEmpty(); });
}

QString alter(const QString &table, const QString &what)
{
    return u"ALTER TABLE %1 %2"_s.arg(modelsql::quoted(table), what);
}

/// The statements for one engine, as they come together.
class Writer
{
public:
    Writer(const Model &before, const Model &after, const Renames &renames, Engine engine,
           const QMap<QString, QStringList> &triggers)
        : m_before(before)
        , m_after(after)
        , m_renames(renames)
        , m_engine(engine)
        , m_triggers(triggers)
    {
    }

    QStringList statements();

private:
    void create(const Table &table);
    void change(const Former &old, const Table &now);
    bool isToBeMadeAnew(const Former &old, const Table &now) const;
    void makeAnew(const Former &old, const Table &now);
    void changeInPlace(const Former &old, const Table &now);
    void rename(const Former &old, const Table &now);
    void changeColumns(const Former &old, const Table &now);
    void changeColumn(const Table &table, const Column &old, const Column &now);
    void changeKeys(const Table &old, const Table &now);
    void addIndexes(const Table &table, const QList<Index> &but);
    void addTrigger(const Table &table);
    void dropSearch(const Former &old);
    void add(const QString &statement) { m_statements.append(statement); }

    const Model &m_before;
    const Model &m_after;
    const Renames &m_renames;
    Engine m_engine;
    const QMap<QString, QStringList> &m_triggers;
    QStringList m_statements;
};

void Writer::addIndexes(const Table &table, const QList<Index> &but)
{
    for (const Index &index : table.indexes) {
        if (!but.contains(index))
            add(modelsql::createIndex(table, index));
    }
}

void Writer::addTrigger(const Table &table)
{
    if (const QString trigger = modelsql::createTrigger(table, m_engine); !trigger.isEmpty())
        add(trigger);
}

void Writer::create(const Table &table)
{
    add(modelsql::createTable(table, m_engine));
    addIndexes(table, {});
    addTrigger(table);
    m_statements += searchsql::create(table, m_engine);
}

void Writer::dropSearch(const Former &old)
{
    if (!old.table.search.isEmpty())
        m_statements += searchsql::drop(old.name, m_engine);
}

/// SQLite adds, drops and renames columns that nothing depends on, and nothing else.
bool Writer::isToBeMadeAnew(const Former &old, const Table &now) const
{
    if (old.name != now.name || old.refersToRenamed || old.table.primaryKey != now.primaryKey
        || old.table.unique != now.unique)
        return true;
    for (const Column &column : now.columns) {
        const Column *before = old.table.column(column.name);
        const bool isRenamed = before && old.columns[column.name] != column.name;
        const bool isBound = now.primaryKey.contains(column.name) || column.references
            || std::ranges::any_of(now.unique, [&](const QStringList &key) { return key.contains(column.name); });
        if (before ? !isSameInSql(now, *before, column, m_engine) || (isRenamed && isBound)
                   : column.defaultValue.startsWith("CURRENT"_L1))
            return true;
    }
    return std::ranges::any_of(old.table.columns,
                               [&](const Column &column) { return column.references && !now.column(column.name); });
}

void Writer::makeAnew(const Former &old, const Table &now)
{
    QStringList into;
    QStringList from;
    for (const Column &column : now.columns) {
        if (!old.has(column.name))
            continue; // new: its default
        into.append(modelsql::quoted(column.name));
        from.append(modelsql::quoted(old.columns[column.name]));
    }
    const bool isOther = isSearchedOtherwise(old, now);
    if (isOther)
        dropSearch(old);
    const QString made = u"new_"_s + now.name;
    const QString name = u"CREATE TABLE "_s + modelsql::quoted(now.name);
    add(u"CREATE TABLE "_s + made + modelsql::createTable(now, m_engine).sliced(name.size()));
    add(u"INSERT INTO %1 (%2)\nSELECT %3 FROM %4"_s.arg(made, into.join(u", "), from.join(u", "),
                                                        modelsql::quoted(old.name)));
    add(u"DROP TABLE "_s + modelsql::quoted(old.name));
    add(alter(made, u"RENAME TO "_s + modelsql::quoted(now.name)));
    addIndexes(now, {});
    addTrigger(now);
    m_statements += isOther ? searchsql::create(now, m_engine) : searchsql::createTriggers(now, m_engine);
    m_statements += m_triggers.value(old.name);
}

/// PostgreSQL renames what belongs to a table apart from the table.
void Writer::rename(const Former &old, const Table &now)
{
    const auto constraint = [&](const QString &one, const QString &other) {
        if (one != other)
            add(alter(now.name, u"RENAME CONSTRAINT %1 TO %2"_s.arg(one, other)));
    };
    if (old.name != now.name)
        add(alter(old.name, u"RENAME TO "_s + modelsql::quoted(now.name)));
    for (const auto &[column, before] : old.columns.asKeyValueRange()) {
        if (column != before)
            add(alter(now.name, u"RENAME COLUMN %1 TO %2"_s.arg(modelsql::quoted(before), modelsql::quoted(column))));
    }
    if (m_engine == Engine::SQLite)
        return;
    if (old.name != now.name && !modelsql::createTrigger(now, m_engine).isEmpty())
        add(u"ALTER TRIGGER %1_updated_at ON %2 RENAME TO %3_updated_at"_s.arg(old.name, modelsql::quoted(now.name),
                                                                               now.name));
    Table was = old.table;
    was.name = old.name;
    constraint(modelsql::primaryKeyName(was), modelsql::primaryKeyName(now));
    for (const Column &column : old.table.columns) {
        Column before = column;
        before.name = old.columns[column.name];
        if (column.references)
            constraint(modelsql::foreignKeyName(was, before), modelsql::foreignKeyName(now, column));
    }
    for (const QStringList &columns : old.table.unique) {
        QStringList before;
        for (const QString &column : columns)
            before.append(old.columns[column]);
        constraint(modelsql::uniqueName(was, before), modelsql::uniqueName(now, columns));
    }
}

/// PostgreSQL only.
void Writer::changeColumn(const Table &table, const Column &old, const Column &now)
{
    const auto set = [&](const QString &what) {
        add(alter(table.name, u"ALTER COLUMN %1 %2"_s.arg(modelsql::quoted(now.name), what)));
    };
    const QString type = modelsql::type(now, m_engine);
    if (old.references != now.references && old.references)
        add(alter(table.name, u"DROP CONSTRAINT "_s + modelsql::foreignKeyName(table, old)));
    if (modelsql::type(old, m_engine) != type)
        set(u"TYPE %1 USING %2::%1"_s.arg(type, modelsql::quoted(now.name)));
    if (old.defaultValue != now.defaultValue)
        set(now.defaultValue.isEmpty() ? u"DROP DEFAULT"_s : u"SET DEFAULT "_s + now.defaultValue);
    if (old.isNullable != now.isNullable)
        set(now.isNullable ? u"DROP NOT NULL"_s : u"SET NOT NULL"_s);
    if (old.references != now.references && now.references)
        add(alter(table.name,
                  u"ADD CONSTRAINT %1 FOREIGN KEY (%2) REFERENCES %3 (%4)"_s.arg(
                      modelsql::foreignKeyName(table, now), modelsql::quoted(now.name),
                      modelsql::quoted(now.references->table), modelsql::quoted(now.references->column))));
}

void Writer::changeColumns(const Former &old, const Table &now)
{
    for (const Column &column : now.columns) {
        if (const Column *before = old.table.column(column.name)) {
            if (m_engine == Engine::PostgreSQL)
                changeColumn(now, *before, column);
        } else {
            add(alter(now.name, u"ADD COLUMN "_s + modelsql::definition(now, column, m_engine)));
        }
    }
    for (const Column &column : old.table.columns) {
        if (!now.column(column.name))
            add(alter(now.name, u"DROP COLUMN "_s + modelsql::quoted(column.name)));
    }
}

/// PostgreSQL only.
void Writer::changeKeys(const Table &old, const Table &now)
{
    const auto drop = [&](const QString &name) { add(alter(now.name, u"DROP CONSTRAINT "_s + name)); };
    const auto set = [&](const QString &name, const QString &kind, const QStringList &columns) {
        add(alter(now.name, u"ADD CONSTRAINT %1 %2 (%3)"_s.arg(name, kind, columns.join(u", "))));
    };
    if (old.primaryKey != now.primaryKey) {
        drop(modelsql::primaryKeyName(now));
        set(modelsql::primaryKeyName(now), u"PRIMARY KEY"_s, now.primaryKey);
    }
    for (const QStringList &columns : old.unique) {
        if (!now.unique.contains(columns))
            drop(modelsql::uniqueName(now, columns));
    }
    for (const QStringList &columns : now.unique) {
        if (!old.unique.contains(columns))
            set(modelsql::uniqueName(now, columns), u"UNIQUE"_s, columns);
    }
}

void Writer::changeInPlace(const Former &old, const Table &now)
{
    const QString trigger = modelsql::createTrigger(now, m_engine);
    const bool isOther = modelsql::createTrigger(old.table, m_engine) != trigger;
    if (isOther && !modelsql::createTrigger(old.table, m_engine).isEmpty())
        add(u"DROP TRIGGER %1_updated_at%2"_s.arg(
            old.name, m_engine == Engine::SQLite ? QString() : u" ON "_s + modelsql::quoted(old.name)));
    const bool isSearchOther = isSearchedOtherwise(old, now);
    if (isSearchOther)
        dropSearch(old);
    for (const Index &index : old.table.indexes) {
        if (!now.indexes.contains(index))
            add(u"DROP INDEX "_s + index.name);
    }
    rename(old, now);
    changeColumns(old, now);
    if (m_engine == Engine::PostgreSQL)
        changeKeys(old.table, now);
    addIndexes(now, old.table.indexes);
    if (isOther && !trigger.isEmpty())
        add(trigger);
    if (isSearchOther)
        m_statements += searchsql::create(now, m_engine);
}

void Writer::change(const Former &old, const Table &now)
{
    if (m_engine == Engine::SQLite && isToBeMadeAnew(old, now))
        makeAnew(old, now);
    else
        changeInPlace(old, now);
}

QStringList Writer::statements()
{
    QMap<QString, Former> kept;
    for (const Table &table : m_before.tables) {
        if (m_after.table(m_renames.value(table.name, table.name)))
            kept.insert(m_renames.value(table.name, table.name), former(table, m_renames));
    }
    const bool onServer = m_engine == Engine::PostgreSQL;
    if (onServer && hasSearch(m_after) && !hasSearch(m_before))
        add(searchsql::createFunction());
    const QList<Table> tables = modelsql::inOrder(m_after);
    for (const Table &table : tables) {
        if (!kept.contains(table.name))
            create(table);
    }
    for (const Table &table : tables) {
        if (const auto old = kept.constFind(table.name); old != kept.cend())
            change(*old, table);
    }
    QList<Table> gone = modelsql::inOrder(m_before);
    gone.removeIf([&](const Table &table) { return kept.contains(m_renames.value(table.name, table.name)); });
    for (qsizetype i = gone.size() - 1; i >= 0; --i) {
        if (!onServer && !gone[i].search.isEmpty())
            m_statements += searchsql::drop(gone[i].name, m_engine);
        add(u"DROP TABLE "_s + modelsql::quoted(gone[i].name));
    }
    if (onServer && hasSearch(m_before) && !hasSearch(m_after))
        add(searchsql::dropFunction());
    return m_statements;
}

}

QStringList evolution::statements(const Model &before, const Model &after, const Renames &renames, Engine engine,
                                  const QMap<QString, QStringList> &triggers)
{
    return Writer(before, after, renames, engine, triggers).statements();
}
