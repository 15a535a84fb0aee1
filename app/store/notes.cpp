#include "store/enums.h"
#include "store/library.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

Note readNote(const Rows &row)
{
    Note note{.subject = row.value(0).toString(), .at = sql::timeOf(row.value(5))};
    note.error = {.kind = enums::of<Error::Kind>(row.value(1).toString()),
                  .message = row.value(2).toString(),
                  .detail = row.value(3).toString()};
    if (!row.isNull(4))
        note.error.retryAt = sql::timeOf(row.value(4));
    return note;
}

QVariantList valuesOf(CrawlId crawl, const Note &note)
{
    const QDateTime at = note.at.isValid() ? note.at : QDateTime::currentDateTimeUtc();
    return {crawl.value,
            sql::text(note.subject),
            enums::text(note.error.kind),
            sql::text(note.error.message),
            sql::text(note.error.detail),
            sql::time(note.error.retryAt.value_or(QDateTime())),
            sql::time(at)};
}

}

Result<> library::keepNotes(Connection &connection, CrawlId crawl, const QList<Note> &notes)
{
    QList<QVariantList> rows;
    for (const Note &note : notes)
        rows.append(valuesOf(crawl, note));
    return connection.atomically([&] {
        return sql::insertAll(connection,
                              u"INSERT INTO crawl_notes (crawl_id, subject, kind, message, detail, retry_at, noted_at) "
                              "VALUES %1"_s,
                              rows);
    });
}

Result<QList<Note>> library::notes(Connection &connection, std::optional<CrawlId> crawl, int limit)
{
    const QString where = crawl ? u"WHERE crawl_id = ? "_s : QString();
    QVariantList values = crawl ? QVariantList{crawl->value} : QVariantList{};
    return connection.all(u"SELECT subject, kind, message, detail, retry_at, noted_at FROM crawl_notes "_s + where
                              + u"ORDER BY note_id DESC LIMIT ?"_s,
                          values << limit, readNote);
}

Result<int> library::countNotes(Connection &connection, CrawlId crawl, const QString &subject)
{
    const auto count
        = connection.first(u"SELECT COUNT(*) FROM crawl_notes WHERE crawl_id = ? AND subject = ?"_s,
                           {crawl.value, sql::text(subject)}, [](const Rows &row) { return row.value(0).toInt(); });
    return count.transform([](const std::optional<int> &found) { return found.value_or(0); });
}
