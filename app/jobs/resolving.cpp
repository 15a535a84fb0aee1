#include "jobs/steps.h"
#include "wiki/wikidata.h"

namespace {

QCoro::Task<Result<>> resolveItems(std::shared_ptr<Run> run, QList<Item> items)
{
    const auto resolved = co_await wikidata::resolve(run->http, run->services.origins, items, run->stop());
    if (!resolved)
        co_return std::unexpected(resolved.error());
    QList<ItemId> asked;
    for (const Item &item : items)
        asked.append(item.id);
    co_return co_await run->database().run(
        [asked, found = *resolved](Connection &connection) { return library::keepResolved(connection, asked, found); });
}

}

Step<Item> steps::resolve()
{
    return {.stage = Run::Stage::Resolve,
            .sources = {Run::Stage::List},
            .batch = wikidata::ResolveSize,
            .take = library::toResolve,
            .idOf = [](const Item &item) { return item.id; },
            .work = resolveItems};
}
