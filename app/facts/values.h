#pragma once

#include "data/article.h"
#include "data/movie.h"

/// Texts of infoboxes as values. What cannot be read is nothing, never a guess.
namespace values {

/// "$34 million", "₹90 crore", "$92–145 million", "¥1.9 billion ($15–19 million)".
std::optional<Money> money(QStringView text);
/// "October 9, 2013", "9 October 2013", "2013-10-09", "December 2018", "1990".
std::optional<PartialDate> date(QStringView text);
/// The first public release among the lines: the earliest date that is no festival's, else the earliest.
std::optional<PartialDate> released(const QList<InfoboxLine> &lines);
/// Minutes: "117 minutes", "1h 48m", "4 hours"; of several cuts the plain one; a range is nothing.
std::optional<int> runtime(const QList<InfoboxLine> &lines);
/// "83%", "8.1/10", "83/100", "3.5/4" on 0–10.
std::optional<double> score(QStringView text);

}
