#include "jobs/loop.h"

using namespace Qt::Literals;

namespace {

Result<int> keepFailure(Connection &connection, WorkerId worker, const QList<ItemId> &ids, const Error &error)
{
    return connection.atomically([&] {
        return leases::give(connection, worker, leases::Purpose::Work, ids).and_then([&](const QList<ItemId> &held) {
            const auto kept = held.isEmpty() ? Result<>() : library::keepFailed(connection, held, error);
            return kept.transform([&] { return int(held.size()); });
        });
    });
}

}

QCoro::Task<> loop::keepFailed(std::shared_ptr<Run> run, QList<ItemId> ids, Error error)
{
    const auto kept = co_await run->database().run([worker = run->worker.id(), ids, error](Connection &connection) {
        return keepFailure(connection, worker, ids, error);
    });
    if (!kept) {
        run->fail(kept.error());
        co_return;
    }
    if (*kept == 0)
        co_return; // others do this work by now
    co_await run->note(*kept == 1 ? u"1 title"_s : u"%1 titles"_s.arg(*kept), error);
    run->countFailure(error);
}

QCoro::Task<std::optional<waiting::Outlook>> loop::look(std::shared_ptr<Run> run, Stage stage, int least)
{
    const auto found = co_await run->database().read([gallery = run->gallery(), stage, least](Connection &connection) {
        return waiting::look(connection, gallery, stage, least);
    });
    if (!mayGoOn(*run, found.transform([](const waiting::Outlook &) { })))
        co_return std::nullopt;
    co_return *found;
}

QCoro::Task<Result<QVariantList>> loop::take(std::shared_ptr<Run> run, Stage stage, library::Wanted wanted)
{
    co_return co_await run->database().run([gallery = run->gallery(), stage, wanted](Connection &connection) {
        return waiting::items(connection, gallery, stage, wanted);
    });
}

QList<ItemId> loop::idsOf(const QVariantList &items)
{
    QList<ItemId> ids;
    for (const QVariant &item : items)
        ids.append(ItemId{item.toLongLong()});
    return ids;
}

bool loop::mayGoOn(Run &run, const Result<> &outcome)
{
    if (!outcome)
        run.fail(outcome.error());
    return outcome && !run.stop().stop_requested();
}
