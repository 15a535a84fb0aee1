#include "store/itemrows.h"

#include "store/galleryrows.h"
#include "store/sql.h"

Item itemrows::read(const Rows &row)
{
    return {.id = {row.value(0).toLongLong()},
            .source = row.value(1).toString(),
            .key = row.value(2).toString(),
            .listId = QUuid::fromString(row.value(3).toString()),
            .title = row.value(4).toString(),
            .originalTitle = sql::optional<QString>(row, 5),
            .year = sql::optional<int>(row, 6),
            .runtime = sql::optional<int>(row, 7),
            .votes = sql::optional<int>(row, 27),
            .imdbId = sql::optional<QString>(row, 8),
            .tmdbId = sql::optional<QString>(row, 9),
            .wikidataId = sql::optional<QString>(row, 10),
            .directors = sql::listOf(row.value(11)),
            .cast = sql::listOf(row.value(12)),
            .countries = sql::listOf(row.value(13)),
            .url = QUrl(row.value(14).toString()),
            .wikiUrl = sql::optionalUrl(row, 15),
            .posterUrl = sql::optionalUrl(row, 16),
            .gallery = galleryrows::read(row, 20),
            .crawledAt = sql::timeOf(row.value(17)),
            .node = row.value(18).toString().toUtf8(),
            .extra = sql::objectOf(row.value(19))};
}

QVariantList itemrows::facts(const Item &item)
{
    return {sql::text(item.title),
            sql::orNull(item.originalTitle),
            sql::orNull(item.year),
            sql::orNull(item.runtime),
            sql::orNull(item.imdbId),
            sql::orNull(item.tmdbId),
            sql::orNull(item.wikidataId),
            sql::list(item.directors),
            sql::list(item.cast),
            sql::list(item.countries),
            sql::text(item.url.toString(QUrl::FullyEncoded)),
            sql::orNull(item.wikiUrl),
            sql::orNull(item.posterUrl),
            sql::time(item.crawledAt),
            sql::orNull(item.votes)};
}

bool itemrows::hasIds(const Item &item)
{
    return item.imdbId || item.tmdbId || item.wikidataId;
}
