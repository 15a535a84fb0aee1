#include "jobs/crawling.h"

#include "gallery/file.h"
#include "gallery/justwatch.h"
#include "net/httpclient.h"
#include "store/database.h"
#include "store/library.h"
#include "wiki/wikidata.h"

#include <QCoroFuture>

#include <cmath>

using namespace Qt::Literals;
using namespace std::chrono;

namespace {

constexpr double WithoutId = 0.09; ///< of a gallery's titles have no IMDb id (measured on a US gallery of 2,489)
constexpr double LabelsPerTitle = 8; ///< people, companies and genres that a film links to and nobody asked for yet

struct Requests
{
    int justwatch = 0;
    int wikimedia = 0;
};

Requests requestsFor(int titles)
{
    const auto pages = [titles](double size) { return int(std::ceil(titles / size)); };
    const double searches = titles * WithoutId * (1 + 1.0 / 16);
    const double labels = titles * LabelsPerTitle / wikidata::LabelSize;
    return {.justwatch = pages(justwatch::PageSize) + 1,
            .wikimedia
            = pages(wikidata::ResolveSize) + 2 * pages(wikidata::EntitySize) + int(std::ceil(searches + labels))};
}

milliseconds intervalOf(const HttpClient &http, const QString &group)
{
    const auto &rules = http.options().rules;
    const auto found = std::ranges::find(rules, group, &PaceRule::group);
    return found == rules.end() ? 1000ms : found->interval;
}

/// Listing and looking up go on at the same time; the slower of the two counts.
TimeLeft timeFor(const Requests &requests, const HttpClient &http)
{
    const auto listing = requests.justwatch * intervalOf(http, u"JustWatch"_s);
    const auto lookingUp = requests.wikimedia * intervalOf(http, u"Wikimedia"_s);
    const auto least = duration_cast<seconds>(std::max(listing, lookingUp));
    return {.least = least, .most = least * 3 / 2 + 5s};
}

std::optional<GalleryId> knownAs(const QList<Gallery> &galleries, const Gallery &gallery)
{
    const auto same = [&](const Gallery &other) {
        return other.source == gallery.source && other.country == gallery.country && other.provider == gallery.provider
            && other.filter == gallery.filter;
    };
    const auto found = std::ranges::find_if(galleries, same);
    return found == galleries.end() ? std::nullopt : std::optional(found->id);
}

QCoro::Task<Result<std::optional<int>>> titlesOf(Services services, Gallery gallery, std::stop_token stop)
{
    if (gallery.source == "file"_L1) {
        const auto page = co_await QtConcurrent::run([path = gallery.provider] { return galleryfile::read(path); });
        co_return page.transform([](const gallery::Page &read) { return std::optional(int(read.items.size())); });
    }
    if (gallery.source == "html"_L1)
        co_return std::nullopt;
    const Services used = servicesFor(gallery, services);
    const auto count = co_await justwatch::count(used.http, used.origins, gallery, {}, stop);
    if (!count && justwatch::turnsUsAway(count.error()))
        co_return std::nullopt; // it will be read from the pages for people, which do not say
    co_return count.transform([](int titles) { return std::optional(titles); });
}

Result<std::optional<Tally>> tallyOf(Connection &connection, const Gallery &gallery)
{
    const auto galleries = library::galleries(connection);
    if (!galleries)
        return std::unexpected(galleries.error());
    const auto id = knownAs(*galleries, gallery);
    if (!id)
        return std::optional<Tally>();
    return library::tally(connection, id).transform([](const Tally &tally) { return std::optional(tally); });
}

}

QCoro::Task<Result<crawling::Preview>> crawling::preview(Services services, Gallery gallery, std::stop_token stop)
{
    const auto titles = co_await titlesOf(services, gallery, stop);
    if (!titles)
        co_return std::unexpected(titles.error());
    if (stop.stop_requested())
        co_return fail(Error::Kind::Cancelled, u"Nobody looks at it any more."_s); // and the database may be gone
    const auto known
        = co_await services.database.read([gallery](Connection &connection) { return tallyOf(connection, gallery); });
    if (!known)
        co_return std::unexpected(known.error());

    const std::optional<Tally> &before = *known;
    const int recorded = before ? before->recorded : 0; // need no look-up again
    Requests requests = requestsFor(std::max(0, titles->value_or(0) - recorded));
    requests.justwatch = requestsFor(titles->value_or(0)).justwatch;
    if (gallery.source != "justwatch"_L1)
        requests.justwatch = 0;
    co_return Preview{.gallery = gallery,
                      .titles = *titles,
                      .known = *known,
                      .requests = gallery.source == "sample"_L1 ? 0 : requests.justwatch + requests.wikimedia,
                      .time = gallery.source == "sample"_L1 ? TimeLeft{.least = 1s, .most = 3s}
                                                            : timeFor(requests, services.http)};
}
