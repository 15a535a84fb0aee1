#pragma once

#include "data/crawl.h"
#include "gallery/justwatch.h"

/// The questions that a listing is made of. Pure: what was answered, and what is to be asked next.
namespace slicing {

inline const QString Unreadable = QStringLiteral("Unreadable entry"); ///< subject of the note about one

/// Where the listing of a gallery begins: at the API, or at the pages for people.
Slice first(const Gallery &gallery);
Slice firstPage();
/// The number of the page for people that comes next; nothing if the API is asked.
std::optional<int> pageOf(const Slice &slice);
/// The cursor of a page for people, as its slice has it.
QString cursorOf(const QString &page);
bool isWhole(const Slice &slice); ///< not only a part of the gallery
justwatch::Part partOf(const Slice &slice);

/// A first question with more titles than the API shows becomes several in its place. False if it has not, or cannot
/// be divided any more.
bool split(Crawl &crawl, const gallery::Page &page);

/// Takes a page of the first question into the crawl: where it goes on, and what is odd about a part that ends here.
QList<Note> advance(Crawl &crawl, const gallery::Page &page);

/// Why titles may be missing from a listing that has come to its end; then nothing is known to be gone.
std::optional<Note> shortfall(const Crawl &crawl, int unreadable);

}
