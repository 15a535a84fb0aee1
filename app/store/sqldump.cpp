#include "store/sqldump.h"

#include "store/cellbytes.h"
#include "store/modelsql.h"
#include "store/sql.h"

using namespace Qt::Literals;
using Engine = Connection::Engine;

namespace {

constexpr int MostRows = 200; // of an INSERT
constexpr size_t MostBytes = size_t(256) * 1024;

QByteArray quotedText(const QString &text)
{
    return '\'' + QString(text).replace(u'\'', u"''"_s).toUtf8() + '\'';
}

QByteArray statementsOf(const migrations::Migration &migration)
{
    QByteArray text;
    for (const QString &statement : migrations::statements(migration.sql))
        text += statement.toUtf8() + ";\n";
    return text;
}

/// The step as the list of steps holds it. Its time is the dumped database's, so that the same rows give the same dump.
QByteArray listed(const migrations::Migration &migration, const QList<migrations::Migration> &applied)
{
    const auto known = std::ranges::find(applied, migration.number, &migrations::Migration::number);
    const QString at = known == applied.end() ? u"1970-01-01 00:00:00"_s : sql::time(known->appliedAt).toString();
    return "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES ("
        + QByteArray::number(migration.number) + ", " + quotedText(migration.name) + ", '" + migration.checksum + "', "
        + quotedText(at) + ");\n";
}

model::Table withoutReferences(model::Table table)
{
    for (model::Column &column : table.columns)
        column.references.reset();
    return table;
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '\'';
    for (const char c : text) {
        out += c;
        if (c == '\'')
            out += c;
    }
    out += '\'';
}

}

void sqldump::appendCopied(std::string &out, const Cell &cell)
{
    if (cell.isNull()) {
        out += "\\N";
        return;
    }
    if (cell.kind == Cell::Kind::Blob) {
        out += "\\\\x";
        return cellbytes::appendHex(out, cell.bytes);
    }
    for (const char c : cell.bytes) {
        switch (c) {
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += c;
        }
    }
}

QString sqldump::counterSql(const model::Table &table)
{
    const auto counts = [](const model::Column &column) {
        return column.type == model::Type::Serial || column.type == model::Type::Identity;
    };
    const auto key = std::ranges::find_if(table.columns, counts);
    if (key == table.columns.end())
        return {};
    const QString quoted = modelsql::quoted(table.name);
    return u"SELECT setval(pg_get_serial_sequence('%1', '%2'), coalesce(max(%2), 0) + 1, false) FROM %1"_s.arg(
        quoted, key->name);
}

Result<SqlDump> SqlDump::whole(Engine engine, const QList<migrations::Migration> &applied)
{
    return migrations::known(engine).transform([&](const QList<migrations::Migration> &known) {
        SqlDump dump;
        dump.m_engine = engine;
        dump.m_schema = migrations::ListSql.toUtf8() + ";\n";
        for (const auto &migration : known)
            dump.m_schema += statementsOf(migration) + listed(migration, applied);
        for (const model::Table &table : model::own().tables) {
            const QString counter = engine == Engine::PostgreSQL ? sqldump::counterSql(table) : QString();
            dump.m_after += counter.isEmpty() ? QByteArray() : counter.toUtf8() + ";\n";
        }
        return dump;
    });
}

SqlDump SqlDump::alone(Engine engine, const model::Table &table)
{
    const model::Table plain = withoutReferences(table);
    SqlDump dump;
    dump.m_engine = engine;
    dump.m_schema = modelsql::createTable(plain, engine).toUtf8() + ";\n";
    for (const model::Index &index : table.indexes)
        dump.m_after += modelsql::createIndex(plain, index).toUtf8() + ";\n";
    if (engine == Engine::PostgreSQL && !sqldump::counterSql(table).isEmpty())
        dump.m_after += sqldump::counterSql(table).toUtf8() + ";\n";
    return dump;
}

void SqlDump::begin(std::string &out) const
{
    out += m_engine == Engine::SQLite
        ? "PRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON;\nBEGIN;\n"
        : "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nSET client_min_messages = warning;\n"
          "SET TIME ZONE 'UTC';\nBEGIN;\n";
    out += m_schema.toStdString();
}

void SqlDump::beginTable(std::string &out, const QString &table, const QList<Selection::Field> &fields)
{
    QStringList names;
    for (const Selection::Field &field : fields)
        names.append(modelsql::quoted(field.name));
    const QString columns = modelsql::quoted(table) + u" (" + names.join(u", ") + u')';
    m_rows = 0;
    if (m_engine == Engine::SQLite)
        m_head = u"INSERT INTO %1 VALUES\n"_s.arg(columns).toStdString();
    else
        out += u"COPY %1 FROM stdin;\n"_s.arg(columns).toStdString();
}

void SqlDump::row(std::string &out, Cells cells)
{
    if (m_engine == Engine::PostgreSQL) {
        for (size_t i = 0; i < cells.size(); ++i) {
            out += i > 0 ? "\t" : "";
            sqldump::appendCopied(out, cells[i]);
        }
        out += '\n';
        return;
    }
    out += m_rows == 0 ? m_head : ",\n";
    if (m_rows++ == 0)
        m_bytes = 0;
    const size_t before = out.size();
    for (size_t i = 0; i < cells.size(); ++i) {
        out += i > 0 ? ", " : "(";
        literal(out, cells[i]);
    }
    out += ')';
    m_bytes += out.size() - before;
    if (m_rows == MostRows || m_bytes > MostBytes)
        endInsert(out);
}

void SqlDump::endInsert(std::string &out)
{
    if (m_rows > 0)
        out += ";\n";
    m_rows = 0;
}

void SqlDump::endTable(std::string &out)
{
    if (m_engine == Engine::SQLite)
        endInsert(out);
    else
        out += "\\.\n";
}

void SqlDump::end(std::string &out) const
{
    out += m_after.toStdString();
    out += "COMMIT;\n";
}

/// As SQLite reads it. A text with a zero byte would end there.
void SqlDump::literal(std::string &out, const Cell &cell) const
{
    const bool isHex = cell.kind == Cell::Kind::Blob || cell.bytes.contains('\0');
    switch (cell.kind) {
    case Cell::Kind::Null:
        out += "NULL";
        break;
    case Cell::Kind::Integer:
    case Cell::Kind::Number:
        out += cell.bytes;
        break;
    case Cell::Kind::Boolean:
        out += cell.bytes == "true" ? "1" : "0";
        break;
    default:
        if (!isHex)
            return appendQuoted(out, cell.bytes);
        out += cell.kind == Cell::Kind::Blob ? "X'" : "CAST(X'";
        cellbytes::appendHex(out, cell.bytes);
        out += cell.kind == Cell::Kind::Blob ? "'" : "' AS TEXT)";
    }
}
