#include "cli/commands.h"
#include "cli/output.h"
#include "jobs/crawling.h"
#include "jobs/learning.h"
#include "jobs/places.h"
#include "match/score.h"
#include "store/batches.h"
#include "store/database.h"
#include "store/library.h"
#include "store/reviewing.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals;

namespace {

constexpr int MostListed = 10'000;

QString percent(double score)
{
    return u"%1%"_s.arg(std::round(score * 100));
}

QString titleOf(const Item &item)
{
    return item.year ? u"%1 (%2)"_s.arg(item.title).arg(*item.year) : item.title;
}

QString nameOf(const Candidate &candidate)
{
    return candidate.key.isEmpty() ? candidate.wikidataId.value_or(candidate.title) : candidate.title;
}

QString outcomeOf(const Decision &decision)
{
    const QString chosen = decision.article.value_or(decision.wikidataId.value_or(QString()));
    switch (decision.verdict) {
    case Verdict::Unreviewed:
        return u"not reviewed"_s;
    case Verdict::AcceptedByMachine:
        return u"accepted by machine: "_s + chosen;
    case Verdict::Accepted:
        return u"accepted: "_s + chosen;
    case Verdict::NoArticle:
        return u"no article exists"_s;
    case Verdict::Rejected:
        return u"rejected"_s;
    case Verdict::LookupFailed:
        return u"look-up failed"_s;
    case Verdict::Postponed:
        return u"postponed"_s;
    }
    return {};
}

Result<Match> matchOf(Connection &connection, const QString &key)
{
    const auto found = reviewing::byKey(connection, key);
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return fail(Error::Kind::Missing, u"There is no title with the key “%1”."_s.arg(key));
    if (found->size() > 1)
        return fail(
            Error::Kind::Invalid,
            u"Several sources have a title with this key: write %1/%2."_s.arg(found->constFirst().item.source, key));
    return found->constFirst();
}

QJsonObject toJson(const Match &match)
{
    QJsonObject object{{u"key"_s, match.item.key},
                       {u"source"_s, match.item.source},
                       {u"title"_s, match.item.title},
                       {u"reason"_s, match.decision.reason}};
    if (match.item.year)
        object[u"year"_s] = *match.item.year;
    QJsonArray candidates;
    for (const Candidate &candidate : match.candidates)
        candidates.append(QJsonObject{{u"title"_s, candidate.title},
                                      {u"wikidata_id"_s, candidate.wikidataId.value_or(QString())},
                                      {u"description"_s, candidate.description},
                                      {u"score"_s, candidate.score}});
    object[u"candidates"_s] = candidates;
    return object;
}

void show(const Match &match)
{
    const QString best = match.candidates.isEmpty()
        ? u"no candidate"_s
        : u"%1 %2"_s.arg(percent(match.candidates.constFirst().score), nameOf(match.candidates.constFirst()));
    output::print(QStringList{match.item.key, titleOf(match.item), best, match.decision.reason}.join(u'\t'));
}

/// "1917" is a film; nothing has a hundred candidates.
bool isNumberOfCandidate(const QString &page)
{
    static const QRegularExpression number(u"^\\d{1,2}$"_s);
    return number.match(page).hasMatch();
}

QString howManyOf(const Match &match)
{
    const qsizetype count = match.candidates.size();
    if (count == 0)
        return u"%1 has no candidates."_s.arg(match.item.key);
    return count == 1 ? u"%1 has only 1 candidate."_s.arg(match.item.key)
                      : u"%1 has only %2 candidates."_s.arg(match.item.key).arg(count);
}

/// The candidate that a page means: its number, title, address, key or id.
const Candidate *named(const QList<Candidate> &candidates, const QString &page)
{
    const int number = isNumberOfCandidate(page) ? page.toInt() : 0;
    if (number >= 1 && number <= candidates.size())
        return &candidates[number - 1];
    const QString title = QString(page).replace(u'_', u' ');
    const auto found = std::ranges::find_if(candidates, [&](const Candidate &candidate) {
        return candidate.title == title || candidate.wikidataId == page
            || (!candidate.key.isEmpty() && page.endsWith(u"/wiki/" + candidate.key));
    });
    return found == candidates.end() ? nullptr : &*found;
}

/// A bare title is looked up as the article that bears it.
QString asPage(const QString &page)
{
    static const QRegularExpression id(u"^(Q\\d+|tt\\d+)$"_s);
    return page.contains(u'/') || id.match(page).hasMatch() ? page : u"https://en.wikipedia.org/wiki/"_s + page;
}

Decision acceptance(const Match &match, const Candidate &candidate)
{
    Decision decision{.item = match.item.id,
                      .verdict = Verdict::Accepted,
                      .judge = Judge::Person,
                      .who = places::person(),
                      .page = candidate.page,
                      .wikidataId = candidate.wikidataId,
                      .score = candidate.score};
    if (!candidate.key.isEmpty())
        decision.article = candidate.title;
    return decision;
}

QCoro::Task<Result<Match>> findMatch(Services services, QString key)
{
    co_return co_await services.database.read([key](Connection &connection) { return matchOf(connection, key); });
}

QCoro::Task<Result<Candidate>> findCandidate(Services services, Match match, QString page)
{
    if (const Candidate *known = named(match.candidates, page))
        co_return *known;
    if (isNumberOfCandidate(page))
        co_return fail(Error::Kind::Missing, howManyOf(match),
                       u"An article of this title is named by its address: "_s + asPage(page));
    const auto found = co_await crawling::lookUp(services, match.item, asPage(page));
    co_return found.transform([](const QList<Candidate> &candidates) { return candidates.constFirst(); });
}

void explainOne(const Item &item, const Candidate &candidate, int number, const Weights &weights)
{
    output::print(
        u"\n%1. %2  %3  %4"_s.arg(number).arg(percent(candidate.score), nameOf(candidate), candidate.description));
    for (const auto &reason : score::explain(item, candidate, weights))
        output::print(
            u"   %1  %2  %3  %4  %5"_s.arg(Weights::name(reason.signal), -10)
                .arg(percent(double(reason.agreement)), 5)
                .arg((reason.weight < 0 ? u""_s : u"+"_s) + QString::number(reason.weight, 'f', 1), 6)
                .arg(reason.ours.isEmpty() ? u"–"_s : reason.ours, reason.theirs.isEmpty() ? u"–"_s : reason.theirs));
}

}

QCoro::Task<int> commands::reviewList(Services services, bool json)
{
    const auto page = co_await services.database.read([](Connection &connection) {
        return reviewing::page(connection, {.verdicts = {Verdict::Unreviewed}}, reviewing::Sort::Uncertainty,
                               MostListed);
    });
    if (!page)
        co_return output::fail(page.error());
    QJsonArray list;
    for (const Match &match : page->matches) {
        if (json)
            list.append(toJson(match));
        else
            show(match);
    }
    if (json)
        output::print(QJsonObject{{u"to_review"_s, list}});
    co_return output::Done;
}

QCoro::Task<int> commands::reviewAccept(Services services, QString key, QString page)
{
    const auto match = co_await findMatch(services, key);
    if (!match)
        co_return output::fail(match.error());
    const auto candidate = co_await findCandidate(services, *match, page);
    if (!candidate)
        co_return output::fail(candidate.error());
    const auto decided = co_await services.database.run(
        [decision = acceptance(*match, *candidate)](Connection &c) { return library::decide(c, decision); });
    if (!decided)
        co_return output::fail(decided.error());
    output::print(u"%1 → %2. To take it back: review --undo %3"_s.arg(titleOf(match->item), nameOf(*candidate))
                      .arg(decided->value));
    const auto recorded = co_await crawling::record(std::make_shared<Job>(), services, {});
    co_return recorded ? int(output::Done) : output::fail(recorded.error());
}

QCoro::Task<int> commands::reviewUndo(Services services, qint64 decision)
{
    const auto undone = co_await services.database.run([decision](Connection &connection) {
        return library::undo(connection, {decision}, places::person()).and_then([&](DecisionId newest) {
            return reviewing::byDecision(connection, newest);
        });
    });
    if (!undone)
        co_return output::fail(undone.error());
    for (const Match &match : *undone)
        output::print(u"%1: decision %2 was taken back by decision %3; now %4."_s.arg(titleOf(match.item))
                          .arg(decision)
                          .arg(match.decision.id.value)
                          .arg(outcomeOf(match.decision)));
    co_return output::Done;
}

QCoro::Task<int> commands::reviewHistory(Services services, QString key)
{
    const auto match = co_await findMatch(services, key);
    if (!match)
        co_return output::fail(match.error());
    const auto history = co_await services.database.read(
        [item = match->item.id](Connection &connection) { return library::history(connection, item); });
    if (!history)
        co_return output::fail(history.error());
    for (const Decision &decision : *history) {
        const QString who = decision.judge == Judge::Machine ? u"machine"_s : decision.who;
        const QString what = decision.undoes
            ? u"%1 taken back; now %2"_s.arg(decision.undoes->value).arg(outcomeOf(decision))
            : outcomeOf(decision);
        output::print(QStringList{QString::number(decision.id.value), decision.at.toString(Qt::ISODate), who, what,
                                  decision.reason}
                          .join(u'\t'));
    }
    co_return output::Done;
}

QCoro::Task<int> commands::explain(Services services, QString key)
{
    const auto match = co_await findMatch(services, key);
    const auto weights = co_await learning::weights(services.database);
    if (!match || !weights)
        co_return output::fail(match ? weights.error() : match.error());
    output::print(u"%1: %2. %3"_s.arg(titleOf(match->item), outcomeOf(match->decision), match->decision.reason));
    for (int i = 0; i < match->candidates.size(); ++i)
        explainOne(match->item, match->candidates[i], i + 1, *weights);
    co_return output::Done;
}
