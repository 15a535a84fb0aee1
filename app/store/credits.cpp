#include "store/credits.h"

#include "store/replaced.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

/// A table that links movies with one kind of thing: rows are lists of values that begin with the movie.
struct Link
{
    QString table;
    QString key; ///< of the other side
    QString columns; ///< after movie_id
    QString lockedBy; ///< what of the movie a person wrote, who then chose all of these
};

QList<QVariantList> rowsOf(const credits::Target &target, const QList<Fact<Name>> &facts, const NameBook &names,
                           const SourceBook &sources)
{
    QList<QVariantList> rows;
    QSet<qint64> met;
    for (const auto &fact : facts) {
        const qint64 id = names.id(fact.value);
        if (!id || met.contains(id))
            continue;
        met.insert(id);
        rows.append({target.id.value, id, rows.size() + 1, sources.id(fact.source)});
    }
    return rows;
}

QList<QVariantList> genresOf(const credits::Target &target, const Movie &movie, const Books &books)
{
    QList<QVariantList> rows;
    QSet<qint64> met;
    for (const auto &genre : movie.genres) {
        const qint64 id = books.genres.value(genre.value);
        if (!id || met.contains(id))
            continue;
        met.insert(id);
        rows.append({target.id.value, id, books.sources.id(genre.source)});
    }
    return rows;
}

Result<bool> isAsBefore(Connection &connection, const credits::Target &target, const Link &link,
                        const QList<QVariantList> &rows)
{
    const auto read = [&](const Rows &row) {
        QVariantList values{target.id.value};
        for (int i = 0; i < row.columns(); ++i)
            values.append(row.value(i).toLongLong());
        return values;
    };
    const auto before = connection.all(u"SELECT %1 FROM %2 WHERE movie_id = ?"_s.arg(link.columns, link.table),
                                       {target.id.value}, read);
    return before.transform([&](const QList<QVariantList> &known) {
        return known.size() == rows.size()
            && std::ranges::all_of(rows, [&](const QVariantList &row) { return known.contains(row); });
    });
}

/// Those that are not among the new rows.
Result<> noteGone(Connection &connection, const credits::Target &target, const Link &link,
                  const QList<QVariantList> &rows, Pending &pending)
{
    return records::having(connection, *model::own().table(link.table),
                           {{u"movie_id"_s, QString::number(target.id.value)}}, records::Hold::No)
        .transform([&](const QList<records::Record> &known) {
            for (const records::Record &one : known) {
                const qint64 id = one.values.value(link.key).value_or(QString()).toLongLong();
                if (std::ranges::none_of(rows, [&](const QVariantList &row) { return row[1] == id; }))
                    replaced::remove(pending, target.id, one);
            }
        });
}

/// Makes room for the rows if they are to be written. Nothing is taken away that only another item knows.
Result<> writeLink(Connection &connection, const credits::Target &target, const Link &link,
                   const QList<QVariantList> &rows, QList<QVariantList> &links, Pending &pending)
{
    if (target.isNew) {
        links += rows;
        return {};
    }
    if (target.locked.contains(link.lockedBy) || (rows.isEmpty() && target.isShared))
        return {};
    const auto same = isAsBefore(connection, target, link, rows);
    if (!same)
        return std::unexpected(same.error());
    if (*same)
        return {};
    links += rows;
    return noteGone(connection, target, link, rows, pending).and_then([&] {
        return connection.run(u"DELETE FROM %1 WHERE movie_id = ?"_s.arg(link.table), {target.id.value});
    });
}

Result<> writeUnread(Connection &connection, const credits::Target &target, const Movie &movie, const Books &books,
                     Pending &pending)
{
    for (const Unread &unread : movie.unread)
        pending.unread.append({target.id.value, sql::text(unread.column), sql::text(unread.text),
                               books.sources.id(unread.source), sql::text(unread.source.name)});
    if (target.isNew)
        return {};
    return connection.run(u"DELETE FROM unread_values WHERE movie_id = ?"_s, {target.id.value});
}

}

Result<> credits::write(Connection &connection, const Target &target, const Movie &movie, const Books &books,
                        Pending &pending)
{
    const auto names
        = [&](const QString &kind, const QList<Fact<Name>> &facts, const NameBook &book, QList<QVariantList> &rows) {
              const QString key = kind + u"_id"_s;
              const Link link{.table = u"movie_"_s + kind + u's',
                              .key = key,
                              .columns = key + u", position, source_id"_s,
                              .lockedBy = key};
              return writeLink(connection, target, link, rowsOf(target, facts, book, books.sources), rows, pending);
          };
    const Link genres{
        .table = u"movie_genres"_s, .key = u"genre_id"_s, .columns = u"genre_id, source_id"_s, .lockedBy = u"genres"_s};
    return names(u"director"_s, movie.directors, books.directors, pending.directors)
        .and_then([&] { return names(u"writer"_s, movie.writers, books.writers, pending.writers); })
        .and_then([&] { return names(u"studio"_s, movie.studios, books.studios, pending.studios); })
        .and_then([&] { return names(u"distributor"_s, movie.distributors, books.distributors, pending.distributors); })
        .and_then([&] {
            return writeLink(connection, target, genres, genresOf(target, movie, books), pending.genres, pending);
        })
        .and_then([&] { return writeCast(connection, target, movie, books, pending); })
        .and_then([&] { return writeRatings(connection, target, movie, books, pending); })
        .and_then([&] { return writeUnread(connection, target, movie, books, pending); });
}
