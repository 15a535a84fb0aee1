#include "store/library.h"
#include "store/sql.h"

using namespace Qt::Literals;

Result<std::optional<library::StoredAnswer>> library::answer(Connection &connection, const QByteArray &key)
{
    return connection.first(u"SELECT url, status, content_type, body, answered_at, valid_until FROM responses "
                            "WHERE request_key = ? AND valid_until > ?"_s,
                            {QString::fromLatin1(key.toHex()), sql::time(QDateTime::currentDateTimeUtc())},
                            [&](const Rows &row) {
                                return StoredAnswer{.key = key,
                                                    .url = row.value(0).toString(),
                                                    .status = row.value(1).toInt(),
                                                    .contentType = row.value(2).toString().toLatin1(),
                                                    .body = Packed::ofRow(row.value(3).toByteArray()),
                                                    .at = sql::timeOf(row.value(4)),
                                                    .until = sql::timeOf(row.value(5))};
                            });
}

Result<> library::keepAnswer(Connection &connection, const StoredAnswer &answer)
{
    const QVariant now = sql::time(QDateTime::currentDateTimeUtc());
    return connection.atomically([&] {
        return connection.run(u"DELETE FROM responses WHERE valid_until <= ?"_s, {now}).and_then([&] {
            return connection.run(
                u"INSERT INTO responses (request_key, url, status, content_type, body, answered_at, valid_until) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request_key) DO UPDATE SET url = excluded.url, "
                "status = excluded.status, content_type = excluded.content_type, body = excluded.body, "
                "answered_at = excluded.answered_at, valid_until = excluded.valid_until"_s,
                {QString::fromLatin1(answer.key.toHex()), sql::text(answer.url), answer.status,
                 QString::fromLatin1(answer.contentType), answer.body.forRow(),
                 answer.at.isValid() ? sql::time(answer.at) : now, sql::time(answer.until)});
        });
    });
}
