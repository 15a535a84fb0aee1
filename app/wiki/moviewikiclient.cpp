#include "wiki/ask.h"
#include "wiki/mediawiki.h"
#include "wiki/movies.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"
#include "wiki/wikirequests.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

using wikipedia::FactsOfPages;

QList<QList<qint64>> batches(const QJsonObject &found)
{
    QList<QList<qint64>> batches;
    for (const auto &page : found["pages"_L1].toArray()) {
        const qint64 id = page["id"_L1].toInteger();
        if (id <= 0)
            continue;
        if (batches.isEmpty() || batches.last().size() == mediawiki::MaxValues)
            batches.append(QList<qint64>());
        batches.last().append(id);
    }
    return batches;
}

/// What the Wikidata items of pages say of them.
QCoro::Task<Result<FactsOfPages>> withItems(HttpClient &http, Origins origins, FactsOfPages facts, std::stop_token stop)
{
    QStringList ids;
    for (const auto &page : facts) {
        if (!page.wikidataId.isEmpty())
            ids.append(page.wikidataId);
    }
    ids.sort();
    const auto entities = co_await wikidata::entities(http, origins, ids, stop);
    if (!entities)
        co_return std::unexpected(entities.error());
    QHash<QString, std::optional<bool>> films;
    for (const auto &raw : *entities)
        films.insert(raw.requested, wikidata::isFilm(raw.entity));
    for (auto &page : facts)
        page.film = films.value(page.wikidataId);
    co_return facts;
}

}

QCoro::Task<Result<QJsonObject>> MovieWikiClient::searchMovies(QString words, int limit, std::stop_token stop)
{
    const auto found = co_await searchPages(words, limit, stop);
    if (!found)
        co_return std::unexpected(found.error());
    FactsOfPages facts;
    for (const auto &pages : batches(*found)) {
        auto read
            = co_await ask(m_http, wikipedia::factsRequest(m_origins.wikipedia, pages), &wikipedia::parseFacts, stop);
        if (read)
            read = co_await withItems(m_http, m_origins, *read, stop);
        if (!read)
            co_return std::unexpected(read.error());
        facts.insert(*read);
    }
    co_return wikipedia::movies(*found, facts, m_origins.wikipedia);
}
