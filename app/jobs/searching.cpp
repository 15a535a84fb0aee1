#include "jobs/searching.h"

#include "jobs/steps.h"
#include "jobs/weighing.h"
#include "match/title.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"

using namespace Qt::Literals;

namespace {

QStringList titlesOf(const Item &item)
{
    QStringList titles{item.title};
    if (item.originalTitle && *item.originalTitle != item.title)
        titles.append(*item.originalTitle);
    return titles;
}

}

QStringList searching::guesses(const Item &item)
{
    QStringList guesses;
    const auto guess = [&](const QString &title, std::initializer_list<int> years) {
        for (const int apart : years) {
            if (item.year)
                guesses.append(u"%1 (%2 film)"_s.arg(title).arg(*item.year + apart));
        }
        guesses.append(title + u" (film)"_s);
        guesses.append(title);
    };
    for (const QString &title : titlesOf(item)) {
        guess(title, {0, -1, 1});
        const auto [head, subtitle] = title::division(title);
        for (const QStringView part : {head, subtitle}) {
            if (!part.isEmpty())
                guess(part.toString(), {0});
        }
    }
    return guesses;
}

QString searching::byTitle(const QString &title)
{
    return u"intitle:\"%1\""_s.arg(wikipedia::plainWords(title));
}

QString searching::plain(const Item &item)
{
    const QString words = wikipedia::plainWords(item.title);
    return item.year ? u"%1 %2 film"_s.arg(words).arg(*item.year) : words + u" film"_s;
}

QString searching::byLongWord(const Item &item, qsizetype number)
{
    constexpr qsizetype Telling = 4; ///< shorter words are in too many titles
    QStringList words = title::key(item.title).split(u' ');
    words.removeIf([](const QString &word) { return word.size() < Telling; });
    std::ranges::stable_sort(words, std::ranges::greater{}, &QString::size);
    return item.year && number < words.size() ? u"intitle:%1 %2"_s.arg(words[number]).arg(*item.year) : QString();
}

QString searching::beginning(const Item &item)
{
    constexpr qsizetype Telling = 4;
    const QString title = item.title.simplified();
    return title.first(std::min(title.size(), std::max(Telling, title.size() * 3 / 5))).trimmed();
}

QList<Candidate> searching::joined(QList<Candidate> first, const QList<Candidate> &second)
{
    for (const Candidate &candidate : second) {
        const auto same = [&](const Candidate &other) {
            return (candidate.page && other.page == candidate.page)
                || (candidate.wikidataId && other.wikidataId == candidate.wikidataId);
        };
        if (std::ranges::none_of(first, same))
            first.append(candidate);
    }
    return first;
}

namespace {

using weighing::Question;

constexpr int TitlesAtOnce = 50; ///< that the action API takes

/// An item on its way up the ladder.
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
using Found = QCoro::Task<Result<QList<Candidate>>>;
struct Rung
{
    Found (*search)(Asked asked, Item item);
    bool (*isFor)(const Search &search);
};

Found searchTitle(Asked asked, Item item)
{
    co_return co_await asked.wiki.search(searching::byTitle(item.title), WikiClient::Only::Films, asked.run->stop());
}

Found searchOriginalTitle(Asked asked, Item item)
{
    if (!item.originalTitle || *item.originalTitle == item.title)
        co_return QList<Candidate>();
    const QString words = searching::byTitle(*item.originalTitle);
    co_return co_await asked.wiki.search(words, WikiClient::Only::Films, asked.run->stop());
}

Found searchPlainly(Asked asked, Item item)
{
    co_return co_await asked.wiki.search(searching::plain(item), WikiClient::Only::Anything, asked.run->stop());
}

template<int Number>
Found searchLongWord(Asked asked, Item item)
{
    const QString words = searching::byLongWord(item, Number);
    co_return co_await asked.wiki.search(words, WikiClient::Only::Films, asked.run->stop());
}

Found searchNames(Asked asked, Item item)
{
    const auto &services = asked.run->services;
    const auto ids
        = co_await wikidata::search(services.http, services.origins, searching::beginning(item), asked.run->stop());
    co_return ids.transform([](const QStringList &found) {
        QList<Candidate> candidates;
        for (const QString &id : found)
            candidates.append({.wikidataId = id});
        return candidates;
    });
}

bool isDecided(const Search &search)
{
    return search.weighed.decision.verdict == Verdict::AcceptedByMachine;
}

/// A film of this title and about this year was found: no other words find a better one.
bool isFound(const Search &search)
{
    return std::ranges::any_of(search.weighed.candidates, [&](const Candidate &candidate) {
        return candidate.evidence[Signal::Title].value_or(0) >= 0.9F && candidate.evidence[Signal::Type] == 1.0F
            && candidate.evidence[Signal::Sequel] != 0.0F
            && (!search.question.item.year || candidate.evidence[Signal::Year].value_or(0) >= 0.6F);
    });
}

bool isOpen(const Search &search)
{
    return !search.isKept && !search.failure;
}

bool isOpenAndNotFound(const Search &search)
{
    return isOpen(search) && !isFound(search);
}

/// Other films of the title are looked for even where one was found: it may not be the only one.
constexpr std::array Ladder{Rung{searchTitle, isOpen},
                            Rung{searchOriginalTitle, isOpenAndNotFound},
                            Rung{searchPlainly, isOpenAndNotFound},
                            Rung{searchLongWord<0>, isOpenAndNotFound},
                            Rung{searchLongWord<1>, isOpenAndNotFound},
                            Rung{searchNames, isOpenAndNotFound}};

/// Asks whether the titles exist that Wikipedia's naming would give the articles: many items in one request.
QCoro::Task<Result<QList<Search>>> guess(Asked asked, QList<library::Identified> rows)
{
    QStringList titles;
    for (const auto &row : rows)
        titles += searching::guesses(row.item);
    titles.removeDuplicates();
    QMultiHash<QString, Candidate> found;
    for (const QStringList &some : requestsOf(asked.run->services.http, titles, TitlesAtOnce)) {
        const auto probed = co_await asked.wiki.probe(some, asked.run->stop());
        if (!probed)
            co_return std::unexpected(probed.error());
        for (const Candidate &candidate : *probed)
            found.insert(candidate.matchedTitle.value_or(candidate.title), candidate);
    }
    QList<Search> searches;
    for (const auto &row : rows) {
        Question question{.item = row.item, .candidates = {}};
        for (const QString &title : searching::guesses(row.item))
            question.candidates = searching::joined(question.candidates, found.values(title));
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

/// One rung for all that are still open. A search that fails concerns its item only.
QCoro::Task<Result<QList<Search>>> climb(Asked asked, Rung rung, QList<Search> searches)
{
    for (Search &search : searches) {
        if (!rung.isFor(search))
            continue;
        const auto found = co_await rung.search(asked, search.question.item);
        if (!found && found.error().kind == Error::Kind::Cancelled)
            co_return std::unexpected(found.error());
        if (found) {
            search.question.candidates = searching::joined(search.question.candidates, *found);
            continue;
        }
        search.failure = found.error();
        co_await loop::keepFailed(asked.run, {search.question.item.id}, found.error());
    }
    co_return co_await weigh(asked.run, searches, rung.isFor);
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
    for (const Rung &rung : Ladder) {
        if (searches)
            searches = co_await climb(asked, rung, *searches);
        if (searches)
            searches = co_await keep(run, *searches, isDecided);
    }
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
