#include "jobs/weighing.h"

#include "jobs/entitycache.h"
#include "jobs/learning.h"
#include "match/judge.h"
#include "match/score.h"
#include "store/database.h"
#include "wiki/wikidata.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Kept = 10; ///< candidates of an item that are kept for a person

/// What the search knew, completed by what Wikidata says.
Candidate completed(const Candidate &found, const Entity &entity, const Labels &labels)
{
    Candidate full = wikidata::candidate(entity, labels);
    if (found.page) {
        full.page = found.page;
        full.key = found.key;
        full.title = found.title;
        full.matchedTitle = found.matchedTitle;
        full.rank = found.rank;
        full.excerpt = found.excerpt;
        if (!found.description.isEmpty())
            full.description = found.description;
        if (!full.film)
            full.film = found.film;
        if (full.type.isEmpty())
            full.type = found.type;
    }
    if (found.thumbnail)
        full.thumbnail = found.thumbnail;
    return full;
}

QStringList wikidataIds(const QList<weighing::Question> &questions)
{
    QStringList ids;
    for (const auto &question : questions) {
        for (const Candidate &candidate : question.candidates) {
            if (candidate.wikidataId)
                ids.append(*candidate.wikidataId);
        }
    }
    return ids;
}

library::Weighed weighOne(const weighing::Question &question, const QHash<QString, Entity> &entities,
                          const Labels &labels, const Weights &weights)
{
    QList<Candidate> candidates;
    for (const Candidate &found : question.candidates) {
        const auto entity = entities.constFind(found.wikidataId.value_or(QString()));
        candidates.append(entity == entities.cend() ? found : completed(found, *entity, labels));
    }
    candidates = score::rank(question.item, std::move(candidates), weights);
    const Decision decision = judge::decide(question.item, candidates, weights);
    candidates.resize(std::min(candidates.size(), Kept));
    return {.item = question.item.id, .candidates = candidates, .decision = decision};
}

QList<library::Weighed> weighAll(const QList<weighing::Question> &questions, const QHash<QString, Entity> &entities,
                                 const Labels &labels, const Weights &weights)
{
    QList<library::Weighed> weighed;
    for (const auto &question : questions)
        weighed.append(weighOne(question, entities, labels, weights));
    return weighed;
}

/// People of the candidates of undecided items: they may settle it, and a person wants to read them.
QStringList peopleOfUndecided(const QList<library::Weighed> &weighed, const QHash<QString, Entity> &entities)
{
    constexpr qsizetype FirstCast = 8;
    QStringList ids;
    for (const auto &one : weighed) {
        if (one.decision.verdict != Verdict::Unreviewed)
            continue;
        for (const Candidate &candidate : one.candidates) {
            const Entity entity = entities.value(candidate.wikidataId.value_or(QString()));
            for (const QString &property : {u"P57"_s, u"P161"_s, u"P725"_s, u"P31"_s}) {
                const auto statements = entity.statements(property);
                for (const Statement &statement : statements.first(std::min(statements.size(), FirstCast))) {
                    if (const auto *link = std::get_if<ItemLink>(&statement.value))
                        ids.append(link->id);
                }
            }
        }
    }
    return ids;
}

}

QCoro::Task<Result<QList<library::Weighed>>> weighing::weigh(std::shared_ptr<Run> run, QList<Question> questions)
{
    const auto entities = co_await entitycache::entities(run, wikidataIds(questions));
    if (!entities)
        co_return std::unexpected(entities.error());
    const auto weights = co_await learning::weights(run->database());
    if (!weights)
        co_return std::unexpected(weights.error());
    auto weighed = co_await QtConcurrent::run(weighAll, questions, *entities, Labels{}, *weights);
    const auto people = peopleOfUndecided(weighed, *entities);
    if (people.isEmpty())
        co_return weighed;
    const auto labels = co_await entitycache::labels(run, people);
    if (!labels)
        co_return std::unexpected(labels.error());
    co_return co_await QtConcurrent::run(weighAll, questions, *entities, *labels, *weights);
}

QCoro::Task<Result<>> weighing::keep(std::shared_ptr<Run> run, QList<library::Weighed> weighed)
{
    if (weighed.isEmpty())
        co_return Result<>();
    QList<ItemId> items;
    for (const library::Weighed &one : weighed)
        items.append(one.item);
    const auto kept = co_await run->keep(
        items, [weighed](Connection &connection) { return library::keepWeighed(connection, weighed); });
    if (kept)
        run->countDecided(weighed);
    co_return kept;
}
