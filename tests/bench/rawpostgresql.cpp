#include "rawrows.h"
#include "timing.h"

#include "store/address.h"

#include <libpq-fe.h>

using namespace Qt::Literals;
using namespace rawrows;

namespace {

void run(PGconn *server, const char *sql, ExecStatusType expected = PGRES_COMMAND_OK)
{
    PGresult *done = PQexec(server, sql);
    if (PQresultStatus(done) != expected)
        qFatal("%s %s", PQerrorMessage(server), sql);
    PQclear(done);
}

void append(std::string &line, const std::string &text)
{
    for (const char c : text) {
        switch (c) {
        case '\\':
            line += "\\\\";
            break;
        case '\n':
            line += "\\n";
            break;
        case '\t':
            line += "\\t";
            break;
        default:
            line += c;
        }
    }
}

/// The rows in the text form of COPY.
std::string lines(const Table &table)
{
    std::string text;
    for (size_t at = 0; at < table.values.size(); ++at) {
        const Value &value = table.values[at];
        if (const auto *number = std::get_if<qint64>(&value))
            text += std::to_string(*number);
        else if (const auto *real = std::get_if<double>(&value))
            text += QByteArray::number(*real, 'g', 17).toStdString();
        else if (const auto *word = std::get_if<std::string>(&value))
            append(text, *word);
        else
            text += "\\N";
        text += (at + 1) % table.columns.size() == 0 ? '\n' : '\t';
    }
    return text;
}

void copy(PGconn *server, const Table &table, const std::string &text)
{
    std::string columns;
    for (const std::string &column : table.columns)
        columns += (columns.empty() ? "" : ", ") + column;
    run(server, ("COPY \"" + table.name + "\" (" + columns + ") FROM STDIN").c_str(), PGRES_COPY_IN);
    PQputCopyData(server, text.data(), int(text.size()));
    PQputCopyEnd(server, nullptr);
    for (PGresult *done = PQgetResult(server); done; done = PQgetResult(server)) {
        if (PQresultStatus(done) != PGRES_COMMAND_OK)
            qFatal("%s", PQerrorMessage(server));
        PQclear(done);
    }
}

}

qint64 rawrows::copy(const QString &postgresqlAddress, const std::vector<Batch> &batches)
{
    PGconn *server = PQconnectdb(postgresqlAddress.toUtf8().constData());
    if (PQstatus(server) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(server));
    std::vector<std::vector<std::string>> texts;
    for (const Batch &batch : batches) {
        auto &some = texts.emplace_back();
        for (const Table &table : batch)
            some.push_back(lines(table));
    }
    const qint64 took = timing::spent([&] {
        for (size_t b = 0; b < batches.size(); ++b) {
            run(server, "BEGIN");
            for (size_t i = 0; i < batches[b].size(); ++i)
                ::copy(server, batches[b][i], texts[b][i]);
            run(server, "COMMIT");
        }
    });
    PQfinish(server);
    return took;
}
