#include "store/cellbytes.h"
#include "store/native.h"
#include "store/rowstreams.h"

#include <cmath>
#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

constexpr int BetweenLooks = 20'000; // steps of SQLite's machine

struct Finalizing
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizing>;

/// Where a row's numbers are written, so that views of them stay good until the next row.
class Scratch
{
public:
    explicit Scratch(size_t columns)
        : m_texts(columns)
    {
    }
    std::string &empty(size_t column)
    {
        m_texts[column].clear();
        return m_texts[column];
    }

private:
    std::vector<std::string> m_texts;
};

void bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
    case QMetaType::UnknownType:
        sqlite3_bind_null(statement, place);
        break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        sqlite3_bind_int64(statement, place, value.toLongLong());
        break;
    case QMetaType::Double:
        sqlite3_bind_double(statement, place, value.toDouble());
        break;
    default:
        const QByteArray text = value.toString().toUtf8();
        sqlite3_bind_text(statement, place, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
}

class SqliteStream : public RowStream
{
public:
    SqliteStream(sqlite3 *database, Statement statement, const Selection &selection, std::stop_token stop)
        : m_database(database)
        , m_statement(std::move(statement))
        , m_sql(selection.sql)
        , m_scratch(size_t(selection.fields.size()))
        , m_stop(std::move(stop))
    {
        // Unlike an interruption it is not lost where the statement is only about to begin.
        sqlite3_progress_handler(m_database, BetweenLooks, isStopped, &m_stop);
        for (const Selection::Field &field : selection.fields)
            m_kinds.push_back(field.kind);
        m_cells.resize(m_kinds.size());
    }

    ~SqliteStream() override { sqlite3_progress_handler(m_database, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(SqliteStream)

    Result<bool> next() override
    {
        const int step = sqlite3_step(m_statement.get());
        if (step == SQLITE_ROW) {
            for (size_t i = 0; i < m_kinds.size(); ++i)
                m_cells[i] = cell(int(i));
            return true;
        }
        if (m_stop.stop_requested())
            return std::unexpected(rowstream::stopped());
        if (step == SQLITE_DONE)
            return false;
        return std::unexpected(native::error(m_database, m_sql));
    }

private:
    static int isStopped(void *stop) { return static_cast<std::stop_token *>(stop)->stop_requested() ? 1 : 0; }

    /// As SQLite holds it, whatever the column is declared as.
    Cell cell(int column)
    {
        switch (sqlite3_column_type(m_statement.get(), column)) {
        case SQLITE_NULL:
            return {};
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_FLOAT:
            return number(column);
        case SQLITE_BLOB:
            return {.kind = Cell::Kind::Blob, .bytes = bytes(column, sqlite3_column_blob(m_statement.get(), column))};
        default:
            return text(column);
        }
    }

    Cell integer(int column)
    {
        const qint64 value = sqlite3_column_int64(m_statement.get(), column);
        if (m_kinds[size_t(column)] == Cell::Kind::Boolean)
            return {.kind = Cell::Kind::Boolean, .bytes = value ? "true" : "false"};
        std::string &out = m_scratch.empty(size_t(column));
        cellbytes::append(out, value);
        return {.kind = Cell::Kind::Integer, .bytes = out};
    }

    Cell number(int column)
    {
        const double value = sqlite3_column_double(m_statement.get(), column);
        std::string &out = m_scratch.empty(size_t(column));
        cellbytes::append(out, value);
        return {.kind = std::isfinite(value) ? Cell::Kind::Number : Cell::Kind::Text, .bytes = out};
    }

    Cell text(int column)
    {
        const std::string_view text = bytes(column, sqlite3_column_text(m_statement.get(), column));
        switch (const Cell::Kind kind = m_kinds[size_t(column)]) {
        case Cell::Kind::Timestamp:
            return {.kind = kind, .bytes = cellbytes::timestamp(text, m_scratch.empty(size_t(column)))};
        case Cell::Kind::Date:
        case Cell::Kind::List:
            return {.kind = kind, .bytes = text};
        default:
            return {.kind = Cell::Kind::Text, .bytes = text};
        }
    }

    std::string_view bytes(int column, const void *data)
    {
        return {static_cast<const char *>(data), size_t(sqlite3_column_bytes(m_statement.get(), column))};
    }

    sqlite3 *m_database;
    Statement m_statement;
    QString m_sql;
    std::vector<Cell::Kind> m_kinds;
    Scratch m_scratch;
    std::stop_token m_stop;
};

}

Result<std::unique_ptr<RowStream>> rowstream::ofSqlite(Connection &connection, const Selection &selection,
                                                       std::stop_token stop)
{
    const auto database = native::sqlite(connection);
    if (!database)
        return std::unexpected(database.error());
    const QByteArray sql = selection.sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(*database, sql.constData(), int(sql.size()), &prepared, nullptr);
    Statement statement(prepared);
    if (code != SQLITE_OK)
        return std::unexpected(native::error(*database, selection.sql));
    for (qsizetype i = 0; i < selection.values.size(); ++i)
        bind(prepared, int(i) + 1, selection.values[i]);
    return std::make_unique<SqliteStream>(*database, std::move(statement), selection, std::move(stop));
}
