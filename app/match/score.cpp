#include "match/score.h"

#include "match/titleagreement.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals;

namespace {

constexpr float ByOtherName = 0.97F; ///< an alias or a redirect has the title, not the article itself
constexpr float SameTitle = 0.93F; ///< such a candidate is a namesake
constexpr float LikeTitle = 0.75F; ///< such a title is worth its rarity
constexpr qsizetype ShownNames = 3;
constexpr qsizetype WeighedCast = 6;
constexpr qsizetype ReadCast = 20;

QList<title::Name> namesOf(const QStringList &titles)
{
    QList<title::Name> names;
    names.reserve(titles.size());
    for (const QString &title : titles)
        names.append(title::name(title));
    return names;
}

QStringList keysOf(const QStringList &people)
{
    QStringList keys;
    keys.reserve(people.size());
    for (const QString &name : people)
        keys.append(title::key(name));
    return keys;
}

/// The best agreement of any of the item's titles with any of the candidate's, and which they were.
struct TitleAgreement
{
    float agreement = -1;
    qsizetype ours = 0;
    qsizetype theirs = 0;
};
TitleAgreement titleAgreement(const score::Names &ours, const score::Names &theirs)
{
    TitleAgreement best;
    for (qsizetype i = 0; i < ours.titles.size(); ++i) {
        for (qsizetype j = 0; j < theirs.titles.size() && best.agreement < 1; ++j) {
            float agreement = title::agreement(ours.titles[i], theirs.titles[j]);
            if (j > 0)
                agreement *= ByOtherName;
            if (agreement > best.agreement)
                best = {.agreement = agreement, .ours = i, .theirs = j};
        }
    }
    return best;
}

/// What an equal title of so many words is worth.
float rarity(int words)
{
    return std::clamp(float(words - 1) / 4, 0.0F, 1.0F);
}

std::optional<float> idAgreement(const Item &item, const Candidate &candidate)
{
    bool compared = false;
    const auto equal = [&](const std::optional<QString> &ours, const QString &property) {
        if (!ours)
            return false;
        const bool known
            = std::ranges::any_of(candidate.ids, [&](const QString &id) { return id.startsWith(property); });
        compared |= known;
        return known && candidate.ids.contains(property + *ours);
    };
    if (equal(item.imdbId, u"P345:"_s) || equal(item.tmdbId, u"P4947:"_s))
        return 1.0F;
    if (item.wikidataId && candidate.wikidataId)
        return *item.wikidataId == *candidate.wikidataId ? 1.0F : 0.0F;
    return compared ? std::optional(0.0F) : std::nullopt;
}

/// Years that anything says of the candidate: its publications, its title's brackets, its short description.
QList<int> yearsOf(const Candidate &candidate)
{
    QList<int> years = candidate.laterYears;
    for (const auto &year : {candidate.year, title::year(title::parts(candidate.title).disambiguator),
                             title::year(candidate.description)}) {
        if (year)
            years.append(*year);
    }
    return years;
}

std::optional<float> yearAgreement(const Item &item, const Candidate &candidate)
{
    const QList<int> years = yearsOf(candidate);
    if (!item.year || years.isEmpty())
        return {};
    int apart = 1000;
    for (const int year : years)
        apart = std::min(apart, std::abs(*item.year - year));
    return apart == 0 ? 1.0F : apart == 1 ? 0.6F : std::max(0.0F, 0.5F - 0.05F * float(apart));
}

/// The share of our names that they have.
std::optional<float> share(const QStringList &ours, const QStringList &theirs)
{
    if (ours.isEmpty() || theirs.isEmpty())
        return {};
    const auto common = std::ranges::count_if(ours, [&](const QString &name) { return theirs.contains(name); });
    return float(common) / float(ours.size());
}

std::optional<float> runtimeAgreement(const Item &item, const Candidate &candidate)
{
    if (!item.runtime || candidate.runtimes.isEmpty())
        return {};
    int apart = 1000;
    for (const int minutes : candidate.runtimes)
        apart = std::min(apart, std::abs(minutes - *item.runtime));
    return apart <= 3 ? 1.0F : std::max(0.0F, 1.0F - float(apart - 3) / 12.0F);
}

std::optional<float> countryAgreement(const Item &item, const Candidate &candidate)
{
    if (item.countries.isEmpty() || candidate.countries.isEmpty())
        return {};
    return std::ranges::any_of(item.countries, [&](const QString &c) { return candidate.countries.contains(c); })
        ? 1.0F
        : 0.0F;
}

/// Films of the item's title among the candidates. A year in an article's brackets says that there are others.
void countNamesakes(QList<Candidate> &candidates)
{
    const auto isNamesake = [](const Candidate &candidate) {
        return candidate.film.value_or(false) && candidate.evidence[Signal::Title].value_or(0) >= SameTitle;
    };
    const auto films = std::ranges::count_if(candidates, isNamesake);
    for (Candidate &candidate : candidates) {
        if (!isNamesake(candidate))
            continue;
        const bool dated = title::year(title::parts(candidate.title).disambiguator).has_value();
        candidate.evidence[Signal::Namesakes] = 1.0F / float(std::max<qsizetype>(films, dated ? 2 : 1));
    }
}

QString shown(const QStringList &names)
{
    return names.first(std::min(names.size(), ShownNames)).join(u", "_s);
}

QString minutes(const QList<int> &runtimes)
{
    QStringList texts;
    for (const int runtime : runtimes)
        texts.append(u"%1 min"_s.arg(runtime));
    return texts.join(u", "_s);
}

/// "IMDb tt0032138, TMDB 630"
QString shownIds(const Item &item)
{
    QStringList shown;
    const auto add = [&](const char *of, const std::optional<QString> &id) {
        if (id)
            shown.append(QLatin1StringView(of) + *id);
    };
    add("IMDb ", item.imdbId);
    add("TMDB ", item.tmdbId);
    add("Wikidata ", item.wikidataId);
    return shown.join(u", "_s);
}

QString shownIds(const Candidate &candidate)
{
    QStringList shown;
    for (const QString &id : candidate.ids)
        shown.append(QString(id).replace(u"P345:"_s, u"IMDb "_s).replace(u"P4947:"_s, u"TMDB "_s));
    if (candidate.wikidataId)
        shown.append(u"Wikidata "_s + *candidate.wikidataId);
    return shown.join(u", "_s);
}

/// The name of the candidate that fits best.
QString bestTitle(const Item &item, const Candidate &candidate)
{
    return score::titlesOf(candidate).at(titleAgreement(score::names(item), score::names(candidate)).theirs);
}

/// Both values of a signal, as a person compares them.
std::pair<QString, QString> values(Signal signal, const Item &item, const Candidate &candidate)
{
    const auto year = [](const std::optional<int> &y) { return y ? QString::number(*y) : QString(); };
    switch (signal) {
    case Signal::ExactId:
        return {shownIds(item), shownIds(candidate)};
    case Signal::Title:
    case Signal::Sequel:
        return {item.title, bestTitle(item, candidate)};
    case Signal::Year:
        return {year(item.year), year(candidate.year)};
    case Signal::Director:
        return {shown(item.directors), shown(candidate.directors)};
    case Signal::Cast:
        return {shown(item.cast), shown(candidate.cast)};
    case Signal::Runtime:
        return {item.runtime ? minutes({*item.runtime}) : QString(), minutes(candidate.runtimes)};
    case Signal::Country:
        return {item.countries.join(u", "_s), candidate.countries.join(u", "_s)};
    case Signal::Type:
        return {u"film"_s, candidate.type.isEmpty() ? candidate.description : candidate.type};
    case Signal::Rank:
        return {QString(), QString::number(candidate.rank)};
    case Signal::Namesakes:
        return {QString(), title::parts(candidate.title).disambiguator.toString()};
    case Signal::Rarity:
        return {item.title, QString()};
    }
    return {};
}

}

QStringList score::titlesOf(const Item &item)
{
    QStringList titles{item.title};
    for (const QString &other : item.originalTitle.value_or(QString()).split(u'|')) {
        const QString title = other.trimmed();
        if (!title.isEmpty() && !titles.contains(title))
            titles.append(title);
    }
    return titles;
}

QStringList score::titlesOf(const Candidate &candidate)
{
    QStringList titles{candidate.title};
    if (candidate.matchedTitle)
        titles.append(*candidate.matchedTitle);
    return titles + candidate.aliases;
}

score::Names score::names(const Item &item)
{
    return {.titles = namesOf(titlesOf(item)),
            .directors = keysOf(item.directors),
            .cast = keysOf(item.cast.first(std::min(item.cast.size(), WeighedCast)))};
}

score::Names score::names(const Candidate &candidate)
{
    return {.titles = namesOf(titlesOf(candidate)),
            .directors = keysOf(candidate.directors),
            .cast = keysOf(candidate.cast.first(std::min(candidate.cast.size(), ReadCast)))};
}

Evidence score::weigh(const Item &item, const Candidate &candidate)
{
    return weigh(item, names(item), candidate, names(candidate));
}

Evidence score::weigh(const Item &item, const Names &ours, const Candidate &candidate, const Names &theirs)
{
    const auto title = titleAgreement(ours, theirs);
    Evidence evidence;
    evidence[Signal::ExactId] = idAgreement(item, candidate);
    evidence[Signal::Title] = title.agreement;
    evidence[Signal::Sequel] = title::samePart(ours.titles[title.ours], theirs.titles[title.theirs]);
    evidence[Signal::Year] = yearAgreement(item, candidate);
    evidence[Signal::Director] = share(ours.directors, theirs.directors);
    evidence[Signal::Cast] = share(ours.cast, theirs.cast);
    evidence[Signal::Runtime] = runtimeAgreement(item, candidate);
    evidence[Signal::Country] = countryAgreement(item, candidate);
    if (candidate.film)
        evidence[Signal::Type] = *candidate.film ? 1.0F : 0.0F;
    if (candidate.rank > 0)
        evidence[Signal::Rank] = 1.0F / float(candidate.rank);
    if (title.agreement >= LikeTitle)
        evidence[Signal::Rarity] = rarity(std::min(ours.titles[title.ours].words, theirs.titles[title.theirs].words));
    return evidence;
}

double score::total(const Evidence &evidence)
{
    return Weights::bundled().sum(evidence);
}

QList<Candidate> score::rank(const Item &item, QList<Candidate> candidates, const Weights &weights)
{
    const Names ours = names(item);
    for (Candidate &candidate : candidates)
        candidate.evidence = weigh(item, ours, candidate, names(candidate));
    countNamesakes(candidates);
    rankBy(weights, candidates);
    return candidates;
}

void score::rankBy(const Weights &weights, QList<Candidate> &candidates)
{
    double most = weights.none;
    for (Candidate &candidate : candidates) {
        candidate.score = weights.sum(candidate.evidence);
        most = std::max(most, candidate.score);
    }
    double all = std::exp(weights.none - most);
    for (const Candidate &candidate : candidates)
        all += std::exp(candidate.score - most);
    for (Candidate &candidate : candidates)
        candidate.score = std::exp(candidate.score - most) / all;
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
}

QList<score::Reason> score::explain(const Item &item, const Candidate &candidate, const Weights &weights)
{
    QList<Reason> reasons;
    for (int i = 0; i < SignalCount; ++i) {
        const auto signal = Signal(i);
        const auto agreement = candidate.evidence[signal];
        if (!agreement)
            continue;
        const auto [ours, theirs] = values(signal, item, candidate);
        reasons.append({.signal = signal,
                        .agreement = *agreement,
                        .weight = weights.curves[size_t(i)].at(*agreement),
                        .ours = ours,
                        .theirs = theirs});
    }
    return reasons;
}
