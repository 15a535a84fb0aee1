#pragma once

#include "data/article.h"
#include "data/movie.h"

/// Texts of infoboxes as values. What cannot be read is nothing, never a guess.
namespace values {

/// "$34 million", "₹90 crore", "$92–145 million", "¥1.9 billion ($15–19 million)": the worldwide figure if there is
/// one, else the first. Admissions and upper bounds ("less than $372") are no amounts.
std::optional<Money> money(QStringView text);
/// "October 9, 2013", "9 October 2013", "2013-10-09", "December 2018", "1990": the first in the text.
std::optional<PartialDate> date(QStringView text);
/// The first public release among the lines. Its year is that of the earliest date that is no festival's, else of the
/// earliest; of that year, a date that names a country, a way of release or nothing counts before one that names a
/// city, and that before a premiere or preview. Festivals and premieres are known by their words and houses
/// ("Sundance", "London premiere", "El Capitan Theatre"), and by the page that the place links to.
std::optional<PartialDate> released(const QList<InfoboxLine> &lines);
/// Minutes: "117 minutes", "1h 48m", "4 hours"; of several cuts the plain one; a range is nothing.
std::optional<int> runtime(const QList<InfoboxLine> &lines);
/// "83%", "8.1/10", "83/100", "3.5/4" on 0–10.
std::optional<double> score(QStringView text);

/// The lines as one text, an entry a line.
QString joined(const QList<InfoboxLine> &lines);
/// Without what only points to notes: "[3]", "[note 1]", "[a]". Cut at 4,000 characters: no value is longer.
QString withoutMarks(QStringView text);

}
