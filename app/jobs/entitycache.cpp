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
        if (auto entity = wikidata::parseEntity(json.bytes()))
            read.insert(id, *std::move(entity));
    }
    return read;
}

/// The id that an entity is kept by: the one that was asked for, where it is redirected.
QString idOf(const wikidata::RawEntity &raw)
{
    return raw.requested.isEmpty() ? raw.entity.id : raw.requested;
}

QList<library::StoredEntity> storable(const QList<wikidata::RawEntity> &fetched)
{
    QList<library::StoredEntity> rows;
    for (const auto &raw : fetched)
        rows.append({.id = idOf(raw), .json = Packed(raw.json), .at = QDateTime::currentDateTimeUtc()});
    return rows;
}

/// Takes out of `ids` what is in the cache.
template<typename Value>
QHash<QString, Value> takeRecent(QCache<QString, Value> &recent, QStringList &ids)
{
    QHash<QString, Value> known;
    ids.removeDuplicates();
    ids.removeIf([&](const QString &id) {
        const Value *value = recent.object(id);
        if (value)
            known.insert(id, *value);
        return value != nullptr;
    });
    return known;
}

/// What was read is known, and need not be looked for elsewhere.
template<typename Value>
void add(const QHash<QString, Value> &read, QHash<QString, Value> &known, QCache<QString, Value> &recent,
         QStringList &ids)
{
    for (const auto &[id, value] : read.asKeyValueRange())
        recent.insert(id, new Value(value));
    known.insert(read);
    ids.removeIf([&](const QString &id) { return read.contains(id); });
}

/// Of these ids, what the rows know.
QCoro::Task<Result<QHash<QString, Entity>>> stored(std::shared_ptr<Run> run, QStringList ids)
{
    const auto rows
        = co_await run->database().read([ids](Connection &connection) { return library::entities(connection, ids); });
    if (!rows)
        co_return std::unexpected(rows.error());
    co_return co_await QtConcurrent::run(readStored, *rows);
}

QCoro::Task<Result<QHash<QString, Entity>>> fetched(std::shared_ptr<Run> run, QStringList ids)
{
    QHash<QString, Entity> read;
    for (const QStringList &some : requestsOf(run->services.http, ids, wikidata::EntitySize)) {
        const auto raw = co_await wikidata::entities(run->services.http, run->services.origins, some, run->stop());
        if (!raw)
            co_return std::unexpected(raw.error());
        for (const auto &one : *raw)
            read.insert(idOf(one), one.entity);
        const auto rows = co_await QtConcurrent::run(storable, *raw);
        run->keepAnswer([rows](Connection &connection) { return library::keepEntities(connection, rows); });
    }
    co_return read;
}

QCoro::Task<Result<Labels>> fetchedLabels(std::shared_ptr<Run> run, QStringList ids)
{
    Labels read;
    for (const QStringList &some : requestsOf(run->services.http, ids, wikidata::LabelSize)) {
        const auto labels = co_await wikidata::labels(run->services.http, run->services.origins, some, run->stop());
        if (!labels)
            co_return std::unexpected(labels.error());
        run->keepAnswer(
            [some, labels = *labels](Connection &connection) { return library::keepLabels(connection, some, labels); });
        read.insert(*labels);
    }
    co_return read;
}

}

QCoro::Task<Result<QHash<QString, Entity>>> entitycache::entities(std::shared_ptr<Run> run, QStringList ids)
{
    auto known = takeRecent(run->recent.entities, ids);
    if (ids.isEmpty())
        co_return known;
    const auto rows = co_await stored(run, ids);
    if (!rows)
        co_return std::unexpected(rows.error());
    add(*rows, known, run->recent.entities, ids);
    const auto answers = co_await fetched(run, ids);
    if (!answers)
        co_return std::unexpected(answers.error());
    add(*answers, known, run->recent.entities, ids);
    co_return known;
}

QCoro::Task<Result<Labels>> entitycache::labels(std::shared_ptr<Run> run, QStringList ids)
{
    auto known = takeRecent(run->recent.labels, ids);
    if (ids.isEmpty())
        co_return known;
    const auto rows
        = co_await run->database().read([ids](Connection &connection) { return library::labels(connection, ids); });
    if (!rows)
        co_return std::unexpected(rows.error());
    add(rows->known, known, run->recent.labels, ids);
    if (rows->missing.isEmpty())
        co_return known;
    const auto answers = co_await fetchedLabels(run, rows->missing);
    if (!answers)
        co_return std::unexpected(answers.error());
    add(*answers, known, run->recent.labels, ids);
    co_return known;
}
