#include "store/native.h"
#include "store/rowwriters.h"
#include "store/sqldump.h"

#include <libpq-fe.h>

using namespace Qt::Literals;

namespace {

constexpr size_t Much = size_t(64) * 1024;

struct Clearing
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clearing>;

class CopyWriter : public RowWriter
{
public:
    CopyWriter(PGconn *server, QString table, const QList<Selection::Field> &columns)
        : m_server(server)
        , m_table(std::move(table))
    {
        for (const Selection::Field &column : columns)
            m_isBytes.push_back(column.kind == Cell::Kind::Blob);
    }
    ~CopyWriter() override
    {
        if (!m_isOver) { // the transaction is taken back: the connection is to be free for that
            PQputCopyEnd(m_server, "stopped");
            std::ignore = answers();
        }
    }
    Q_DISABLE_COPY_MOVE(CopyWriter)

    Result<> row(Cells cells) override
    {
        for (size_t i = 0; i < cells.size(); ++i) {
            m_text += i > 0 ? "\t" : "";
            if (m_isBytes[i] && !cells[i].isNull()) {
                m_text += "\\\\x";
                m_text += cells[i].bytes;
            } else {
                sqldump::appendCopied(m_text, cells[i]);
            }
        }
        m_text += '\n';
        return m_text.size() < Much ? Result<>() : send();
    }

    Result<> end() override
    {
        if (const auto sent = send(); !sent)
            return sent;
        const bool isTaken = PQputCopyEnd(m_server, nullptr) == 1;
        const auto ended = answers();
        if (isTaken)
            return ended;
        return ended ? std::unexpected(native::error(m_server, m_table)) : ended;
    }

private:
    Result<> send()
    {
        const bool isTaken = PQputCopyData(m_server, m_text.data(), int(m_text.size())) == 1;
        m_text.clear();
        return isTaken ? Result<>() : std::unexpected(native::error(m_server, m_table));
    }

    Result<> answers()
    {
        m_isOver = true;
        Result<> ended;
        while (const Answer answer{PQgetResult(m_server)}) {
            if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
                ended = std::unexpected(native::error(m_server, m_table));
        }
        return ended;
    }

    PGconn *m_server;
    QString m_table;
    std::vector<bool> m_isBytes; // by column
    std::string m_text;
    bool m_isOver = false;
};

}

Result<std::unique_ptr<RowWriter>> rowwriter::intoPostgresql(Connection &connection, const QString &table,
                                                             const QList<Selection::Field> &columns)
{
    const auto server = native::postgresql(connection);
    if (!server)
        return std::unexpected(server.error());
    QStringList names;
    for (const Selection::Field &column : columns)
        names.append(connection.quoted(column.name));
    const QString sql = u"COPY %1 (%2) FROM STDIN"_s.arg(connection.quoted(table), names.join(u", "));
    const Answer answer(PQexec(*server, sql.toUtf8().constData()));
    if (PQresultStatus(answer.get()) != PGRES_COPY_IN)
        return std::unexpected(native::error(*server, sql));
    return std::make_unique<CopyWriter>(*server, table, columns);
}
