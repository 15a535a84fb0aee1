#include "wiki/rawarticle.h"

#include "wiki/mediawiki.h"
#include "wiki/titles.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

std::optional<RawArticle> articleOf(const QJsonObject &page)
{
    const QJsonObject revision = page["revisions"_L1][0].toObject();
    const QJsonValue content = revision["slots"_L1]["main"_L1]["content"_L1];
    if (!content.isString())
        return std::nullopt; // missing, or it comes with the next part
    return RawArticle{.page = {page["pageid"_L1].toInteger()},
                      .title = page["title"_L1].toString(),
                      .revision = revision["revid"_L1].toInteger(),
                      .timestamp = QDateTime::fromString(revision["timestamp"_L1].toString(), Qt::ISODate),
                      .wikitext = content.toString()};
}

QMap<QString, QString> continuation(const QJsonObject &root)
{
    QMap<QString, QString> more;
    const QJsonObject parameters = root["continue"_L1].toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        more.insert(it.key(), it->toVariant().toString());
    return more;
}

}

Result<wikipedia::ArticlePart> wikipedia::parseArticles(const QByteArray &body)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonObject query = (*root)["query"_L1].toObject();
    ArticlePart part{.leadsTo = leadsTo(query), .more = continuation(*root)};
    for (const auto &page : query["pages"_L1].toArray()) {
        if (auto article = articleOf(page.toObject()))
            part.articles.append(std::move(*article));
    }
    return part;
}

QList<RawArticle> wikipedia::collect(const QList<ArticlePart> &parts, const QStringList &titles)
{
    QHash<QString, RawArticle> byTitle;
    QHash<QString, QString> leads;
    for (const ArticlePart &part : parts) {
        leads.insert(part.leadsTo);
        for (const RawArticle &article : part.articles)
            byTitle.insert(article.title, article);
    }
    QList<RawArticle> found;
    for (const QString &title : titles) {
        const auto article = byTitle.constFind(follow(leads, cleanTitle(title)));
        if (article == byTitle.cend())
            continue;
        found.append(*article);
        found.last().requested = title;
    }
    return found;
}
