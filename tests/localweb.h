#pragma once

#include "jobs/crawling.h"
#include "jobs/responsestore.h"
#include "net/httpclient.h"
#include "origin.h"
#include "store/database.h"
#include "store/library.h"
#include "worlds.h"

#include <QTemporaryDir>

/// A local web, a client that asks it without pauses, and a database of its own, also for answers that are kept: all
/// that a crawl needs.
class LocalWeb
{
public:
    using Fill = void (*)(origin::World &world);

    explicit LocalWeb(Fill fill);
    explicit LocalWeb(std::shared_ptr<const origin::World> world);
    ~LocalWeb() { http.close(); } // before what it may still write into
    Q_DISABLE_COPY_MOVE(LocalWeb)

    Services services() { return {.http = http, .sample = http, .database = *database, .origins = origins}; }
    /// The same file, opened anew, as after a restart.
    void reopen();

    Result<Tally> crawl(const QString &address, crawling::Options options = {});
    /// What was noted of all crawls, as a person reads it; the newest first.
    QStringList notes();
    template<typename Work>
    auto ask(Work work)
    {
        return QCoro::waitFor(database->run(std::move(work)));
    }

    Origin local;
    Origins origins;
    HttpClient http;
    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    std::unique_ptr<ResponseStore> responses;
};

/// Made titles, and where they are shown.
inline const QString MadeStream = QStringLiteral("https://www.justwatch.com/us/provider/made-stream/movies");
template<int Count>
void made(origin::World &world)
{
    origin::worlds::addMade(world, Count, 1);
}
