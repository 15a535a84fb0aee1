#include "jobs/loop.h"

using namespace Qt::Literals;

QCoro::Task<> loop::keepFailed(std::shared_ptr<Run> run, QList<ItemId> ids, Error error)
{
    const auto kept = co_await run->database().run(
        [ids, error](Connection &connection) { return library::keepFailed(connection, ids, error); });
    if (!kept) {
        run->fail(kept.error());
        co_return;
    }
    co_await run->note(ids.size() == 1 ? u"1 title"_s : u"%1 titles"_s.arg(ids.size()), error);
    run->countFailure(error);
}
