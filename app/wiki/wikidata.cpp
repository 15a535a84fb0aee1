#include "wiki/wikidata.h"

#include "wiki/ask.h"
#include "wiki/mediawiki.h"
#include "wiki/sparql.h"

using namespace Qt::Literals;

namespace {

Error tooMany(qsizetype asked, int most)
{
    return {.kind = Error::Kind::Invalid,
            .message = u"Wikidata is asked for %1 items at once, not for %2."_s.arg(most).arg(asked)};
}

Request entitiesRequest(const QUrl &wikidata, const QStringList &ids)
{
    return mediawiki::request(wikidata,
                              {{u"action"_s, u"wbgetentities"_s},
                               {u"ids"_s, ids.join(u'|')},
                               {u"props"_s, u"labels|aliases|descriptions|claims|sitelinks"_s},
                               {u"languages"_s, u"en|mul"_s},
                               {u"languagefallback"_s, u"1"_s},
                               {u"sitefilter"_s, u"enwiki"_s},
                               {u"maxlag"_s, u"5"_s}});
}

}

QCoro::Task<Result<QList<Resolved>>> wikidata::resolve(HttpClient &http, Origins origins, QList<Item> items,
                                                       std::stop_token stop)
{
    if (items.size() > ResolveSize)
        co_return std::unexpected(tooMany(items.size(), ResolveSize));
    const QByteArray query = resolveQuery(items);
    if (query.isEmpty())
        co_return QList<Resolved>();
    const auto parse = [items](const QByteArray &body) { return parseResolved(body, items); };
    co_return co_await ask(http, sparql::request(origins.wdqs, query), parse, stop);
}

QCoro::Task<Result<QList<wikidata::RawEntity>>> wikidata::entities(HttpClient &http, Origins origins, QStringList ids,
                                                                   std::stop_token stop)
{
    ids.removeIf([](const QString &id) { return !sparql::isItemId(id); });
    ids.removeDuplicates();
    if (ids.size() > EntitySize)
        co_return std::unexpected(tooMany(ids.size(), EntitySize));
    if (ids.isEmpty())
        co_return QList<RawEntity>();
    co_return co_await ask(http, entitiesRequest(origins.wikidata, ids), &parseEntities, stop);
}

QCoro::Task<Result<QList<wikidata::Named>>> wikidata::named(HttpClient &http, Origins origins, QStringList names,
                                                            std::stop_token stop)
{
    const QByteArray query = namedQuery(names);
    if (query.isEmpty())
        co_return QList<Named>();
    co_return co_await ask(http, sparql::request(origins.wdqs, query), &parseNamed, stop);
}

QCoro::Task<Result<Labels>> wikidata::labels(HttpClient &http, Origins origins, QStringList ids, std::stop_token stop)
{
    if (ids.size() > LabelSize)
        co_return std::unexpected(tooMany(ids.size(), LabelSize));
    const QByteArray query = labelsQuery(ids);
    if (query.isEmpty())
        co_return Labels();
    co_return co_await ask(http, sparql::request(origins.wdqs, query), &parseLabels, stop);
}
