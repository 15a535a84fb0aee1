#include "store/enums.h"
#include "store/galleryrows.h"
#include "store/library.h"
#include "store/slices.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

const QString Select
    = u"SELECT %1, c.crawl_id, c.state, c.slices, c.title_limit, c.only_list, c.total, c.listed, "
      "c.started_at, c.ended_at, c.error FROM crawls c JOIN galleries g ON g.gallery_id = c.gallery_id "_s.arg(
          galleryrows::Columns);

// What was crawled to its end since needs no going on.
const QString Unfinished = u"WHERE c.state <> ? AND NOT EXISTS (SELECT 1 FROM crawls n WHERE "
                           "n.gallery_id = c.gallery_id AND n.crawl_id > c.crawl_id AND n.state = ?) "_s;

QVariantList finished()
{
    return {enums::text(CrawlState::Finished), enums::text(CrawlState::Finished)};
}

std::optional<QDateTime> endOf(const QVariant &value)
{
    const QDateTime time = sql::timeOf(value);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

Crawl readCrawl(const Rows &row)
{
    int at = galleryrows::Count;
    Crawl crawl{.id = {row.value(at).toLongLong()}, .gallery = galleryrows::read(row, 0)};
    crawl.state = enums::of<CrawlState>(row.value(++at).toString());
    crawl.slices = slices::of(row.value(++at).toString());
    crawl.limit = sql::optional<int>(row, ++at);
    crawl.onlyList = row.value(++at).toBool();
    crawl.total = sql::optional<int>(row, ++at);
    crawl.listed = row.value(++at).toInt();
    crawl.startedAt = sql::timeOf(row.value(++at));
    crawl.endedAt = endOf(row.value(++at));
    crawl.error = row.value(++at).toString();
    return crawl;
}

Result<CrawlId> insert(Connection &connection, const Crawl &crawl, GalleryId gallery)
{
    const QDateTime start = crawl.startedAt.isValid() ? crawl.startedAt : QDateTime::currentDateTimeUtc();
    const auto id = connection.insert(
        u"INSERT INTO crawls (gallery_id, state, slices, title_limit, only_list, total, listed, started_at, ended_at, "
        "error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING crawl_id"_s,
        {gallery.value, enums::text(crawl.state), slices::text(crawl.slices), sql::orNull(crawl.limit), crawl.onlyList,
         sql::orNull(crawl.total), crawl.listed, sql::time(start), sql::time(crawl.endedAt.value_or(QDateTime())),
         sql::text(crawl.error)});
    return id.transform([](qint64 key) { return CrawlId{key}; });
}

}

Result<Crawl> library::startCrawl(Connection &connection, const Crawl &started)
{
    return connection.atomically([&]() -> Result<Crawl> {
        return keepGallery(connection, started.gallery)
            .and_then([&](GalleryId gallery) { return insert(connection, started, gallery); })
            .and_then([&](CrawlId id) { return crawl(connection, id); });
    });
}

Result<Crawl> library::crawl(Connection &connection, CrawlId id)
{
    auto found = connection.first(Select + u"WHERE c.crawl_id = ?"_s, {id.value}, readCrawl);
    if (!found)
        return std::unexpected(found.error());
    std::optional<Crawl> &crawl = *found;
    if (!crawl)
        return fail(Error::Kind::Missing, u"There is no such crawl in the database."_s, QString::number(id.value));
    return *std::move(crawl);
}

Result<std::optional<Crawl>> library::unfinishedCrawl(Connection &connection)
{
    return connection.first(Select + Unfinished + u"ORDER BY c.crawl_id DESC LIMIT 1"_s, finished(), readCrawl);
}

Result<std::optional<Crawl>> library::unfinishedLike(Connection &connection, const Crawl &wanted)
{
    const auto open = connection.all(Select + Unfinished + u"AND c.gallery_id = ? ORDER BY c.crawl_id DESC"_s,
                                     finished() + QVariantList{wanted.gallery.id.value}, readCrawl);
    return open.transform([&](const QList<Crawl> &crawls) {
        const auto like = std::ranges::find_if(crawls, [&](const Crawl &crawl) {
            return crawl.limit == wanted.limit && crawl.onlyList == wanted.onlyList;
        });
        return like == crawls.end() ? std::nullopt : std::optional(*like);
    });
}

Result<QList<Crawl>> library::crawls(Connection &connection, int limit)
{
    return connection.all(Select + u"ORDER BY c.crawl_id DESC LIMIT ?"_s, {limit}, readCrawl);
}

Result<> library::setState(Connection &connection, CrawlId id, CrawlState state, const QString &error)
{
    const bool ends = state == CrawlState::Finished || state == CrawlState::Failed;
    const QDateTime end = ends ? QDateTime::currentDateTimeUtc() : QDateTime();
    return connection.run(u"UPDATE crawls SET state = ?, ended_at = ?, error = ? WHERE crawl_id = ?"_s,
                          {enums::text(state), sql::time(end), sql::text(error), id.value});
}
