#include "jobs/entitycache.h"

#include "store/database.h"
#include "store/library.h"
#include "wiki/wikidata.h"

#include <QCoroFuture>

using namespace Qt::Literals;

namespace {

QHash<QString, Entity> readStored(const QList<library::StoredEntity> &stored)
{
    QHash<QString, Entity> read;
    for (const auto &[id, json, at] : stored) {
        if (auto entity = wikidata::parseEntity(json))
            read.insert(id, *std::move(entity));
    }
    return read;
}

}

QCoro::Task<Result<QHash<QString, Entity>>> entitycache::entities(std::shared_ptr<Run> run, QStringList ids)
{
    ids.removeDuplicates();
    const auto stored
        = co_await run->database().run([ids](Connection &connection) { return library::entities(connection, ids); });
    if (!stored)
        co_return std::unexpected(stored.error());
    auto known = co_await QtConcurrent::run(readStored, *stored);

    QStringList missing;
    for (const QString &id : std::as_const(ids)) {
        if (!known.contains(id))
            missing.append(id);
    }
    for (const QStringList &some : requestsOf(run->services.http, missing, wikidata::EntitySize)) {
        const auto fetched = co_await wikidata::entities(run->services.http, run->services.origins, some, run->stop());
        if (!fetched)
            co_return std::unexpected(fetched.error());
        QList<library::StoredEntity> toKeep;
        for (const auto &raw : *fetched) {
            const QString id = raw.requested.isEmpty() ? raw.entity.id : raw.requested;
            toKeep.append({.id = id, .json = raw.json, .at = QDateTime::currentDateTimeUtc()});
            known.insert(id, raw.entity);
        }
        const auto kept = co_await run->database().run(
            [toKeep](Connection &connection) { return library::keepEntities(connection, toKeep); });
        if (!kept)
            co_return std::unexpected(kept.error());
    }
    co_return known;
}

QCoro::Task<Result<Labels>> entitycache::labels(std::shared_ptr<Run> run, QStringList ids)
{
    ids.removeDuplicates();
    auto known
        = co_await run->database().run([ids](Connection &connection) { return library::labels(connection, ids); });
    if (!known)
        co_return std::unexpected(known.error());
    ids.removeIf([&](const QString &id) { return known->contains(id); });
    if (ids.isEmpty())
        co_return known;
    const auto missing = co_await run->database().run(
        [ids](Connection &connection) { return library::missingLabels(connection, ids); });
    if (!missing)
        co_return std::unexpected(missing.error());
    for (const QStringList &some : requestsOf(run->services.http, *missing, wikidata::LabelSize)) {
        const auto fetched = co_await wikidata::labels(run->services.http, run->services.origins, some, run->stop());
        if (!fetched)
            co_return std::unexpected(fetched.error());
        const auto kept = co_await run->database().run([some, labels = *fetched](Connection &connection) {
            return library::keepLabels(connection, some, labels);
        });
        if (!kept)
            co_return std::unexpected(kept.error());
        known->insert(*fetched);
    }
    co_return known;
}
