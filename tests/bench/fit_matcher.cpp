#include "knowntitles.h"
#include "match/fitting.h"
#include "match/judge.h"
#include "match/learning.h"
#include "match/reliability.h"
#include "match/score.h"
#include "matched.h"
#include "store/learned.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QSaveFile>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <cmath>
#include <cstdio>

using namespace Qt::Literals;
using knowntitles::Known;

namespace {

constexpr double WantedError = 0.003;
constexpr int Rounds = 2; ///< what is found depends a little on what is accepted early, and that on the weights
constexpr double Missing = 0.1; ///< so many titles of a gallery have no article, for one that has

/// A match of a title whose film is known. The candidates have their evidence.
struct LookedUp
{
    Match match;
    Known known;
};

/// Where each curve has its points, and what was believed before anything was measured. The titles that the weights are
/// fitted on have no credits, runtimes and countries: those curves stay as believed.
Weights beliefs()
{
    const auto curve = [](std::initializer_list<Weights::Curve::Point> points) { return Weights::Curve{points}; };
    Weights weights;
    weights.accept = 0.9;
    weights.margin = 0.2;
    const auto set = [&](Signal signal, const Weights::Curve &points) { weights.curves[size_t(signal)] = points; };
    set(Signal::ExactId, curve({{0, -6}, {1, 10}}));
    set(Signal::Title,
        curve({{0.5F, -10},
               {0.65F, -9},
               {0.75F, -7},
               {0.82F, -5},
               {0.88F, -3},
               {0.92F, -2},
               {0.95F, 0},
               {0.96F, 1},
               {0.97F, 1},
               {0.99F, 1},
               {1, 2}}));
    set(Signal::Sequel, curve({{0, -5}, {0.5F, -1}, {1, 0.5}}));
    set(Signal::Year, curve({{0, -5}, {0.4F, -3}, {0.6F, 0}, {1, 3}}));
    set(Signal::Director, curve({{0, -3.5}, {0.5F, 2.5}, {1, 4}}));
    set(Signal::Cast, curve({{0, -2.5}, {0.2F, 1}, {0.5F, 3}, {1, 4}}));
    set(Signal::Runtime, curve({{0, -1.5}, {0.5F, 0}, {1, 1.5}}));
    set(Signal::Country, curve({{0, -1}, {1, 0.5}}));
    set(Signal::Type, curve({{0, -7}, {1, 0.5}}));
    set(Signal::Rank, curve({{0.1F, -0.2}, {1, 0.2}}));
    set(Signal::Namesakes, curve({{0.2F, -1}, {0.5F, -0.5}, {1, 0.5}}));
    set(Signal::Rarity, curve({{0, -0.5}, {0.25F, 0}, {0.5F, 0.5}, {1, 1}}));
    return weights;
}

using World = std::shared_ptr<const origin::World>;

World filled(const QList<Known> &known)
{
    auto world = std::make_shared<origin::World>();
    const QString problem = origin::worlds::addArticles(*world, knowntitles::dataFolder() + u"matching/articles.tsv"_s);
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
    origin::worlds::addDistractors(*world, 1, knowntitles::numbers(known));
    return world;
}

/// What the program finds where these weights hold, whatever resources/matcher.json says.
QList<LookedUp> found(const World &world, const Weights &weights, const QList<Known> &known)
{
    LocalWeb web(world);
    const learned::Row row{.weights = weights.toJson(), .base = learning::digest(Weights::bundled())};
    if (!web.ask([&](Connection &connection) { return learned::keep(connection, row); }))
        qFatal("The weights cannot be kept.");
    QList<Item> items;
    for (const Known &one : known)
        items.append(one.item);
    const auto outcome = matched::all(web, items);
    QList<LookedUp> cases;
    for (qsizetype i = 0; i < known.size(); ++i)
        cases.append({.match = outcome.matches[i], .known = known[i]});
    return cases;
}

/// The same, a part on each core: no title's candidates depend on other titles. This thread's event loop goes on: Qt's
/// network needs it.
QList<LookedUp> lookedUp(const World &world, const Weights &weights, const QList<Known> &known)
{
    QElapsedTimer timer;
    timer.start();
    QThreadPool threads; // the program's own has to be free for its work
    const qsizetype size = known.size() / threads.maxThreadCount() + 1;
    QList<QFuture<QList<LookedUp>>> parts;
    for (qsizetype from = 0; from < known.size(); from += size)
        parts.append(QtConcurrent::run(&threads, found, world, weights, known.mid(from, size)));
    QList<LookedUp> cases;
    for (const auto &part : parts)
        cases += QCoro::waitFor(qCoro(part).result());
    std::printf("%lld titles looked up in %.1f s\n", qlonglong(cases.size()), double(timer.elapsed()) / 1000);
    return cases;
}

QList<Known> half(const QList<Known> &known, knowntitles::Half wanted)
{
    QList<Known> some;
    std::ranges::copy_if(known, std::back_inserter(some),
                         [&](const Known &one) { return knowntitles::halfOf(one) == wanted; });
    return some;
}

/// The same title twice: as it is, and as if nobody had written the right article.
QList<fitting::Case> casesOf(const QList<LookedUp> &titles)
{
    QList<fitting::Case> cases;
    for (const LookedUp &one : titles) {
        fitting::Case asItIs{.candidates = one.match.candidates};
        const auto right = std::ranges::find_if(asItIs.candidates, [&](const Candidate &candidate) {
            return candidate.wikidataId == one.known.wikidataId;
        });
        if (right != asItIs.candidates.end())
            asItIs.right = right - asItIs.candidates.begin();
        fitting::Case without{.candidates = asItIs.candidates, .weight = Missing};
        if (asItIs.right)
            without.candidates.removeAt(*asItIs.right);
        cases << asItIs << without;
    }
    return cases;
}

QList<Candidate> withoutRight(const LookedUp &one, const Weights &weights)
{
    auto others = one.match.candidates;
    others.removeIf([&](const Candidate &candidate) { return candidate.wikidataId == one.known.wikidataId; });
    score::rankBy(weights, others);
    return others;
}

/// What is accepted by some weights.
struct Accepted
{
    double right = 0;
    double wrong = 0;

    /// The most that the error can well be (one-sided 99.9 %, the wrong ones taken as rare events).
    double worst() const
    {
        const double many = wrong + 1 + 3 * std::sqrt(wrong + 1);
        return right + wrong > 0 ? many / (right + wrong) : 1;
    }
};

/// Of the cases, and of as many of them without the right article as galleries have such titles.
Accepted accepted(const QList<LookedUp> &cases, const Weights &weights)
{
    Accepted count;
    const auto add = [&](const LookedUp &one, const QList<Candidate> &candidates, double weight) {
        const Decision decision = judge::decide(one.match.item, candidates, weights);
        if (decision.verdict == Verdict::AcceptedByMachine)
            (decision.wikidataId == one.known.wikidataId ? count.right : count.wrong) += weight;
    };
    for (const auto &one : cases) {
        add(one, one.match.candidates, 1);
        add(one, withoutRight(one, weights), Missing);
    }
    return count;
}

/// The least probability and margin whose error stays below what is wanted; never below 0.9.
void setThresholds(Weights &weights, const QList<LookedUp> &cases)
{
    Weights best = weights;
    double most = -1;
    std::printf("\n%8s %8s %8s %8s %10s\n", "accept", "margin", "right", "wrong", "at worst");
    for (const double margin : {0.2, 0.5}) {
        for (const double accept : {0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999}) {
            weights.accept = accept;
            weights.margin = margin;
            const Accepted count = accepted(cases, weights);
            std::printf("%8.3f %8.2f %8.0f %8.1f %10.4f\n", accept, margin, count.right, count.wrong, count.worst());
            if (count.worst() > WantedError || count.right <= most)
                continue;
            most = count.right;
            best = weights;
        }
    }
    weights = best;
}

/// The best candidates of what a machine would leave for a person, of the cases and of as many without the right
/// article as galleries have.
QList<reliability::Said> left(const QList<LookedUp> &cases, const Weights &weights)
{
    QList<reliability::Said> said;
    const auto add = [&](const LookedUp &one, const QList<Candidate> &candidates, double weight) {
        const Decision decision = judge::decide(one.match.item, candidates, weights);
        if (decision.verdict == Verdict::AcceptedByMachine || candidates.isEmpty())
            return;
        const Candidate &best = candidates.first();
        said.append({.score = best.score, .right = best.wikidataId == one.known.wikidataId, .weight = weight});
    };
    for (const auto &one : cases) {
        add(one, one.match.candidates, 1);
        add(one, withoutRight(one, weights), Missing);
    }
    return said;
}

/// Says how many of what is left would be wrong if all from a score on were accepted: by the scores, and as it was
/// forecast.
void printForecast(const QList<LookedUp> &cases, const Weights &weights)
{
    std::printf("\n%-18s %8s %8s %10s %10s\n", "left, from score", "titles", "wrong", "by score", "forecast");
    const auto said = left(cases, weights);
    for (const double least : {0.5, 0.7, 0.8, 0.9, 0.95, 0.98}) {
        double titles = 0;
        double wrong = 0;
        double byScore = 0;
        double forecast = 0;
        for (const auto &[score, right, weight] : said) {
            if (score < least)
                continue;
            titles += weight;
            wrong += right ? 0 : weight;
            byScore += weight * (1 - score);
            forecast += weight * (1 - weights.chanceIfLeft(score));
        }
        std::printf("%-18.2f %8.1f %8.1f %10.1f %10.1f\n", least, titles, wrong, byScore, forecast);
    }
}

/// Says how often the best candidate is right, by its score.
void printReliability(const QList<LookedUp> &cases)
{
    constexpr std::array Bounds{0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0001};
    struct Bin
    {
        int count = 0;
        int right = 0;
        double score = 0;
    };
    std::array<Bin, Bounds.size() - 1> bins;
    int all = 0;
    for (const auto &one : cases) {
        if (one.match.candidates.isEmpty())
            continue;
        const Candidate &best = one.match.candidates.first();
        const auto above = std::ranges::upper_bound(Bounds, best.score);
        Bin &bin = bins[size_t(above - Bounds.begin()) - 1];
        ++all;
        ++bin.count;
        bin.right += best.wikidataId == one.known.wikidataId ? 1 : 0;
        bin.score += best.score;
    }
    std::printf("\n%-18s %8s %12s %12s\n", "score", "titles", "mean score", "share right");
    double error = 0;
    for (size_t i = 0; i < bins.size(); ++i) {
        const Bin &bin = bins[i];
        if (bin.count == 0)
            continue;
        std::printf("%.3f to %.3f    %8d %12.4f %12.4f\n", Bounds[i], std::min(Bounds[i + 1], 1.0), bin.count,
                    bin.score / bin.count, double(bin.right) / bin.count);
        error += std::abs(bin.score - bin.right) / all;
    }
    std::printf("expected calibration error %.4f\n", error);
}

void rankAll(QList<LookedUp> &cases, const Weights &weights)
{
    for (auto &one : cases)
        score::rankBy(weights, one.match.candidates);
}

bool write(const QByteArray &json)
{
    QSaveFile file(QStringLiteral(SOURCE_DIR "/resources/matcher.json"));
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
}

}

/// Fits resources/matcher.json on one half of the titles whose film is known, and says how right it is on the other.
int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed(); // what fits equally well comes in the order of a hash
    const QCoreApplication application(argc, argv);
    if (knowntitles::dataFolder().isEmpty()) {
        std::printf("The real titles and articles are not on this machine: nothing is fitted.\n");
        return 0;
    }
    QElapsedTimer timer;
    timer.start();
    const QList<Known> known = knowntitles::truth(knowntitles::Ids::Withheld);
    const World world = filled(known);
    Weights weights = beliefs();
    QList<LookedUp> fitted;
    for (int round = 0; round < Rounds; ++round) {
        fitted = lookedUp(world, weights, half(known, knowntitles::Half::Fitted));
        weights = fitting::fit(beliefs(), casesOf(fitted));
        rankAll(fitted, weights);
        setThresholds(weights, fitted);
    }
    weights.left = reliability::shareRight(left(fitted, weights));
    auto heldOut = lookedUp(world, weights, half(known, knowntitles::Half::HeldOut));
    rankAll(heldOut, weights);
    std::printf("accepted from %.4f, with a margin of %.2f\n\nThe half that nothing was fitted on:\n", weights.accept,
                weights.margin);
    printReliability(heldOut);
    printForecast(heldOut, weights);
    if (!write(weights.toJson())) {
        std::fprintf(stderr, "resources/matcher.json cannot be written.\n");
        return 1;
    }
    std::printf("\nresources/matcher.json written, %.1f s in all\n", double(timer.elapsed()) / 1000);
    return 0;
}
