#include "store/words.h"

#include "store/sqlitestatement.h"

#include <QVariant>

#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

/// contains_words(text, word)
void contains(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto textOf = [](sqlite3_value *value) {
        const auto *data = static_cast<const char16_t *>(sqlite3_value_text16(value));
        return QStringView(data, data ? sqlite3_value_bytes16(value) / 2 : 0);
    };
    const QStringView text = textOf(values[0]);
    sqlite3_result_int(context, text.contains(textOf(values[1]), Qt::CaseInsensitive) ? 1 : 0);
}

}

Result<> words::addTo(const QSqlDatabase &database)
{
    sqlite3 *sqlite = SqliteStatement::connectionOf(database);
    if (!sqlite)
        return fail(Error::Kind::Storage, u"Qt's driver for SQLite is not as expected."_s);
    const int done
        = sqlite3_create_function(sqlite, "contains_words", 2, SQLITE_UTF16 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                  nullptr, contains, nullptr, nullptr);
    if (done == SQLITE_OK)
        return {};
    return fail(Error::Kind::Storage, u"SQLite did not take a function."_s, QString::number(done));
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
