#include "gallery/justwatch.h"
#include "gallery/justwatchanswer.h"
#include "gallery/justwatchquery.h"
#include "net/ask.h"

#include <QLocale>

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

/// To the API an unknown country is an error of its own (shared with what it cannot answer for a while).
Result<QList<Provider>> readProviders(const QByteArray &body, const QString &country)
{
    return justwatch::parseProviders(body).transform_error([&](Error error) {
        if (error.kind == Error::Kind::Network)
            error.message = u"JustWatch knows no country %1, or cannot answer now."_s.arg(country);
        return error;
    });
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
    if (QLocale::codeToTerritory(country) == QLocale::AnyTerritory)
        co_return fail(Error::Kind::Invalid, u"JustWatch knows no country %1."_s.arg(country));
    const auto read = [country](const QByteArray &body) { return readProviders(body, country); };
    co_return co_await ask<Reads::Here>(http, providersRequest(origins, country), &bodyOf, read, stop);
}

QCoro::Task<Result<gallery::Page>> justwatch::fetch(HttpClient &http, Origins origins, Gallery gallery, Part part,
                                                    QString cursor, std::stop_token stop)
{
    if (const auto valid = check(gallery); !valid)
        co_return std::unexpected(valid.error());
    if (!titleFilter(gallery, part))
        co_return gallery::Page{.total = 0}; // none of these years is asked for
    for (Place place = Place::fromCursor(cursor);;) {
        const auto read = [gallery, place](const QByteArray &body) { return readPage(body, gallery, place); };
        auto page
            = co_await ask<Reads::OnThePool>(http, pageRequest(origins, gallery, part, place), &bodyOf, read, stop);
        if (page && part == Part{} && page->total == 0) // of a part of it, none is an answer
            co_return std::unexpected(gallery::noTitles(gallery.url));
        if (page || !place.simplify(page.error()))
            co_return page;
    }
}

QCoro::Task<Result<int>> justwatch::count(HttpClient &http, Origins origins, Gallery gallery, Part part,
                                          std::stop_token stop)
{
    if (const auto valid = check(gallery); !valid)
        co_return std::unexpected(valid.error());
    if (!titleFilter(gallery, part))
        co_return 0;
    co_return co_await ask<Reads::Here>(http, countRequest(origins, gallery, part), &bodyOf, &readCount, stop);
}
