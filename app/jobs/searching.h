#pragma once

#include "data/match.h"

/// The ladder of searches for what has no id, cheapest first (wikipedia's own naming rules tell what to try).
namespace searching {

constexpr int ItemsAtOnce = 50; ///< whose guesses share requests, and whose candidates share those for entities

/// Titles that the right article would bear: "T (1995 film)", those of the years beside, "T (film)", "T"; the same for
/// the original title, and without the years beside for what stands before and behind a colon.
QStringList guesses(const Item &item);

/// The words of the search for films of a title, and of the plain one.
QString byTitle(const QString &title);
QString plain(const Item &item);
/// Words for films of the year with one of the title's longest words: the others may be spelt in another way. The
/// longest is number 0; empty if there is none so long that it tells.
QString byLongWord(const Item &item, qsizetype number);
/// How a Wikidata item's name may begin: the ends of titles differ most.
QString beginning(const Item &item);

/// Both lists as one, each article and each Wikidata item once; the first list's rank counts.
QList<Candidate> joined(QList<Candidate> first, const QList<Candidate> &second);

}
