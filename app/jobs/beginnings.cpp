#include "jobs/beginnings.h"

#include "jobs/run.h"
#include "net/httpclient.h"
#include "store/database.h"
#include "store/library.h"
#include "wiki/ask.h"
#include "wiki/beginnings.h"
#include "wiki/rawarticle.h"

using namespace Qt::Literals;

namespace {

QHash<QString, QString> leadsOf(const QList<library::StoredArticle> &articles)
{
    QHash<QString, QString> leads;
    for (const auto &stored : articles) {
        const RawArticle raw{
            .page = stored.page, .title = stored.title, .wikitext = QString::fromUtf8(stored.wikitext.bytes())};
        if (const QString lead = wikipedia::read(raw).lead; !lead.isEmpty())
            leads.insert(stored.title, wikipedia::cleanBeginning(lead));
    }
    return leads;
}

}

QCoro::Task<Result<QHash<QString, QString>>> beginnings::read(Services services, Gallery gallery, QStringList titles,
                                                              std::stop_token stop)
{
    const Services own = servicesFor(gallery, services);
    const auto stored = co_await own.database.read(
        [titles](Connection &connection) { return library::articles(connection, titles); });
    if (!stored)
        co_return std::unexpected(stored.error());
    if (stop.stop_requested())
        co_return fail(Error::Kind::Cancelled, u"Nobody looks at it any more."_s);
    auto known = co_await QtConcurrent::run(leadsOf, *stored);
    titles.removeIf([&](const QString &title) { return known.contains(title); });
    if (titles.isEmpty() || stop.stop_requested()) // what would be asked may be gone
        co_return known;
    for (const QStringList &some : requestsOf(own.http, titles, wikipedia::BeginningsSize)) {
        const auto parse = [some](const QByteArray &body) { return wikipedia::parseBeginnings(body, some); };
        const auto asked
            = co_await ask(own.http, wikipedia::beginningsRequest(own.origins.wikipedia, some), parse, stop);
        if (!asked && known.isEmpty())
            co_return std::unexpected(asked.error());
        if (!asked)
            break;
        for (const QString &title : some)
            known.insert(title, asked->value(title));
    }
    co_return known;
}
