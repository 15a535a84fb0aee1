#include "cli/commands.h"
#include "cli/output.h"
#include "gallery/justwatch.h"
#include "wiki/wikiclient.h"

using namespace Qt::Literals;

QCoro::Task<int> commands::searchPages(Services services, QString words, int limit)
{
    WikiClient wiki(services.http, services.origins);
    const auto found = co_await wiki.searchPages(words, limit);
    if (!found)
        co_return output::fail(found.error());
    output::print(*found);
    co_return output::Done;
}

QCoro::Task<int> commands::searchMovies(Services services, QString words, int limit)
{
    MovieWikiClient wiki(services.http, services.origins);
    const auto found = co_await wiki.searchMovies(words, limit);
    if (!found)
        co_return output::fail(found.error());
    output::print(*found);
    co_return output::Done;
}

QCoro::Task<int> commands::providers(Services services, QString country)
{
    const auto found = co_await justwatch::fetchProviders(services.http, services.origins, country.toUpper());
    if (!found)
        co_return output::fail(found.error());
    for (const Provider &provider : *found)
        output::print(u"%1\t%2\t%3"_s.arg(provider.slug, provider.shortName, provider.clearName));
    co_return output::Done;
}
