#pragma once

#include "data/match.h"

/// The ladder of searches for what has no id, cheapest first (wikipedia's own naming rules tell what to try).
namespace searching {

constexpr int ItemsAtOnce = 16; ///< whose guesses go into one request: 3 guesses each, 50 at most

/// Titles that the right article would bear: "T (1995 film)", "T (film)", "T".
QStringList guesses(const Item &item);

/// The words of the search for films of this title, and of the plain one.
QString byTitle(const Item &item);
QString plain(const Item &item);

/// Both lists as one, each article once; the first list's rank counts.
QList<Candidate> joined(QList<Candidate> first, const QList<Candidate> &second);

}
