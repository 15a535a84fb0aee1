#include "store/pending.h"

#include "store/sql.h"

using namespace Qt::Literals;

namespace {

Result<> writeLinks(Connection &connection, const QString &table, const QString &key, const QList<QVariantList> &rows)
{
    return sql::insertAll(
        connection, u"INSERT INTO %1 (movie_id, %2, position, source_id) VALUES "_s.arg(table, key) + u"%1"_s, rows);
}

/// Ratings, and the texts that their scores were read from.
Result<> writeRatings(Connection &connection, Pending &pending)
{
    const auto keepText = [&](const Rows &row) {
        const auto text = pending.ratingTexts.constFind({row.value(1).toLongLong(), row.value(2).toString()});
        if (text != pending.ratingTexts.cend())
            pending.fieldSources.append({u"ratings"_s, row.value(0), u"score"_s, row.value(3), row.value(2), *text});
        return 0;
    };
    return sql::insertAll(connection,
                          u"INSERT INTO ratings (movie_id, source, score, votes, source_id) VALUES %1 "
                          "RETURNING rating_id, movie_id, source, source_id"_s,
                          pending.ratings, keepText)
        .transform([](const QList<int> &) { });
}

/// A crawl is an act as well: what it replaced can be read in the history, and brought back.
Result<> writeReplaced(Connection &connection, const QList<QVariantList> &replaced)
{
    if (replaced.isEmpty())
        return {};
    const auto batch = connection.insert(
        u"INSERT INTO edit_batches (kind, what, who, made_at) VALUES ('recorded', ?, 'Cineteca', ?) "
        "RETURNING batch_id"_s,
        {u"Crawl"_s, sql::time(QDateTime::currentDateTimeUtc())});
    if (!batch)
        return std::unexpected(batch.error());
    QList<QVariantList> rows;
    for (const QVariantList &one : replaced)
        rows.append(QVariantList{*batch} + one);
    return sql::insertAll(connection,
                          u"INSERT INTO edits (batch_id, kind, table_name, row_key, column_name, before_value, "
                          "after_value, record_table, record_key) VALUES %1"_s,
                          rows);
}

}

Result<> Pending::write(Connection &connection)
{
    const auto done
        = writeLinks(connection, u"movie_directors"_s, u"director_id"_s, directors)
              .and_then([&] { return writeLinks(connection, u"movie_writers"_s, u"writer_id"_s, writers); })
              .and_then([&] { return writeLinks(connection, u"movie_studios"_s, u"studio_id"_s, studios); })
              .and_then(
                  [&] { return writeLinks(connection, u"movie_distributors"_s, u"distributor_id"_s, distributors); })
              .and_then([&] {
                  return sql::insertAll(
                      connection, u"INSERT INTO movie_genres (movie_id, genre_id, source_id) VALUES %1"_s, genres);
              })
              .and_then([&] {
                  return sql::insertAll(connection,
                                        u"INSERT INTO \"cast\" (movie_id, actor_id, role, billing_order, source_id) "
                                        "VALUES %1"_s,
                                        cast);
              })
              .and_then([&] { return writeRatings(connection, *this); })
              .and_then([&] {
                  return sql::insertAll(
                      connection,
                      u"INSERT INTO field_sources (table_name, row_id, column_name, source_id, field, "
                      "original) VALUES %1 ON CONFLICT (table_name, row_id, column_name) DO UPDATE SET "
                      "source_id = excluded.source_id, field = excluded.field, "
                      "original = excluded.original WHERE NOT field_sources.locked"_s,
                      fieldSources);
              })
              .and_then([&] {
                  return sql::insertAll(
                      connection,
                      u"INSERT INTO unread_values (movie_id, column_name, text, source_id, field) VALUES %1"_s, unread);
              })
              .and_then([&] { return writeReplaced(connection, replaced); });
    *this = {};
    return done;
}
