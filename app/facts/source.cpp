#include "facts/source.h"

using namespace Qt::Literals;

namespace {

QUrl pageOf(const Article &article)
{
    const QString key = QString(article.title).replace(u' ', u'_');
    QUrl url(u"https://en.wikipedia.org/"_s);
    url.setPath(u"/wiki/"_s + key, QUrl::DecodedMode);
    return url;
}

Source ofArticle(const Article &article, const QString &name)
{
    return {.kind = Source::Kind::Wikipedia,
            .name = name,
            .url = pageOf(article),
            .revision = article.revision ? std::optional(article.revision) : std::nullopt,
            .at = article.timestamp};
}

}

Source source::ofGallery(const Item &item, const QString &name)
{
    return {.kind = Source::Kind::Gallery, .name = name, .url = item.url, .revision = {}, .at = item.crawledAt};
}

Source source::ofProperty(const QString &entity, const QString &property, const QDateTime &at)
{
    return {.kind = Source::Kind::Wikidata,
            .name = property,
            .url = QUrl(u"https://www.wikidata.org/wiki/"_s + entity + u'#' + property),
            .revision = {},
            .at = at};
}

Source source::ofField(const Article &article, const QString &field)
{
    return ofArticle(article, u"Infobox film: "_s + field);
}

Source source::ofSection(const Article &article, const QString &section)
{
    return ofArticle(article, section);
}
