#include "jobs/searching.h"

#include "jobs/learning.h"
#include "jobs/steps.h"
#include "jobs/weighing.h"
#include "match/judge.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"
#include "wiki/wikirequests.h"

namespace {

using weighing::Question;

constexpr int TitlesAtOnce = 50; ///< that the action API takes

/// An item while it is looked for.
struct Search
{
    Question question;
    library::Weighed weighed;
    std::optional<Error> failure;
    bool isKept = false;
};

/// Who answers, and how.
struct Asked
{
    std::shared_ptr<Run> run;
    WikiClient &wiki;
};

bool isDecided(const Search &search)
{
    return search.weighed.decision.verdict == Verdict::AcceptedByMachine && judge::isPlain(search.weighed.candidates);
}

bool isOpen(const Search &search)
{
    return !search.isKept && !search.failure;
}

using ByName = QMultiHash<QString, Candidate>;

/// Asks whether the titles exist that Wikipedia's naming would give the articles.
QCoro::Task<Result<ByName>> probed(Asked asked, QList<library::Identified> rows)
{
    QStringList titles;
    for (const auto &row : rows)
        titles += searching::guesses(row.item);
    titles.removeDuplicates();
    ByName found;
    for (const QStringList &some : requestsOf(asked.run->services.http, titles, TitlesAtOnce)) {
        const auto probed = co_await asked.wiki.probe(some, asked.run->stop());
        if (!probed)
            co_return std::unexpected(probed.error());
        for (const Candidate &candidate : *probed)
            found.insert(candidate.matchedTitle.value_or(candidate.title), candidate);
    }
    co_return found;
}

using Namesakes = QMultiHash<QString, wikidata::Named>;

/// Asks which films bear the names in any language.
QCoro::Task<Result<Namesakes>> named(Asked asked, QList<library::Identified> rows)
{
    const Services &services = asked.run->services;
    Namesakes found;
    for (const auto &some : requestsOf(services.http, rows, wikidata::NamedSize)) {
        QStringList names;
        for (const auto &row : some)
            names += searching::names(row.item);
        names.removeDuplicates();
        const auto films = co_await wikidata::named(services.http, services.origins, names, asked.run->stop());
        if (!films)
            co_return std::unexpected(films.error());
        for (const auto &film : *films)
            found.insert(film.name, film);
    }
    co_return found;
}

/// Those of the year or one beside it; a few of any year where none is known.
QList<Candidate> aboutTheYear(const Item &item, const QList<wikidata::Named> &films)
{
    constexpr qsizetype Most = 20;
    QList<Candidate> candidates;
    for (const auto &film : films) {
        if (candidates.size() < Most && (!item.year || std::abs(film.year - *item.year) <= 1))
            candidates.append({.wikidataId = film.wikidataId});
    }
    return candidates;
}

/// What can be asked for many items in one request.
QCoro::Task<Result<QList<Search>>> guess(Asked asked, QList<library::Identified> rows)
{
    const auto articles = co_await probed(asked, rows);
    if (!articles)
        co_return std::unexpected(articles.error());
    const auto films = co_await named(asked, rows);
    if (!films)
        co_return std::unexpected(films.error());
    QList<Search> searches;
    for (const auto &row : rows) {
        Question question{.item = row.item, .candidates = {}};
        for (const QString &title : searching::guesses(row.item))
            question.candidates = searching::joined(question.candidates, articles->values(title));
        for (const QString &name : searching::names(row.item))
            question.candidates = searching::joined(question.candidates, aboutTheYear(row.item, films->values(name)));
        searches.append({.question = question});
    }
    co_return searches;
}

/// Weighs what is not kept yet, all of it together.
QCoro::Task<Result<QList<Search>>> weigh(std::shared_ptr<Run> run, QList<Search> searches,
                                         bool (*wanted)(const Search &))
{
    QList<Question> questions;
    for (const Search &search : searches) {
        if (wanted(search))
            questions.append(search.question);
    }
    const auto weighed = co_await weighing::weigh(run, questions);
    if (!weighed)
        co_return std::unexpected(weighed.error());
    auto next = weighed->begin();
    for (Search &search : searches) {
        if (wanted(search))
            search.weighed = *next++;
    }
    co_return searches;
}

QCoro::Task<Result<QList<Search>>> keep(std::shared_ptr<Run> run, QList<Search> searches,
                                        bool (*wanted)(const Search &))
{
    QList<library::Weighed> weighed;
    for (Search &search : searches) {
        if (search.isKept || search.failure || !wanted(search))
            continue;
        weighed.append(search.weighed);
        search.isKept = true;
    }
    if (const auto kept = co_await weighing::keep(run, weighed); !kept)
        co_return std::unexpected(kept.error());
    run->tell();
    co_return searches;
}

/// One search for films of about the year that have any of the title's words; for films of the title, where no year is
/// known.
QCoro::Task<Result<QList<Candidate>>> found(Asked asked, Item item)
{
    const QString words = searching::byWords(item);
    if (!words.isEmpty())
        co_return co_await asked.wiki.search(words, WikiClient::Only::Anything, wikipedia::MostFound,
                                             asked.run->stop());
    co_return co_await asked.wiki.search(searching::byTitle(item.title), WikiClient::Only::Films, wikipedia::SearchSize,
                                         asked.run->stop());
}

/// Searches for all that are still open. A search that fails concerns its item only.
QCoro::Task<Result<QList<Search>>> searchAll(Asked asked, QList<Search> searches)
{
    if (std::ranges::none_of(searches, isOpen))
        co_return searches;
    const auto weights = co_await learning::weights(asked.run->database());
    if (!weights)
        co_return std::unexpected(weights.error());
    for (Search &search : searches) {
        if (!isOpen(search))
            continue;
        const auto candidates = co_await found(asked, search.question.item);
        if (!candidates && candidates.error().kind == Error::Kind::Cancelled)
            co_return std::unexpected(candidates.error());
        if (candidates) {
            search.question.candidates = searching::joined(
                search.question.candidates, searching::likeliest(search.question.item, *candidates, *weights));
            continue;
        }
        search.failure = candidates.error();
        co_await loop::keepFailed(asked.run, {search.question.item.id}, candidates.error());
    }
    co_return co_await weigh(asked.run, searches, isOpen);
}

bool isAny(const Search &)
{
    return true;
}

QCoro::Task<Result<>> searchItems(std::shared_ptr<Run> run, QList<library::Identified> rows)
{
    WikiClient wiki(run->services.http, run->services.origins);
    const Asked asked{.run = run, .wiki = wiki};
    auto searches = co_await guess(asked, rows);
    if (searches)
        searches = co_await weigh(run, *searches, isAny);
    if (searches)
        searches = co_await keep(run, *searches, isDecided);
    if (searches)
        searches = co_await searchAll(asked, *searches);
    if (searches)
        searches = co_await keep(run, *searches, isAny);
    co_return searches.transform([](const QList<Search> &) { });
}

}

Step<library::Identified> steps::search()
{
    return {.stage = Run::Stage::Search,
            .waitsAs = ::Stage::Unfound,
            .sources = {Run::Stage::Resolve},
            .batch = searching::ItemsAtOnce,
            .read = library::toMatch,
            .work = searchItems};
}
