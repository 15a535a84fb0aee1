#include "facts/source.h"

using namespace Qt::Literals;

namespace {

Source ofArticle(const Article &article, const QString &name)
{
    return {.kind = Source::Kind::Wikipedia,
            .name = name,
            .url = article.url,
            .revision = article.revision ? std::optional(article.revision) : std::nullopt,
            .at = article.timestamp};
}

}

Source source::ofGallery(const Item &item, const QString &name)
{
    return {.kind = Source::Kind::Gallery, .name = name, .url = item.url, .revision = {}, .at = item.crawledAt};
}

QUrl source::pageOf(const Entity &entity)
{
    return QUrl(u"https://www.wikidata.org/wiki/"_s + entity.id);
}

Source source::ofProperty(const QUrl &page, const QString &property, const QDateTime &at)
{
    return {.kind = Source::Kind::Wikidata, .name = property, .url = page, .revision = {}, .at = at};
}

Source source::ofField(const Article &article, const QString &field)
{
    return ofArticle(article, u"Infobox film: "_s + field);
}

Source source::ofSection(const Article &article, const QString &section)
{
    return ofArticle(article, section);
}
