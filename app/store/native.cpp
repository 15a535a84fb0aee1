#include "store/native.h"

#include "store/enginehandle.h"

#include <libpq-fe.h>
#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

template<typename Handle>
Result<Handle *> orError(Handle *handle)
{
    if (handle)
        return handle;
    return fail(Error::Kind::Storage, u"Qt's driver for the database is not as expected."_s);
}

Result<QByteArray> literal(PGconn *server, const QVariant &value)
{
    switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
    case QMetaType::UnknownType:
        return "NULL"_ba;
    case QMetaType::Bool:
        return value.toBool() ? "TRUE"_ba : "FALSE"_ba;
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return value.toString().toUtf8();
    default:
        break;
    }
    const QByteArray text = value.toString().toUtf8();
    const std::unique_ptr<char, decltype(&PQfreemem)> quoted(
        PQescapeLiteral(server, text.constData(), size_t(text.size())), PQfreemem);
    if (!quoted)
        return std::unexpected(native::error(server, value.toString()));
    return QByteArray(quoted.get());
}

}

Result<sqlite3 *> native::sqlite(Connection &connection)
{
    return orError(enginehandle::sqlite(connection.driver()));
}

Result<PGconn *> native::postgresql(Connection &connection)
{
    return orError(enginehandle::postgresql(connection.driver()));
}

Error native::error(sqlite3 *database, const QString &where)
{
    const int code = sqlite3_errcode(database);
    const bool isFull = (code & 0xff) == SQLITE_FULL;
    return {.kind = Error::Kind::Storage,
            .message = isFull ? u"There is no space left for the database. Nothing was lost; make room and go on."_s
                              : u"The database did not do what was asked of it."_s,
            .detail
            = u"%1 (%2) in: %3"_s.arg(QString::fromUtf8(sqlite3_errmsg(database))).arg(code).arg(where.left(500))};
}

Error native::error(PGconn *server, const QString &where)
{
    const bool isLost = PQstatus(server) != CONNECTION_OK;
    return {.kind = isLost ? Error::Kind::Lost : Error::Kind::Storage,
            .message
            = isLost ? u"The database server went away."_s : u"The database did not do what was asked of it."_s,
            .detail = u"%1 in: %2"_s.arg(QString::fromUtf8(PQerrorMessage(server)).simplified(), where.left(500))};
}

Result<QByteArray> native::withValues(PGconn *server, const QString &sql, const QVariantList &values)
{
    QString text;
    qsizetype next = 0;
    QChar quote;
    for (const QChar c : sql) {
        if (c == u'?' && quote.isNull()) {
            const auto value = literal(server, values.value(next++));
            if (!value)
                return value;
            text += QString::fromUtf8(*value);
            continue;
        }
        if (c == quote)
            quote = QChar();
        else if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        text += c;
    }
    return text.toUtf8();
}
