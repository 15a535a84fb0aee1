#include "jobs/searching.h"

#include "jobs/steps.h"
#include "jobs/weighing.h"
#include "wiki/wikiclient.h"

using namespace Qt::Literals;

QStringList searching::guesses(const Item &item)
{
    QStringList titles;
    if (item.year)
        titles.append(u"%1 (%2 film)"_s.arg(item.title).arg(*item.year));
    titles.append(item.title + u" (film)"_s);
    titles.append(item.title);
    return titles;
}

QString searching::byTitle(const Item &item)
{
    return u"intitle:\"%1\""_s.arg(wikipedia::plainWords(item.title));
}

QString searching::plain(const Item &item)
{
    const QString words = wikipedia::plainWords(item.title);
    return item.year ? u"%1 %2 film"_s.arg(words).arg(*item.year) : words + u" film"_s;
}

QList<Candidate> searching::joined(QList<Candidate> first, const QList<Candidate> &second)
{
    for (const Candidate &candidate : second) {
        const auto same = [&](const Candidate &other) { return other.page == candidate.page; };
        if (std::ranges::none_of(first, same))
            first.append(candidate);
    }
    return first;
}

namespace {

using weighing::Question;

constexpr int TitlesAtOnce = 50; ///< that the action API takes

bool isDecided(const library::Weighed &weighed)
{
    return weighed.decision.verdict == Verdict::AcceptedByMachine;
}

bool hasTitle(const library::Weighed &weighed)
{
    return std::ranges::any_of(weighed.candidates, [](const Candidate &candidate) {
        return candidate.evidence[Signal::Title].value_or(0) >= 0.9F && candidate.film.value_or(false);
    });
}

/// Asks whether the titles exist that Wikipedia's naming would give the articles: many items in one request.
QCoro::Task<Result<QList<Question>>> guess(std::shared_ptr<Run> run, WikiClient &wiki, QList<library::Identified> rows)
{
    QStringList titles;
    for (const auto &row : rows)
        titles += searching::guesses(row.item);
    titles.removeDuplicates();
    QList<Candidate> found;
    for (const QStringList &some : requestsOf(run->services.http, titles, TitlesAtOnce)) {
        const auto probed = co_await wiki.probe(some, run->stop());
        if (!probed)
            co_return std::unexpected(probed.error());
        found += *probed;
    }
    QList<Question> questions;
    for (const auto &row : rows) {
        Question question{.item = row.item};
        const auto own = searching::guesses(row.item);
        QList<Candidate> candidates;
        for (const Candidate &candidate : found) {
            if (own.contains(candidate.matchedTitle.value_or(candidate.title)))
                candidates.append(candidate);
        }
        question.candidates = searching::joined({}, candidates);
        questions.append(question);
    }
    co_return questions;
}

/// Searches by words, further from the title with each try, until a film of this title is among the candidates.
QCoro::Task<Result<library::Weighed>> searchOne(std::shared_ptr<Run> run, WikiClient &wiki, Question question)
{
    library::Weighed best;
    using Only = WikiClient::Only;
    const std::array tries{std::pair(searching::byTitle(question.item), Only::Films),
                           std::pair(searching::plain(question.item), Only::Anything)};
    for (const auto &[words, only] : tries) {
        const auto found = co_await wiki.search(words, only, run->stop());
        if (!found)
            co_return std::unexpected(found.error());
        question.candidates = searching::joined(question.candidates, *found);
        const auto weighed = co_await weighing::weigh(run, {question});
        if (!weighed)
            co_return std::unexpected(weighed.error());
        best = weighed->first();
        if (isDecided(best) || hasTitle(best))
            break;
    }
    co_return best;
}

QCoro::Task<Result<>> searchItems(std::shared_ptr<Run> run, QList<library::Identified> rows)
{
    WikiClient wiki(run->services.http, run->services.origins);
    const auto questions = co_await guess(run, wiki, rows);
    if (!questions)
        co_return std::unexpected(questions.error());
    const auto weighed = co_await weighing::weigh(run, *questions);
    if (!weighed)
        co_return std::unexpected(weighed.error());

    QList<library::Weighed> decided;
    std::ranges::copy_if(*weighed, std::back_inserter(decided), isDecided);
    if (const auto kept = co_await weighing::keep(run, decided); !kept)
        co_return kept;
    run->tell();
    for (qsizetype i = 0; i < weighed->size(); ++i) {
        if (isDecided((*weighed)[i]))
            continue;
        const auto found = co_await searchOne(run, wiki, (*questions)[i]);
        if (!found && found.error().kind == Error::Kind::Cancelled)
            co_return std::unexpected(found.error());
        if (!found) {
            co_await loop::keepFailed(run, {(*weighed)[i].item}, found.error());
            continue;
        }
        if (const auto kept = co_await weighing::keep(run, {*found}); !kept)
            co_return kept;
        run->tell();
    }
    co_return Result<>{};
}

Result<QList<library::Identified>> takeUnidentified(Connection &connection, GalleryId gallery,
                                                    const library::Wanted &wanted)
{
    return library::toMatch(connection, gallery, library::Found::Not, wanted);
}

}

Step<library::Identified> steps::search()
{
    return {.stage = Run::Stage::Search,
            .sources = {Run::Stage::Resolve},
            .batch = searching::ItemsAtOnce,
            .take = takeUnidentified,
            .idOf = [](const library::Identified &row) { return row.item.id; },
            .work = searchItems};
}
