#include "store/cellbytes.h"
#include "store/native.h"
#include "store/rowstreams.h"

#include <libpq-fe.h>
#include <poll.h>

#include <cctype>
#include <charconv>
#include <cstring>

using namespace Qt::Literals;

namespace {

constexpr int BetweenLooks = 100; // ms

struct Clearing
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clearing>;

struct Freeing
{
    void operator()(char *line) const { PQfreemem(line); }
};
using Line = std::unique_ptr<char, Freeing>;

struct Ending
{
    void operator()(PGcancelConn *cancel) const { PQcancelFinish(cancel); }
};

/// Asks the server to end what it does for this connection.
void cancel(PGconn *server)
{
    const std::unique_ptr<PGcancelConn, Ending> cancel(PQcancelCreate(server));
    if (cancel)
        PQcancelBlocking(cancel.get()); // where it fails, the rest of the rows is read and the stop seen then
}

/// Until the server has said more, or a little while. No where it is gone: it would be asked for ever.
bool wait(PGconn *server, const std::stop_token &stop)
{
    if (stop.stop_requested())
        cancel(server);
    pollfd socket{.fd = PQsocket(server), .events = POLLIN, .revents = 0};
    poll(&socket, 1, BetweenLooks);
    return PQconsumeInput(server) == 1;
}

/// Sends a statement, and waits for its first answer.
Answer begin(PGconn *server, const QByteArray &sql, const std::stop_token &stop)
{
    if (!PQsendQuery(server, sql.constData()))
        return nullptr;
    while (PQisBusy(server) && wait(server, stop)) { }
    return Answer(PQgetResult(server));
}

char unescaped(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return c;
    }
}

/// Takes the escapes out in place; what comes back is at the same place, and shorter.
std::string_view unescape(char *begin, char *end)
{
    char *out = static_cast<char *>(std::memchr(begin, '\\', size_t(end - begin)));
    if (!out)
        return {begin, size_t(end - begin)};
    for (const char *in = out; in < end; ++in)
        *out++ = *in == '\\' && in + 1 < end ? unescaped(*++in) : *in;
    return {begin, size_t(out - begin)};
}

/// PostgreSQL may write 1e-05; NaN and Infinity stay as they are.
std::string_view number(std::string_view text, std::string &scratch)
{
    if (text.find('e') == std::string_view::npos)
        return cellbytes::withoutZeros(text);
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size())
        return text;
    scratch.clear();
    cellbytes::append(scratch, value);
    return scratch;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && (std::isdigit(static_cast<unsigned char>(text.back())) != 0);
}

class CopyStream : public RowStream
{
public:
    CopyStream(PGconn *server, const Selection &selection, std::stop_token stop)
        : m_server(server)
        , m_sql(selection.sql)
        , m_scratch(size_t(selection.fields.size()))
        , m_stop(std::move(stop))
    {
        for (const Selection::Field &field : selection.fields)
            m_kinds.push_back(field.kind);
        m_cells.resize(m_kinds.size());
    }
    ~CopyStream() override
    {
        if (!m_isOver) { // nobody wants the rest: the connection is to be free again
            cancel(m_server);
            while (take(Until::ItComes) > 0) { }
            std::ignore = finish();
        }
    }
    Q_DISABLE_COPY_MOVE(CopyStream)

    Result<bool> next() override
    {
        int size = 0;
        while ((size = take(Until::Now)) == 0 && wait(m_server, m_stop)) { }
        if (size > 0) {
            read(m_line.get(), m_line.get() + size - 1); // without its newline
            return true;
        }
        const auto ended = finish();
        if (m_stop.stop_requested())
            return std::unexpected(rowstream::stopped());
        if (size == -1 && ended)
            return false;
        return std::unexpected(ended ? native::error(m_server, m_sql) : ended.error());
    }

private:
    enum class Until : std::uint8_t { Now, ItComes };

    /// The next line in place of the one before: its size, 0 where none has come yet, less where none is left.
    int take(Until until)
    {
        char *line = nullptr;
        const int size = PQgetCopyData(m_server, &line, until == Until::Now ? 1 : 0);
        m_line.reset(line);
        return size;
    }

    Result<> finish()
    {
        m_isOver = true;
        Result<> ended;
        while (const Answer answer{PQgetResult(m_server)}) {
            if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
                ended = std::unexpected(native::error(m_server, m_sql));
        }
        return ended;
    }

    void read(char *at, char *end)
    {
        for (size_t i = 0; i < m_kinds.size(); ++i) {
            char *tab = static_cast<char *>(std::memchr(at, '\t', size_t(end - at)));
            char *stop = tab ? tab : end;
            m_cells[i] = cell(i, at, stop);
            at = tab ? tab + 1 : end;
        }
    }

    Cell cell(size_t column, char *begin, char *end)
    {
        if (end - begin == 2 && begin[0] == '\\' && begin[1] == 'N')
            return {};
        const Cell::Kind kind = m_kinds[column];
        switch (kind) {
        case Cell::Kind::Integer:
        case Cell::Kind::Date:
            return {.kind = kind, .bytes = {begin, size_t(end - begin)}};
        case Cell::Kind::Boolean:
            return {.kind = kind, .bytes = *begin == 't' ? "true" : "false"};
        case Cell::Kind::Number:
            return numberCell({begin, size_t(end - begin)}, m_scratch[column]);
        case Cell::Kind::Timestamp:
            return {.kind = kind, .bytes = cellbytes::timestamp({begin, size_t(end - begin)}, m_scratch[column])};
        case Cell::Kind::Blob:
            m_scratch[column].clear();
            cellbytes::appendUnhexed(m_scratch[column], {begin + 3, size_t(end - begin - 3)}); // after \\x
            return {.kind = kind, .bytes = m_scratch[column]};
        default:
            return {.kind = kind, .bytes = unescape(begin, end)};
        }
    }

    static Cell numberCell(std::string_view text, std::string &scratch)
    {
        if (!isNumber(text))
            return {.kind = Cell::Kind::Text, .bytes = text};
        const std::string_view plain = number(text, scratch);
        const bool isWhole = plain.find('.') == std::string_view::npos;
        return {.kind = isWhole ? Cell::Kind::Integer : Cell::Kind::Number, .bytes = plain};
    }

    PGconn *m_server;
    QString m_sql;
    std::vector<Cell::Kind> m_kinds;
    std::vector<std::string> m_scratch; // by column
    Line m_line;
    bool m_isOver = false;
    std::stop_token m_stop;
};

}

Result<std::unique_ptr<RowStream>> rowstream::ofPostgresql(Connection &connection, const Selection &selection,
                                                           std::stop_token stop)
{
    const auto server = native::postgresql(connection);
    if (!server)
        return std::unexpected(server.error());
    const auto sql = native::withValues(*server, selection.sql, selection.values);
    if (!sql)
        return std::unexpected(sql.error());
    // Qt asks for bytes in a form of old, and reads both.
    const Answer set(PQexec(*server, "SET bytea_output = 'hex'"));
    if (PQresultStatus(set.get()) != PGRES_COMMAND_OK)
        return std::unexpected(native::error(*server, selection.sql));
    const QByteArray copy = "COPY (" + *sql + ") TO STDOUT";
    const Answer answer = begin(*server, copy, stop);
    if (PQresultStatus(answer.get()) != PGRES_COPY_OUT) {
        const Error error = stop.stop_requested() ? rowstream::stopped() : native::error(*server, selection.sql);
        while (const Answer rest{PQgetResult(*server)}) { }
        return std::unexpected(error);
    }
    return std::make_unique<CopyStream>(*server, selection, std::move(stop));
}
