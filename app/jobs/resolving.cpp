#include "jobs/steps.h"
#include "wiki/wikidata.h"

namespace {

QCoro::Task<Result<>> resolveItems(std::shared_ptr<Run> run, QList<Item> items)
{
    for (const QList<Item> &some : requestsOf(run->services.http, items, wikidata::ResolveSize)) {
        const auto resolved = co_await wikidata::resolve(run->services.http, run->services.origins, some, run->stop());
        if (!resolved)
            co_return std::unexpected(resolved.error());
        QList<ItemId> asked;
        for (const Item &item : some)
            asked.append(item.id);
        const auto kept = co_await run->keep(asked, [asked, found = *resolved](Connection &connection) {
            return library::keepResolved(connection, asked, found);
        });
        if (!kept)
            co_return kept;
    }
    co_return Result<>{};
}

}

Step<Item> steps::resolve()
{
    return {.stage = Run::Stage::Resolve,
            .waitsAs = ::Stage::Listed,
            .sources = {Run::Stage::List},
            .batch = wikidata::ResolveSize,
            .read = library::toResolve,
            .work = resolveItems};
}
