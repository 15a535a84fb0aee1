#include "match/learning.h"

#include "match/score.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace {

constexpr int Folds = 5;
constexpr double Belief = 2; // titles that a person was asked about are not like all titles: the weights move little

bool isChosen(const Decision &decision, const Candidate &candidate)
{
    if (decision.wikidataId && candidate.wikidataId)
        return *decision.wikidataId == *candidate.wikidataId;
    return decision.article && *decision.article == candidate.title;
}

/// Sums that become a Quality.
void add(learning::Quality &quality, const Weights &weights, const fitting::Case &one)
{
    QList<Candidate> candidates;
    for (qsizetype place = 0; place < one.candidates.size(); ++place) {
        candidates.append(one.candidates[place]);
        candidates.last().rank = one.right == place ? 1 : 0; // marks the right one
    }
    score::rankBy(weights, candidates);
    double none = 1;
    double given = 0;
    for (const Candidate &candidate : std::as_const(candidates)) {
        none -= candidate.score;
        given = candidate.rank == 1 ? candidate.score : given;
    }
    if (!one.right)
        given = none;
    const bool isFirst = candidates.isEmpty() ? !one.right
        : one.right                           ? candidates.constFirst().rank == 1
                                              : none > candidates.constFirst().score;
    quality.rightFirst += isFirst ? 1 : 0;
    quality.surprise -= std::log2(std::max(given, 1e-9));
    if (candidates.isEmpty() || candidates.constFirst().score < weights.accept)
        return;
    ++quality.accepted;
    quality.acceptedWrong += isFirst ? 0 : 1;
}

learning::Quality mean(learning::Quality sums, qsizetype titles)
{
    if (titles > 0) {
        sums.rightFirst /= double(titles);
        sums.surprise /= double(titles);
    }
    return sums;
}

}

std::optional<fitting::Case> learning::lessonOf(const Match &match)
{
    const Decision &decision = match.decision;
    if (decision.judge != Judge::Person || match.candidates.isEmpty())
        return {};
    if (decision.verdict == Verdict::NoArticle || decision.verdict == Verdict::Rejected)
        return fitting::Case{.candidates = match.candidates};
    if (decision.verdict != Verdict::Accepted)
        return {};
    const auto right
        = std::ranges::find_if(match.candidates, [&](const Candidate &c) { return isChosen(decision, c); });
    if (right == match.candidates.end())
        return {};
    return fitting::Case{.candidates = match.candidates, .right = right - match.candidates.begin()};
}

learning::Quality learning::qualityOf(const Weights &weights, const QList<fitting::Case> &cases)
{
    Quality quality;
    for (const auto &one : cases)
        add(quality, weights, one);
    return mean(quality, cases.size());
}

learning::Learned learning::learn(const Weights &base, const QList<fitting::Case> &cases)
{
    Quality after;
    for (int fold = 0; fold < Folds; ++fold) {
        QList<fitting::Case> others;
        for (qsizetype i = 0; i < cases.size(); ++i) {
            if (i % Folds != fold)
                others.append(cases[i]);
        }
        const Weights weights = fitting::fit(base, others, Belief);
        for (qsizetype i = fold; i < cases.size(); i += Folds)
            add(after, weights, cases[i]);
    }
    return {.weights = fitting::fit(base, cases, Belief),
            .titles = int(cases.size()),
            .before = qualityOf(base, cases),
            .after = mean(after, cases.size())};
}

QByteArray learning::digest(const Weights &weights)
{
    return QCryptographicHash::hash(weights.toJson(), QCryptographicHash::Sha256).toHex();
}
