#pragma once

#include "data/match.h"
#include "match/weights.h"

/// Two searches for what has no id: for many at once by the titles that articles bear, then for one by its words.
namespace searching {

constexpr int ItemsAtOnce = 50; ///< whose guesses share requests, and whose candidates share those for entities

/// Titles that the right article would bear: "T (1995 film)", "T (film)", "T", and the same for the original title.
QStringList guesses(const Item &item);
/// Names that Wikidata may know the film by: its titles, and what stands before and behind a colon in them.
QStringList names(const Item &item);

/// The words of the search for films of a title.
QString byTitle(const QString &title);
/// For films of the item's year and those beside with any word of its titles, the more the better; empty without a
/// year.
QString byWords(const Item &item);
/// The best of what a search found, by what it tells.
QList<Candidate> likeliest(const Item &item, const QList<Candidate> &found, const Weights &weights);

/// Both lists as one, each article and each Wikidata item once; the first rank that is told counts.
QList<Candidate> joined(QList<Candidate> first, const QList<Candidate> &second);

}
