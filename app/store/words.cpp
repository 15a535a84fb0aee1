#include "store/words.h"

#include "store/enginehandle.h"

#include <QRegularExpression>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

QStringView textOf(sqlite3_value *value)
{
    const auto *data = static_cast<const char16_t *>(sqlite3_value_text16(value));
    return {data, data ? sqlite3_value_bytes16(value) / 2 : 0};
}

/// matches_pattern(text, pattern)
void matches(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return sqlite3_result_null(context);
    auto *kept = static_cast<QRegularExpression *>(sqlite3_get_auxdata(context, 1));
    if (!kept) {
        kept = new QRegularExpression(textOf(values[1]).toString(), QRegularExpression::CaseInsensitiveOption);
        sqlite3_set_auxdata(context, 1, kept,
                            [](void *expression) { delete static_cast<QRegularExpression *>(expression); });
        kept = static_cast<QRegularExpression *>(sqlite3_get_auxdata(context, 1)); // null where there was no memory
    }
    sqlite3_result_int(context, kept && kept->matchView(textOf(values[0])).hasMatch() ? 1 : 0);
}

/// same_text(text, text)
void isSame(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL)
        return sqlite3_result_null(context);
    const bool same = textOf(values[0]).compare(textOf(values[1]), Qt::CaseInsensitive) == 0;
    sqlite3_result_int(context, same ? 1 : 0);
}

/// contains_words(text, word)
void contains(sqlite3_context *context, int, sqlite3_value **values)
{
    const QStringView text = textOf(values[0]);
    sqlite3_result_int(context, text.contains(textOf(values[1]), Qt::CaseInsensitive) ? 1 : 0);
}

}

Result<> words::addTo(const Connection &connection)
{
    sqlite3 *sqlite = enginehandle::sqlite(connection.driver());
    if (!sqlite)
        return fail(Error::Kind::Storage, u"Qt's driver for SQLite is not as expected."_s);
    for (const auto &[name, function] : {std::pair("contains_words", &contains), std::pair("matches_pattern", &matches),
                                         std::pair("same_text", &isSame)}) {
        const int done
            = sqlite3_create_function(sqlite, name, 2, SQLITE_UTF16 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                      function, nullptr, nullptr);
        if (done != SQLITE_OK)
            return fail(Error::Kind::Storage, u"SQLite did not take a function."_s, QString::number(done));
    }
    return {};
}

QString words::condition(const Connection &connection, const QString &text)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return u"contains_words(%1, ?)"_s.arg(text);
    return u"CAST(%1 AS TEXT) COLLATE \"und-x-icu\" ILIKE ?"_s.arg(text); // whatever the server's locale is
}

QVariant words::value(const Connection &connection, const QString &word)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return word;
    QString pattern = word;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return QString(u'%' + pattern + u'%');
}

QString words::equal(const Connection &connection, const QString &text)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return u"same_text(%1, ?)"_s.arg(text);
    return u"lower(%1 COLLATE \"und-x-icu\") = lower(CAST(? AS TEXT) COLLATE \"und-x-icu\")"_s.arg(text);
}

QString words::matching(const Connection &connection, const QString &text)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return u"matches_pattern(%1, ?)"_s.arg(text);
    return u"CAST(%1 AS TEXT) COLLATE \"und-x-icu\" ~* ?"_s.arg(text);
}
