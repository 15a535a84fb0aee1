#include "store/cellbytes.h"
#include "store/native.h"
#include "store/rowwriters.h"
#include "store/sql.h"

#include <charconv>
#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

struct Finalizing
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizing>;

template<typename Number>
std::optional<Number> read(std::string_view text)
{
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = fault == std::errc() && end == text.data() + text.size();
    return isWhole ? std::optional(number) : std::nullopt;
}

class SqliteWriter : public RowWriter
{
public:
    SqliteWriter(sqlite3 *database, Statement statement, QString table, const QList<Selection::Field> &columns)
        : m_database(database)
        , m_statement(std::move(statement))
        , m_table(std::move(table))
        , m_unhexed(size_t(columns.size()))
    {
        for (const Selection::Field &column : columns)
            m_kinds.push_back(column.kind);
    }

    Result<> row(Cells cells) override
    {
        for (size_t i = 0; i < m_kinds.size(); ++i)
            bind(i, cells[i]);
        const int step = sqlite3_step(m_statement.get());
        if (step != SQLITE_DONE) {
            const Error error = native::error(m_database, m_table);
            sqlite3_reset(m_statement.get());
            return std::unexpected(error);
        }
        sqlite3_reset(m_statement.get());
        return {};
    }

    Result<> end() override { return {}; }

private:
    void bind(size_t column, const Cell &cell)
    {
        const int place = int(column) + 1;
        if (cell.isNull()) {
            sqlite3_bind_null(m_statement.get(), place);
            return;
        }
        switch (m_kinds[column]) {
        case Cell::Kind::Integer:
        case Cell::Kind::Number:
            return bindNumber(place, cell.bytes);
        case Cell::Kind::Boolean:
            return bindTruth(place, cell.bytes);
        case Cell::Kind::Blob:
            return bindBytes(column, cell.bytes);
        default:
            bindText(place, cell.bytes);
        }
    }

    void bindNumber(int place, std::string_view text)
    {
        if (const auto whole = read<qint64>(text))
            sqlite3_bind_int64(m_statement.get(), place, *whole);
        else if (const auto number = read<double>(text))
            sqlite3_bind_double(m_statement.get(), place, *number);
        else
            bindText(place, text);
    }

    void bindTruth(int place, std::string_view text)
    {
        if (text == "true" || text == "false")
            sqlite3_bind_int64(m_statement.get(), place, text == "true" ? 1 : 0);
        else
            bindText(place, text);
    }

    void bindBytes(size_t column, std::string_view hex)
    {
        std::string &bytes = m_unhexed[column];
        bytes.clear();
        if (cellbytes::appendUnhexed(bytes, hex))
            sqlite3_bind_blob64(m_statement.get(), int(column) + 1, bytes.data(), bytes.size(), SQLITE_STATIC);
        else
            bindText(int(column) + 1, hex);
    }

    /// The bytes stand until the row is in.
    void bindText(int place, std::string_view text)
    {
        const char *data = text.data() ? text.data() : "";
        sqlite3_bind_text64(m_statement.get(), place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }

    sqlite3 *m_database;
    Statement m_statement;
    QString m_table;
    std::vector<Cell::Kind> m_kinds;
    std::vector<std::string> m_unhexed; // by column
};

}

Result<std::unique_ptr<RowWriter>> rowwriter::intoSqlite(Connection &connection, const QString &table,
                                                         const QList<Selection::Field> &columns)
{
    const auto database = native::sqlite(connection);
    if (!database)
        return std::unexpected(database.error());
    QStringList names;
    for (const Selection::Field &column : columns)
        names.append(connection.quoted(column.name));
    const QString sql = u"INSERT INTO %1 (%2) VALUES %3"_s.arg(connection.quoted(table), names.join(u", "),
                                                               sql::marks(columns.size()));
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(*database, sql.toUtf8().constData(), -1, &prepared, nullptr);
    Statement statement(prepared);
    if (code != SQLITE_OK)
        return std::unexpected(native::error(*database, sql));
    return std::make_unique<SqliteWriter>(*database, std::move(statement), table, columns);
}
