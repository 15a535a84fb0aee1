#include "wiki/rawarticle.h"

#include "wiki/jsonview.h"
#include "wiki/mediawiki.h"
#include "wiki/titles.h"

using namespace Qt::Literals;

namespace {

std::optional<RawArticle> articleOf(const JsonView &page)
{
    const auto revisions = page["revisions"].items();
    const JsonView revision = revisions.isEmpty() ? JsonView() : revisions.first();
    const JsonView content = revision["slots"]["main"]["content"];
    if (!content.isText())
        return std::nullopt; // missing, or it comes with the next part
    return RawArticle{.page = {page["pageid"].integer()},
                      .title = page["title"].text(),
                      .revision = revision["revid"].integer(),
                      .timestamp = QDateTime::fromString(revision["timestamp"].text(), Qt::ISODate),
                      .wikitext = content.text()};
}

/// `normalized` and `redirects`: from → to.
QHash<QString, QString> leadsTo(const JsonView &query)
{
    QHash<QString, QString> leads;
    for (const char *list : {"normalized", "redirects"}) {
        for (const JsonView &lead : query[list].items())
            leads.insert(lead["from"].text(), lead["to"].text());
    }
    return leads;
}

QMap<QString, QString> continuation(const JsonView &root)
{
    QMap<QString, QString> more;
    for (const auto &[name, value] : root["continue"].fields())
        more.insert(QString::fromUtf8(QByteArrayView(name)),
                    value.isText() ? value.text() : QString::number(value.integer()));
    return more;
}

}

Result<wikipedia::ArticlePart> wikipedia::parseArticles(const QByteArray &body)
{
    const JsonDocument document(body);
    const JsonView root = document.root();
    if (!root.isObject() || root["error"].exists()) {
        if (const auto problem = mediawiki::parse(body); !problem)
            return std::unexpected(problem.error());
    }
    ArticlePart part{.leadsTo = ::leadsTo(root["query"]), .more = continuation(root)};
    for (const JsonView &page : root["query"]["pages"].items()) {
        if (auto article = articleOf(page))
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
