#include "match/score.h"

#include "match/title.h"
#include "match/weights.h"

#include <QLocale>

#include <rapidfuzz/fuzz.hpp>

#include <cmath>

using namespace Qt::Literals;

namespace {

constexpr float ByOtherName = 0.97F; ///< an alias or a redirect has the title, not the article itself
constexpr qsizetype ShownNames = 3;
constexpr qsizetype WeighedCast = 6;

float similarity(const QString &a, const QString &b)
{
    const auto units = [](QStringView text) { return std::u16string_view(text.utf16(), size_t(text.size())); };
    return float(rapidfuzz::fuzz::ratio(units(a), units(b)) / 100);
}

QStringList titlesOf(const Item &item)
{
    QStringList titles{item.title};
    if (item.originalTitle)
        titles.append(*item.originalTitle);
    return titles;
}

QStringList titlesOf(const Candidate &candidate)
{
    QStringList titles{candidate.title};
    if (candidate.matchedTitle)
        titles.append(*candidate.matchedTitle);
    return titles + candidate.aliases;
}

/// The best agreement of any of the item's titles with any of the candidate's, and which of the latter it was.
struct TitleAgreement
{
    float agreement = 0;
    QString theirs;
};
TitleAgreement titleAgreement(const Item &item, const Candidate &candidate)
{
    TitleAgreement best;
    for (const QString &own : titlesOf(item)) {
        const QString key = title::key(own);
        for (const QString &theirs : titlesOf(candidate)) {
            float agreement = similarity(key, title::key(theirs));
            if (theirs != candidate.title)
                agreement *= ByOtherName;
            if (agreement > best.agreement)
                best = {.agreement = agreement, .theirs = theirs};
        }
    }
    return best;
}

std::optional<float> sequelAgreement(const Item &item, const TitleAgreement &best)
{
    if (best.agreement >= ByOtherName)
        return 1.0F;
    const auto ours = title::sequel(item.title);
    const auto theirs = title::sequel(best.theirs);
    if (ours == title::Sequel{} && theirs == title::Sequel{})
        return {};
    return ours == theirs ? 1.0F : 0.0F;
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

std::optional<float> yearAgreement(const Item &item, const Candidate &candidate)
{
    if (!item.year || !candidate.year)
        return {};
    const int apart = std::abs(*item.year - *candidate.year);
    return apart == 0 ? 1.0F : apart == 1 ? 0.6F : 0.0F;
}

/// The share of our names that they have.
std::optional<float> share(const QStringList &ours, const QStringList &theirs)
{
    if (ours.isEmpty() || theirs.isEmpty())
        return {};
    QStringList keys;
    for (const QString &name : theirs)
        keys.append(title::key(name));
    const auto common
        = std::ranges::count_if(ours, [&](const QString &name) { return keys.contains(title::key(name)); });
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

/// Both values of a signal, as a person compares them.
std::pair<QString, QString> values(Signal signal, const Item &item, const Candidate &candidate)
{
    const auto year = [](const std::optional<int> &y) { return y ? QString::number(*y) : QString(); };
    switch (signal) {
    case Signal::ExactId:
        return {item.imdbId.value_or(item.tmdbId.value_or(item.wikidataId.value_or(QString()))),
                candidate.ids.join(u", "_s)};
    case Signal::Title:
    case Signal::Sequel:
        return {item.title, titleAgreement(item, candidate).theirs};
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
    }
    return {};
}

}

Evidence score::weigh(const Item &item, const Candidate &candidate)
{
    const auto title = titleAgreement(item, candidate);
    Evidence evidence;
    evidence[Signal::ExactId] = idAgreement(item, candidate);
    evidence[Signal::Title] = title.agreement;
    evidence[Signal::Sequel] = sequelAgreement(item, title);
    evidence[Signal::Year] = yearAgreement(item, candidate);
    evidence[Signal::Director] = share(item.directors, candidate.directors);
    evidence[Signal::Cast] = share(item.cast.first(std::min(item.cast.size(), WeighedCast)), candidate.cast);
    evidence[Signal::Runtime] = runtimeAgreement(item, candidate);
    evidence[Signal::Country] = countryAgreement(item, candidate);
    if (candidate.film)
        evidence[Signal::Type] = *candidate.film ? 1.0F : 0.0F;
    if (candidate.rank > 0)
        evidence[Signal::Rank] = 1.0F / float(candidate.rank);
    return evidence;
}

double score::total(const Evidence &evidence)
{
    const Weights &weights = Weights::bundled();
    double sum = weights.bias;
    for (size_t i = 0; i < SignalCount; ++i) {
        if (evidence.agreement[i])
            sum += weights.parts[i].weight * (*evidence.agreement[i] - weights.parts[i].pivot);
    }
    return 1 / (1 + std::exp(-sum));
}

QList<Candidate> score::rank(const Item &item, QList<Candidate> candidates)
{
    for (Candidate &candidate : candidates) {
        candidate.evidence = weigh(item, candidate);
        candidate.score = total(candidate.evidence);
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    return candidates;
}

QList<score::Reason> score::explain(const Item &item, const Candidate &candidate)
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
                        .weight = Weights::bundled().parts[size_t(i)].weight,
                        .ours = ours,
                        .theirs = theirs});
    }
    return reasons;
}
