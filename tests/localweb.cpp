#include "localweb.h"

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const origin::World> filled(LocalWeb::Fill fill)
{
    auto world = std::make_shared<origin::World>();
    fill(*world);
    return world;
}

HttpOptions unpaced()
{
    return {.userAgent = u"Cineteca/test (test@example.org)"_s,
            .rules = {{.hosts = u"127.0.0.1"_s, .group = u"local"_s, .interval = 0ms, .inFlight = 4}},
            .backOff = 5ms};
}

}

LocalWeb::LocalWeb(Fill fill)
    : LocalWeb(filled(fill))
{
}

LocalWeb::LocalWeb(std::shared_ptr<const origin::World> world)
    : local(std::move(world))
    , http(unpaced())
{
    if (!local.start())
        qFatal("The local origin cannot listen.");
    origins = origins::fromEnvironment(local.settings()).value();
    reopen();
}

void LocalWeb::reopen()
{
    http.setStore(nullptr);
    database.reset();
    database = std::make_unique<Database>(folder.filePath(u"movies.sqlite"_s));
    responses = std::make_unique<ResponseStore>(*database);
    http.setStore(responses.get());
}

Result<Tally> LocalWeb::crawl(const QString &address, crawling::Options options)
{
    const auto gallery = QCoro::waitFor(crawling::find(services(), address));
    if (!gallery)
        return std::unexpected(gallery.error());
    const auto crawl = QCoro::waitFor(crawling::prepare(services(), *gallery, options));
    if (!crawl)
        return std::unexpected(crawl.error());
    return QCoro::waitFor(crawling::run(std::make_shared<Job>(), services(), crawl->id));
}

QStringList LocalWeb::notes()
{
    QStringList sentences;
    for (const auto noted = ask([](Connection &connection) { return library::notes(connection, {}); });
         const Note &note : noted.value())
        sentences.append(note.error.message);
    return sentences;
}
