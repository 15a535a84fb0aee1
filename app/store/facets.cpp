#include "store/facets.h"

#include "store/reviewcolumns.h"

using namespace reviewing;

namespace {

enum Facet { State, Score, Reason, Who, When, Place, FacetCount };

bool takes(const Filter &filter, Facet facet, const facets::Cell &cell, const QDate &today)
{
    switch (facet) {
    case State:
        return filter.verdicts.isEmpty() || filter.verdicts.contains(cell.verdict);
    case Score:
        return !filter.band || *filter.band == cell.band;
    case Reason:
        return !filter.reason || *filter.reason == cell.reason;
    case Who:
        return !filter.who || *filter.who == cell.who;
    case When:
        return !filter.since || (cell.day.isValid() && sinceOf(cell.day, today) == *filter.since);
    case Place:
        return !filter.gallery || !cell.gallery || *filter.gallery == cell.gallery;
    case FacetCount:
        break;
    }
    return true;
}

/// Of a cell, which facets leave it out: none, the one that is alone in it, or several.
struct Refused
{
    int facets = 0;
    Facet last{};
};

Refused refused(const Filter &filter, const facets::Cell &cell, const QDate &today)
{
    Refused refused;
    for (int facet = 0; facet < FacetCount; ++facet) {
        if (takes(filter, Facet(facet), cell, today))
            continue;
        ++refused.facets;
        refused.last = Facet(facet);
    }
    return refused;
}

void add(facets::Counts &counts, const facets::Cell &cell, const Refused &refused, const QDate &today)
{
    const auto counted = [&](Facet facet) { return refused.facets == 0 || refused.last == facet; };
    const int titles = cell.titles;
    if (counted(State))
        counts.verdicts[size_t(cell.verdict)] += titles;
    if (counted(Score))
        counts.bands[size_t(cell.band)] += titles;
    if (counted(Reason))
        counts.reasons[cell.reason] += titles;
    if (counted(Who))
        counts.people[cell.who] += titles;
    if (counted(When) && cell.day.isValid())
        counts.since[size_t(sinceOf(cell.day, today))] += titles;
    if (refused.facets == 0)
        counts.titles += titles;
}

bool isAlike(const facets::Cell &a, const facets::Cell &b)
{
    return a.verdict == b.verdict && a.band == b.band && a.reason == b.reason && a.who == b.who && a.day == b.day
        && a.gallery == b.gallery;
}

}

facets::Cell facets::cellOf(const Match &match)
{
    const Decision &decision = match.decision;
    const auto score = match.candidates.isEmpty() ? std::nullopt : std::optional(match.candidates.constFirst().score);
    return {.verdict = decision.verdict,
            .band = bandOf(score),
            .reason = reviewcolumns::kindOf(decision.reason),
            .who = decision.judge == Judge::Person ? decision.who : QString(),
            .day = decision.at.toUTC().date(),
            .titles = 1};
}

void facets::Cube::move(const Match &before, const Match &after)
{
    const Cell from = cellOf(before);
    const Cell to = cellOf(after);
    if (const auto left = std::ranges::find_if(all, [&](const Cell &cell) { return isAlike(cell, from); });
        left != all.end() && left->titles > 0)
        --left->titles;
    if (const auto met = std::ranges::find_if(all, [&](const Cell &cell) { return isAlike(cell, to); });
        met != all.end())
        ++met->titles;
    else
        all.append(to);
}

facets::Counts facets::count(const Cube &cube, const Filter &filter, const QDate &today)
{
    Counts counts;
    for (const Cell &cell : filter.gallery ? cube.byGallery : cube.all) {
        if (const Refused out = refused(filter, cell, today); out.facets <= 1)
            add(counts, cell, out, today);
    }
    for (const Cell &cell : cube.byGallery) {
        if (const Refused out = refused(filter, cell, today); out.facets == 0 || (out.facets == 1 && out.last == Place))
            counts.galleries[cell.gallery] += cell.titles;
    }
    return counts;
}

bool facets::fits(const Match &match, const Filter &filter, const QDate &today)
{
    Cell cell = cellOf(match);
    cell.gallery = match.item.gallery.id;
    const auto words = filter.words.simplified().split(u' ', Qt::SkipEmptyParts);
    return refused(filter, cell, today).facets == 0 && std::ranges::all_of(words, [&](const QString &word) {
               return match.item.title.contains(word, Qt::CaseInsensitive);
           });
}
