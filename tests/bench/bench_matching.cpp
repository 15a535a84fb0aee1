#include "knowntitles.h"
#include "match/score.h"
#include "match/title.h"
#include "matched.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>

#include <cstdio>

using namespace Qt::Literals;
using knowntitles::Known;

namespace {

constexpr quint64 Seed = 1;
constexpr qsizetype Shown = 5; ///< candidates that a person sees at once

void addArticles(origin::World &world)
{
    const QString problem = origin::worlds::addArticles(world, knowntitles::dataFolder() + u"matching/articles.tsv"_s);
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
}

void truthWorld(origin::World &world)
{
    addArticles(world);
    origin::worlds::addDistractors(world, Seed, knowntitles::numbers(knowntitles::truth(knowntitles::Ids::Withheld)));
}

const QStringList Galleries{u"hbo-max-2022-07"_s, u"starz-2022-07"_s, u"apple-tv-2022-07"_s};

void galleryWorld(origin::World &world)
{
    QList<Known> all;
    for (const QString &name : Galleries) {
        origin::worlds::addGallery(world, knowntitles::dataFolder() + u"galleries/"_s + name);
        all += knowntitles::gallery(name);
    }
    addArticles(world);
    origin::worlds::addDistractors(world, Seed, knowntitles::numbers(all));
}

/// What is left of galleries when the ids have found what they can.
QList<Known> withoutArticle()
{
    QList<Known> left;
    for (const QString &name : Galleries) {
        for (const Known &known : knowntitles::gallery(name)) {
            if (known.wikidataId.isEmpty()
                && std::ranges::none_of(left, [&](const Known &other) { return other.item.key == known.item.key; }))
                left.append(known);
        }
    }
    return left;
}

/// Filled with the world.
QList<Known> crawled;

void crawledWorld(origin::World &world)
{
    addArticles(world);
    crawled = knowntitles::firstCrawls(world);
    origin::worlds::addDistractors(world, Seed, knowntitles::numbers(crawled));
}

/// What became of titles whose film is known.
struct Count
{
    int titles = 0;
    int withArticle = 0;
    int right = 0;
    int wrong = 0;
    int otherId = 0; ///< accepted, and the article has another IMDb id than the gallery says; galleries err, too
    int unknown = 0; ///< accepted, and nobody knows whether that is right: the film's or the article's id is not told
    int left = 0; ///< of those that have an article
    int found = 0; ///< of those left: the article is among the candidates
    int amongFirst = 0; ///< of those left
    int strange = 0; ///< of those left: the article's title has no word of the film's
};

/// Words by which one would know a title again.
QSet<QString> wordsOf(const QStringList &titles)
{
    static const QStringList common{u"the"_s, u"and"_s, u"for"_s, u"with"_s};
    QSet<QString> words;
    for (const QString &title : titles) {
        for (const QString &word : title::key(title).split(u' ')) {
            if ((word.size() > 2 || word.front().isDigit()) && !common.contains(word))
                words.insert(word.endsWith(u's') ? word.chopped(1) : word);
        }
    }
    return words;
}

/// No word of the film's titles is in the article's: "Die Wolke" is "The Cloud (film)".
bool isStrange(const Known &known)
{
    static const QHash<QString, QStringList> names = knowntitles::namesOfArticles();
    return !wordsOf(score::titlesOf(known.item)).intersects(wordsOf(names.value(known.wikidataId)));
}

bool isAsked(QLatin1StringView option)
{
    return QCoreApplication::arguments().contains(option);
}

/// What is looked at while the matcher is changed; the other half is only ever counted.
knowntitles::Half half()
{
    using enum knowntitles::Half;
    return isAsked("--fitted"_L1) ? Fitted : HeldOut;
}

void tell(const char *what, const Known &known, const Match &match)
{
    if (!isAsked("--verbose"_L1))
        return;
    std::fprintf(stderr, "%s  %s (%d) = %s: %s", what, qUtf8Printable(known.item.title), known.item.year.value_or(0),
                 qUtf8Printable(known.wikidataId), qUtf8Printable(match.decision.reason));
    for (const Candidate &candidate : match.candidates.first(std::min<qsizetype>(match.candidates.size(), 3)))
        std::fprintf(stderr, " | %s %s %d %.4f t%.2f s%.1f", qUtf8Printable(candidate.wikidataId.value_or(QString())),
                     qUtf8Printable(candidate.title), candidate.year.value_or(0), candidate.score,
                     double(candidate.evidence[Signal::Title].value_or(-1)),
                     double(candidate.evidence[Signal::Sequel].value_or(-1)));
    std::fprintf(stderr, "\n");
}

void add(Count &count, const Known &known, const Match &match, const QHash<QString, QString> &imdb)
{
    const bool hasArticle = !known.wikidataId.isEmpty();
    const QString chosen = match.decision.wikidataId.value_or(QString());
    ++count.titles;
    count.withArticle += hasArticle ? 1 : 0;
    if (match.decision.verdict == Verdict::AcceptedByMachine) {
        const bool right = hasArticle && chosen == known.wikidataId;
        const bool otherId = !hasArticle && !known.imdbId.isEmpty() && imdb.contains(chosen);
        count.right += right ? 1 : 0;
        count.wrong += hasArticle && !right ? 1 : 0;
        count.otherId += otherId ? 1 : 0;
        count.unknown += !hasArticle && !otherId ? 1 : 0;
        if (!right && (hasArticle || otherId))
            tell(hasArticle ? "WRONG" : "OTHER", known, match);
        return;
    }
    if (!hasArticle)
        return;
    ++count.left;
    const auto right = std::ranges::find(match.candidates, known.wikidataId, &Candidate::wikidataId);
    const bool among = right - match.candidates.begin() < std::min(match.candidates.size(), Shown);
    count.found += right != match.candidates.end() ? 1 : 0;
    count.amongFirst += among ? 1 : 0;
    count.strange += isStrange(known) ? 1 : 0;
    tell(among ? "ASKED" : "LOST ", known, match);
}

double percent(int part, int whole)
{
    return whole > 0 ? 100.0 * part / whole : 0;
}

enum class Counted { All, OneHalf };

void bench(const char *name, LocalWeb &web, const QList<Known> &known, Counted counted)
{
    static const QHash<QString, QString> imdb = knowntitles::imdbOfArticles();
    QList<Item> items;
    for (const Known &one : known)
        items.append(one.item);
    const auto outcome = matched::all(web, items);
    Count count;
    for (qsizetype i = 0; i < known.size(); ++i) {
        if (counted == Counted::All || knowntitles::halfOf(known[i]) == half())
            add(count, known[i], outcome.matches[i], imdb);
    }
    std::printf("%-16s %7d %8d %8.2f %8.3f %6d %9d %8d %6d %6d %10.1f %8d %8.1f %9d %10.2f\n", name, count.titles,
                count.withArticle, percent(count.right, count.withArticle), percent(count.wrong, count.withArticle),
                count.wrong, count.otherId, count.unknown, count.left, count.found,
                percent(count.amongFirst, count.left), count.strange, outcome.seconds, outcome.requests,
                double(outcome.requests) / double(known.size()));
    std::fflush(stdout);
}

void benchMatching()
{
    std::printf("%-16s %7s %8s %8s %8s %6s %9s %8s %6s %6s %10s %8s %8s %9s %10s\n", "", "titles", "articles",
                "right %", "wrong %", "wrong", "other id", "unknown", "left", "found", "in first 5", "strange",
                "seconds", "requests", "per title");
    using enum knowntitles::Ids;
    {
        LocalWeb web(truthWorld);
        bench("title and year", web, knowntitles::truth(Withheld), Counted::OneHalf);
    }
    {
        LocalWeb web(truthWorld);
        bench("with ids", web, knowntitles::truth(Told), Counted::OneHalf);
    }
    for (const QString &name : Galleries) {
        LocalWeb web(galleryWorld);
        bench(qUtf8Printable(name), web, knowntitles::gallery(name), Counted::All);
    }
    {
        LocalWeb web(galleryWorld);
        bench("without article", web, withoutArticle(), Counted::All);
    }
    LocalWeb web(crawledWorld);
    bench("first crawls", web, crawled, Counted::All);
}

/// Weighs made items against made candidates, each with credits.
void benchWeighing()
{
    constexpr int Items = 1000;
    constexpr int Candidates = 1000;
    QList<Item> items;
    QList<Candidate> candidates;
    for (int i = 0; i < Items; ++i)
        items.append({.title = u"The Long Way Home %1"_s.arg(i),
                      .year = 1950 + i % 70,
                      .runtime = 80 + i % 60,
                      .directors = {u"Director %1"_s.arg(i % 99)},
                      .cast = {u"Actor %1"_s.arg(i), u"Actor %1"_s.arg(i + 1), u"Actor %1"_s.arg(i + 2)}});
    for (int i = 0; i < Candidates; ++i)
        candidates.append({.title = u"The Long Way to the Hills %1 (%2 film)"_s.arg(i).arg(1950 + i % 70),
                           .description = u"%1 American film by Director %2"_s.arg(1950 + i % 70).arg(i % 99),
                           .rank = 1 + i % 10,
                           .aliases = {u"Il lungo viaggio %1"_s.arg(i)},
                           .year = 1950 + i % 70,
                           .directors = {u"Director %1"_s.arg(i % 99)},
                           .cast = {u"Actor %1"_s.arg(i), u"Actor %1"_s.arg(i + 3), u"Actor %1"_s.arg(i + 4)},
                           .runtimes = {80 + i % 60},
                           .film = true});
    QElapsedTimer timer;
    timer.start();
    QList<score::Names> theirs;
    for (const Candidate &candidate : std::as_const(candidates))
        theirs.append(score::names(candidate));
    double sum = 0;
    for (const Item &item : std::as_const(items)) {
        const score::Names ours = score::names(item);
        for (int i = 0; i < Candidates; ++i)
            sum += score::total(score::weigh(item, ours, candidates[i], theirs[i]));
    }
    std::printf("\nweighing %d pairs: %.2f s on one core (checksum %.0f)\n", Items * Candidates,
                double(timer.elapsed()) / 1000, sum);
}

}

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed(); // what fits equally well comes in the order of a hash
    const QCoreApplication application(argc, argv);
    benchWeighing();
    if (knowntitles::dataFolder().isEmpty())
        std::printf("The real titles and articles are not on this machine: matching is not measured.\n");
    else if (!isAsked("--weighing"_L1))
        benchMatching();
    return 0;
}
