#pragma once

#include "jobs/run.h"
#include "store/database.h"
#include "store/library.h"

/// One step of the flow: it takes rows of one kind, works on them, and its work writes rows.
template<typename Row>
struct Step
{
    Run::Stage stage;
    QList<Run::Stage> sources; ///< the stages that bring rows
    int batch; ///< rows at once; fewer only when no more will come
    Result<QList<Row>> (*take)(Connection &connection, GalleryId gallery, const library::Wanted &wanted);
    ItemId (*idOf)(const Row &row);
    QCoro::Task<Result<>> (*work)(std::shared_ptr<Run> run, QList<Row> rows);
};

namespace loop {

inline bool noMoreCome(const Run &run, const QList<Run::Stage> &sources)
{
    return std::ranges::all_of(sources, [&](Run::Stage source) { return run.isOver(source); });
}

/// Failed rows wait for their time; the loop goes on without them.
QCoro::Task<> keepFailed(std::shared_ptr<Run> run, QList<ItemId> ids, Error error);

/// Takes rows and works on them until there are none and none will come.
template<typename Row>
QCoro::Task<> work(std::shared_ptr<Run> run, Step<Row> step)
{
    while (co_await run->job->mayGoOn()) {
        const int news = run->news();
        const bool last = noMoreCome(*run, step.sources);
        const library::Wanted wanted{.most = step.batch, .least = last ? 1 : step.batch, .claimed = run->claimed()};
        const auto take = [step, gallery = run->gallery(), wanted](Connection &connection) {
            return step.take(connection, gallery, wanted);
        };
        auto found = co_await run->database().read(take);
        if (!found) {
            run->fail(found.error());
            co_return;
        }
        if (run->stop().stop_requested())
            co_return;

        QList<Row> rows;
        QList<ItemId> ids;
        for (Row &row : *found) {
            if (run->claim(step.idOf(row))) {
                ids.append(step.idOf(row));
                rows.append(std::move(row));
            }
        }
        if (rows.size() < found->size()) { // another worker was faster
            run->release(ids);
            continue;
        }
        if (rows.isEmpty()) {
            if (last && (run->claimed().isEmpty() || run->news() == news))
                co_return; // another worker has the rest, if there is one
            co_await run->newsAfter(news);
            continue;
        }

        const auto done = co_await step.work(run, std::move(rows));
        if (!done && done.error().kind != Error::Kind::Cancelled)
            co_await keepFailed(run, ids, done.error());
        else if (done)
            run->countSuccess();
        run->release(ids);
        run->tell();
    }
}

}
