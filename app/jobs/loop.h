#pragma once

#include "jobs/run.h"
#include "store/database.h"
#include "store/library.h"
#include "store/waiting.h"

/// One step of the flow: it takes items that wait, reads them as rows of one kind, works on these, and its work writes
/// rows.
template<typename Row>
struct Step
{
    Run::Stage stage;
    ::Stage waitsAs; ///< of the items that are its rows
    QList<Run::Stage> sources; ///< the stages that bring rows
    int batch; ///< rows that are worth a turn: fewer only when no more will come
    int most = batch; ///< rows in one turn, in whole batches, where so many wait
    Result<QList<Row>> (*read)(Connection &connection, const QVariantList &items);
    QCoro::Task<Result<>> (*work)(std::shared_ptr<Run> run, QList<Row> rows);
};

namespace loop {

inline bool noMoreCome(const Run &run, const QList<Run::Stage> &sources)
{
    return std::ranges::all_of(sources, [&](Run::Stage source) { return run.isOver(source); });
}

/// Of these, those that are still this worker's wait for another try; the loop goes on without them.
QCoro::Task<> keepFailed(std::shared_ptr<Run> run, QList<ItemId> ids, Error error);

/// What there is to be taken. Nothing, if the run is to end.
QCoro::Task<std::optional<waiting::Outlook>> look(std::shared_ptr<Run> run, Stage stage, int least);

/// Items that wait are this worker's from now on.
QCoro::Task<Result<QVariantList>> take(std::shared_ptr<Run> run, Stage stage, library::Wanted wanted);

QList<ItemId> idsOf(const QVariantList &items);

/// An error of the database ends the run. False: it does, or was stopped.
bool mayGoOn(Run &run, const Result<> &outcome);

/// Takes rows and works on them until there are none, with other workers neither, and none will come.
template<typename Row>
QCoro::Task<> work(std::shared_ptr<Run> run, Step<Row> step)
{
    while (co_await run->job->mayGoOn()) {
        const int news = run->news();
        const bool last = noMoreCome(*run, step.sources);
        const int least = last ? 1 : step.batch;
        const auto outlook = co_await look(run, step.waitsAs, least);
        if (!outlook)
            co_return;
        if (!outlook->enough) {
            if (last && (!outlook->any || !run->crawl.id))
                co_return;
            co_await run->newsAfter(news);
            continue;
        }

        if (const auto entered = co_await run->worker.enter(); !mayGoOn(*run, entered))
            co_return;
        const library::Wanted wanted{.most = step.most, .least = least, .worker = run->worker.id()};
        const auto taken = co_await take(run, step.waitsAs, wanted);
        if (!taken && taken.error().kind == Error::Kind::Cancelled && !run->stop().stop_requested()) {
            run->worker.forget();
            continue;
        }
        if (!mayGoOn(*run, taken.transform([](const QVariantList &) { })))
            co_return;
        if (taken->isEmpty()) // another worker was faster
            continue;

        auto rows = co_await run->database().read(
            [step, items = *taken](Connection &connection) { return step.read(connection, items); });
        if (!mayGoOn(*run, rows.transform([](const QList<Row> &) { })))
            co_return;
        const auto done = co_await step.work(run, *std::move(rows));
        if (!done && done.error().kind != Error::Kind::Cancelled)
            co_await keepFailed(run, idsOf(*taken), done.error());
        else if (done)
            run->countSuccess();
        run->tell();
    }
}

}
