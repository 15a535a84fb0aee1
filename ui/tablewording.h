#pragma once

#include "data/movie.h"
#include "store/tablereferrers.h"

struct TableShape;

/// Tables and sources as a person reads them.
namespace tablewording {

/// "Wikidata P2047 · 23 Nov 2026"
QString source(const Source &source);
/// The page of a source, at the place in it where that has an address of its own.
QUrl place(const Source &source);
/// A link as rich text, or the escaped text alone where the address is not one of the web.
QString link(const QUrl &url, const QString &text);
/// "63", "about 10,000,000"
QString about(qint64 count, bool isExact);
/// "63 movies", "12 of 63 movies match “dune” · 2 new, not saved"
QString count(const TableShape &shape, int newRows = 0);
/// "Movies with this director: 12"
QString referring(const table::Referrers &referrers);
/// "Show Denis Villeneuve"
QString showing(const QString &name);
/// What the search box of a table looks for, in a few words: "Find beginnings of words".
QString find(const QString &table);
/// And where, so that nobody looks for a plot in vain.
QString findWhere(const QString &table);
/// Why the grid is empty.
QString nothing(const TableShape &shape);

}
