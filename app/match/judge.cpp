#include "match/judge.h"

#include "match/title.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;

namespace {

constexpr int YearsAnIdMayBeOff = 2; ///< a gallery's year and the first release; more hints at a remake's id
constexpr float SameTitle = 0.9F;
constexpr float EqualTitle = 0.95F; ///< but for spelling, or a subtitle
constexpr float LikeTitle = 0.75F; ///< below it no other signal makes up for the title
constexpr float TwoWords = 0.25F; ///< of rarity: letters that differ are a way of spelling there
constexpr float OneYearApart = 0.6F;
constexpr float FourYearsApart = 0.3F;
constexpr float ButForArticle = 0.985F; ///< the article's own title, but for an article

bool hasId(const Candidate &candidate)
{
    return candidate.evidence[Signal::ExactId] == 1.0F;
}

Decision decision(const Item &item, Verdict verdict, const Candidate *best, const QString &reason)
{
    Decision made{.item = item.id, .verdict = verdict, .judge = Judge::Machine, .reason = reason};
    if (best) {
        made.page = best->page;
        made.wikidataId = best->wikidataId;
        made.score = best->score;
        if (!best->key.isEmpty())
            made.article = best->title;
    }
    return made;
}

Decision ask(const Item &item, const QString &reason)
{
    return decision(item, Verdict::Unreviewed, nullptr, reason);
}

/// An id decides, unless what it leads to is no film or plainly another one.
Decision judgeById(const Item &item, const Candidate &found)
{
    const auto &evidence = found.evidence;
    if (evidence[Signal::Type] == 0.0F)
        return ask(item, u"Its id leads to something that is no film: %1."_s.arg(found.type));
    const bool farApart = item.year && found.year && std::abs(*item.year - *found.year) > YearsAnIdMayBeOff;
    const bool anotherDirector = evidence[Signal::Director].value_or(0) < 0.5F;
    if (farApart && anotherDirector)
        return ask(item, u"Its id leads to a film of %1, not %2."_s.arg(*found.year).arg(*item.year));
    const bool anotherTitle = evidence[Signal::Title].value_or(0) < SameTitle;
    const bool anotherYear = evidence[Signal::Year].value_or(1) < OneYearApart;
    if (anotherTitle && anotherYear && anotherDirector)
        return ask(item, u"Its id leads to a film with another title and year."_s);
    return decision(item, Verdict::AcceptedByMachine, &found, u"It has the same id."_s);
}

QStringView disambiguator(const Candidate &candidate)
{
    return title::parts(candidate.title).disambiguator;
}

/// Wikipedia's title says that another film has this title and year: "Frozen (2010 American film)".
bool hasTwin(const Candidate &candidate)
{
    static const QRegularExpression twin(u"^\\d{4} \\S.* film$"_s);
    return twin.matchView(disambiguator(candidate)).hasMatch();
}

bool samePeople(const Candidate &candidate)
{
    return candidate.evidence[Signal::Director].value_or(0) >= 0.5F
        || candidate.evidence[Signal::Cast].value_or(0) >= 0.3F;
}

bool isFilmOfTitle(const Candidate &candidate)
{
    const auto &evidence = candidate.evidence;
    return evidence[Signal::Type] == 1.0F && evidence[Signal::Title].value_or(0) >= SameTitle
        && evidence[Signal::Sequel].value_or(1) == 1.0F;
}

/// Another film of this title was made so few years before or after it.
bool hasRemakeWithin(int years, const QList<Candidate> &candidates)
{
    const Candidate &best = candidates.first();
    return std::ranges::any_of(candidates.sliced(1), [&](const Candidate &other) {
        return isFilmOfTitle(other) && best.year && other.year && std::abs(*best.year - *other.year) <= years;
    });
}

/// Letter by letter, but for case: "Martin" is not "Martín".
bool isCalled(const Candidate &candidate, const QString &title)
{
    return title::parts(candidate.title).bare.compare(title, Qt::CaseInsensitive) == 0;
}

/// One of the others is called exactly as the item is, and the best one is not.
bool hasRivalOfExactTitle(const Item &item, const QList<Candidate> &candidates)
{
    return !isCalled(candidates.first(), item.title)
        && std::ranges::any_of(candidates.sliced(1), [&](const Candidate &other) {
               return isFilmOfTitle(other) && isCalled(other, item.title);
           });
}

/// Whether the candidates were looked for by words, and not by the titles and names alone that they would bear.
bool wereSearched(const QList<Candidate> &candidates)
{
    return std::ranges::any_of(candidates, [](const Candidate &candidate) { return candidate.rank > 0; });
}

/// Title and year do not tell the film from another one: a second, independent signal has to.
bool needsASecondSignal(const Item &item, const QList<Candidate> &candidates)
{
    const Candidate &best = candidates.first();
    const auto own = title::year(disambiguator(best));
    const bool ownYear = own && own == item.year; // the article's title says so besides the release date
    const bool isToldApart = ownYear && !hasRivalOfExactTitle(item, candidates);
    if (hasTwin(best) && !wereSearched(candidates))
        return true; // a search would show the other one, too
    const bool isCommon = best.evidence[Signal::Rarity].value_or(0) < TwoWords;
    if (own && !ownYear && best.evidence[Signal::Year] != 1.0F && isCommon && best.rank != 1)
        return true; // of many films of a common title, this one says that it is of another year, and no search says it
    if (best.evidence[Signal::Year] == OneYearApart && hasRemakeWithin(2, candidates))
        return true; // the item's year may lie between both
    return hasRemakeWithin(0, candidates) || (hasRemakeWithin(1, candidates) && !isToldApart);
}

/// "Spider Baby: The Return" is not "Spider Baby" where there is a film of that title alone.
bool isPartOfAnother(const QList<Candidate> &candidates)
{
    const auto &best = candidates.first().evidence;
    return best[Signal::Sequel] == 0.5F && std::ranges::any_of(candidates.sliced(1), [&](const Candidate &other) {
               return isFilmOfTitle(other) && other.evidence[Signal::Title] > best[Signal::Title];
           });
}

/// Neither title nor year are the same, or the year is far away: for a common word two years are.
bool isOnlyAlike(const Evidence &evidence)
{
    const float year = evidence[Signal::Year].value_or(1);
    const bool isCommon = evidence[Signal::Rarity].value_or(0) < TwoWords;
    return year < (isCommon ? OneYearApart : FourYearsApart)
        || (year < 1 && evidence[Signal::Title].value_or(0) < ButForArticle);
}

/// Nothing but a title, but one that no other film bears.
bool isOnlyOne(const Evidence &evidence)
{
    return evidence[Signal::Namesakes] == 1.0F && evidence[Signal::Rarity].value_or(0) >= TwoWords;
}

/// Only one side has a subtitle: a sequel is of another year, and a common word is the name of many films.
bool fitsAsPart(const Evidence &evidence)
{
    const bool isRare = evidence[Signal::Rarity].value_or(0) >= TwoWords;
    return evidence[Signal::Year] == 1.0F && (isRare || evidence[Signal::Namesakes] == 1.0F);
}

/// What no probability makes up for.
bool fits(const Evidence &evidence)
{
    const float title = evidence[Signal::Title].value_or(0);
    const bool isRare = evidence[Signal::Rarity].value_or(0) >= TwoWords;
    const bool sameTitle = title >= EqualTitle || (title >= LikeTitle && isRare);
    return sameTitle && evidence[Signal::Sequel] != 0.0F && evidence[Signal::Type] == 1.0F
        && (evidence[Signal::Sequel] != 0.5F || fitsAsPart(evidence));
}

QString whyNotSure(const Item &item, const Candidate &best)
{
    const auto &evidence = best.evidence;
    if (evidence[Signal::Type] == 0.0F)
        return u"Nothing that was found is a film."_s;
    if (evidence[Signal::Title].value_or(0) < SameTitle)
        return u"No film of this title was found."_s;
    if (evidence[Signal::Sequel] == 0.0F)
        return u"The best may be another part of the series."_s;
    if (evidence[Signal::Year].value_or(1) < OneYearApart && best.year && item.year)
        return u"The best is of %1, the gallery says %2."_s.arg(*best.year).arg(*item.year);
    return u"Too little speaks for the best one."_s;
}

}

Decision judge::decide(const Item &item, const QList<Candidate> &candidates, const Weights &weights)
{
    if (candidates.isEmpty())
        return ask(item, u"Nothing was found."_s);

    const auto byId = std::ranges::count_if(candidates, hasId);
    if (byId > 1)
        return ask(item, u"Its ids lead to %1 different entries."_s.arg(byId));
    if (byId == 1)
        return judgeById(item, *std::ranges::find_if(candidates, hasId));

    const Candidate &best = candidates.first();
    if (best.score < weights.accept || !fits(best.evidence))
        return ask(item, whyNotSure(item, best));
    const bool secondSignal = samePeople(best) || best.evidence[Signal::Runtime] == 1.0F;
    if (!secondSignal && !best.evidence[Signal::Year] && !isOnlyOne(best.evidence))
        return ask(item, u"Nothing but the title speaks for the best one."_s);
    if (!secondSignal && isOnlyAlike(best.evidence))
        return ask(item, whyNotSure(item, best));
    if (isPartOfAnother(candidates))
        return ask(item, u"The best may be another part of the series."_s);
    if (needsASecondSignal(item, candidates) && !secondSignal)
        return ask(item, u"Another film has the same title and almost the same year."_s);
    if (candidates.size() > 1 && best.score - candidates[1].score < weights.margin)
        return ask(item, u"Two films fit almost equally well."_s);
    return decision(item, Verdict::AcceptedByMachine, &best, u"Title, year and type agree."_s);
}

bool judge::isPlain(const QList<Candidate> &candidates)
{
    const Evidence &best = candidates.first().evidence;
    return std::ranges::any_of(candidates, hasId)
        || (best[Signal::Title] > EqualTitle && best[Signal::Year] == 1.0F && best[Signal::Sequel] != 0.5F);
}
