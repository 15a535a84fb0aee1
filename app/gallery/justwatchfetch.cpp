#include "gallery/justwatch.h"
#include "gallery/justwatchanswer.h"
#include "gallery/justwatchquery.h"
#include "net/httpclient.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Qt::Literals;

namespace {

/// Without a provider the API would list the whole country.
Result<> check(const Gallery &gallery)
{
    if (gallery.provider.isEmpty())
        return fail(Error::Kind::Invalid, u"This gallery has no provider: choose one."_s, gallery.url.toString());
    return justwatch::checkCountry(gallery.country);
}

/// The page, and the cursor of the next as it is to be asked for.
Result<gallery::Page> readPage(const QByteArray &body, const Gallery &gallery, justwatch::Place place)
{
    auto page = justwatch::parse(body, gallery);
    if (!page || page->cursor.isEmpty())
        return page;
    if (page->cursor == place.after)
        return fail(Error::Kind::Malformed, u"JustWatch shows the same page again and again."_s, page->cursor);
    place.after = page->cursor;
    page->cursor = place.toCursor();
    return page;
}

Result<int> readCount(const QByteArray &body)
{
    const auto data = justwatch::readData(body);
    if (!data)
        return std::unexpected(data.error());
    const QJsonValue total = data->object["popularTitles"_L1]["totalCount"_L1];
    if (!total.isDouble())
        return fail(Error::Kind::Malformed,
                    u"JustWatch does not say how many titles there are: its form has changed."_s);
    return total.toInt();
}

}

QCoro::Task<Result<QList<Provider>>> justwatch::fetchProviders(HttpClient &http, Origins origins, QString country,
                                                               std::stop_token stop)
{
    if (const auto valid = checkCountry(country); !valid)
        co_return std::unexpected(valid.error());
    const auto answer = co_await http.send(providersRequest(origins, country), stop);
    co_return answer.and_then(bodyOf).and_then(parseProviders);
}

QCoro::Task<Result<gallery::Page>> justwatch::fetch(HttpClient &http, Origins origins, Gallery gallery, Years years,
                                                    QString cursor, std::stop_token stop)
{
    if (const auto valid = check(gallery); !valid)
        co_return std::unexpected(valid.error());
    if (!titleFilter(gallery, years))
        co_return gallery::Page{.total = 0}; // none of these years is asked for
    for (Place place = Place::fromCursor(cursor);;) {
        const auto answer = co_await http.send(pageRequest(origins, gallery, years, place), stop);
        const auto body = answer.and_then(bodyOf);
        auto page = body ? co_await QtConcurrent::run(readPage, *body, gallery, place) : std::unexpected(body.error());
        if (page && years == Years{} && page->total == 0) // of a few years only, none is an answer
            co_return std::unexpected(gallery::noTitles(gallery.url));
        if (page || !place.simplify(page.error()))
            co_return page;
    }
}

QCoro::Task<Result<int>> justwatch::count(HttpClient &http, Origins origins, Gallery gallery, Years years,
                                          std::stop_token stop)
{
    if (const auto valid = check(gallery); !valid)
        co_return std::unexpected(valid.error());
    if (!titleFilter(gallery, years))
        co_return 0;
    const auto answer = co_await http.send(countRequest(origins, gallery, years), stop);
    co_return answer.and_then(bodyOf).and_then(readCount);
}
