#include "store/library.h"
#include "store/sql.h"

using namespace Qt::Literals;

Result<QList<library::StoredArticle>> library::articles(Connection &connection, const QStringList &titles)
{
    QVariantList keys;
    for (const QString &title : titles)
        keys.append(sql::text(title));
    return sql::where(
        connection, u"SELECT page_id, title, revision, revised_at, wikitext, read_at FROM articles WHERE title IN %1"_s,
        keys, [](const Rows &row) {
            return StoredArticle{.page = {row.value(0).toLongLong()},
                                 .title = row.value(1).toString(),
                                 .revision = row.value(2).toLongLong(),
                                 .timestamp = sql::timeOf(row.value(3)),
                                 .wikitext = Packed::ofRow(row.value(4).toByteArray()),
                                 .at = sql::timeOf(row.value(5))};
        });
}

Result<> library::keepArticles(Connection &connection, const QList<StoredArticle> &articles)
{
    QList<StoredArticle> sorted = articles; // who write the same ones at once do not wait for each other
    std::ranges::sort(sorted, {}, &StoredArticle::title);
    return connection.atomically([&] {
        return sql::each(sorted, [&](const StoredArticle &article) {
            return connection.run(u"INSERT INTO articles (page_id, title, revision, revised_at, wikitext, read_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (title) DO UPDATE SET "
                                  "page_id = excluded.page_id, revision = excluded.revision, "
                                  "revised_at = excluded.revised_at, wikitext = excluded.wikitext, "
                                  "read_at = excluded.read_at"_s,
                                  {article.page.value, article.title, article.revision, sql::time(article.timestamp),
                                   article.wikitext.forRow(), sql::time(article.at)});
        });
    });
}
