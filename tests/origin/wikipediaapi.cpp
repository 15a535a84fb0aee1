#include "wikipediaface.h"

#include "mediawiki.h"
#include "pagequery.h"

namespace origin::wikipedia {

namespace {

/// What pages a request is about, and how it came to them.
class Resolution
{
public:
    Resolution(const World &world, PageQuery &query)
        : m_world(world)
        , m_query(query)
    {
    }

    void addTitles(const QByteArrayList &titles, bool followRedirects)
    {
        for (const QByteArray &title : titles)
            addTitle(title, followRedirects);
    }

    void addIds(const QByteArrayList &ids)
    {
        for (const QByteArray &id : ids)
            add({.page = m_world.pageById(id.toInt()), .title = id});
    }

    void addHits(const QList<Hit> &hits, qsizetype offset, qsizetype limit)
    {
        for (qsizetype i = offset; i < std::min(offset + limit, hits.size()); ++i)
            add({.page = hits[i].page, .index = int(i + 1), .redirect = hits[i].redirect});
    }

private:
    void addTitle(const QByteArray &title, bool followRedirects)
    {
        const QByteArray normal = mediawiki::normalTitle(title);
        if (normal != title)
            m_query.normalized.append({title, normal});
        const Index target = m_world.redirectOf(normal);
        if (target >= 0 && followRedirects)
            m_query.redirects.append({normal, m_world.pages[target].title});
        add({.page = target >= 0 && followRedirects ? target : m_world.pageOf(normal), .title = normal});
    }

    void add(const PageResult &result)
    {
        const auto same = [&](const PageResult &known) {
            return known.page == result.page && (result.page >= 0 || known.title == result.title);
        };
        if (std::ranges::none_of(m_query.pages, same))
            m_query.pages.append(result);
    }

    const World &m_world;
    PageQuery &m_query;
};

void searchInto(const World &world, const HttpRequest &request, PageQuery &query)
{
    const SearchQuery search = SearchQuery::parse(request.query.value("gsrsearch"));
    const QList<Hit> hits = world.index().search(search);
    const int limit = std::clamp(request.query.value("gsrlimit", "10").toInt(), 1, 500);
    const int offset = request.query.value("gsroffset").toInt();
    query.words = search.all();
    Resolution(world, query).addHits(hits, offset, limit);
    if (offset + limit < hits.size())
        query.continuation = {{"gsroffset", QByteArray::number(offset + limit)}, {"continue", "gsroffset||"}};
}

HttpReply listSearch(const World &world, const HttpRequest &request)
{
    const SearchQuery search = SearchQuery::parse(request.query.value("srsearch"));
    const QList<Hit> hits = world.index().search(search);
    const int limit = std::clamp(request.query.value("srlimit", "10").toInt(), 1, 500);
    const int offset = request.query.value("sroffset").toInt();
    return listOf(world, hits, search.all(), offset, limit);
}

bool isTooMuch(const HttpRequest &request)
{
    return std::max(mediawiki::values(request.query.value("titles")).size(),
                    mediawiki::values(request.query.value("pageids")).size())
        > mediawiki::MostValues;
}

HttpReply query(const World &world, const HttpRequest &request)
{
    if (isTooMuch(request))
        return mediawiki::error("toomanyvalues", "Too many values supplied for parameter \"titles\". The limit is 50.");
    if (request.query.value("list") == "search")
        return listSearch(world, request);
    PageQuery query{.request = request};
    Resolution resolution(world, query);
    resolution.addTitles(mediawiki::values(request.query.value("titles")), mediawiki::isTrue(request, "redirects"));
    resolution.addIds(mediawiki::values(request.query.value("pageids")));
    if (request.query.value("generator") == "search")
        searchInto(world, request, query);
    return answer(world, query);
}

}

HttpReply api(const World &world, const HttpRequest &request)
{
    if (request.query.value("format") != "json" || request.query.value("formatversion") != "2")
        return http::html(200, "The local origin answers format=json and formatversion=2 only");
    if (request.query.value("action") != "query")
        return mediawiki::error("badvalue",
                                "Unrecognized value for parameter \"action\": " + request.query.value("action"));
    return query(world, request);
}

}
