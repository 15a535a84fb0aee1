#include "jobs/steps.h"
#include "jobs/weighing.h"
#include "wiki/wikidata.h"

namespace {

QCoro::Task<Result<>> matchItems(std::shared_ptr<Run> run, QList<library::Identified> rows)
{
    co_await run->recordersCaughtUp();
    QList<weighing::Question> questions;
    for (const auto &row : rows) {
        weighing::Question question{.item = row.item};
        for (const QString &id : row.wikidataIds)
            question.candidates.append({.wikidataId = id});
        questions.append(question);
    }
    const auto weighed = co_await weighing::weigh(run, questions);
    if (!weighed)
        co_return std::unexpected(weighed.error());
    co_return co_await weighing::keep(run, *weighed);
}

}

Step<library::Identified> steps::matchById()
{
    return {.stage = Run::Stage::MatchById,
            .waitsAs = ::Stage::Found,
            .sources = {Run::Stage::Resolve},
            .batch = wikidata::EntitySize,
            .read = library::toMatch,
            .work = matchItems};
}
