#include "gallery/justwatch.h"

#include <QDate>

namespace {

constexpr int Earliest = 1900; ///< whatever is older goes with it
constexpr int Middle = 1999; ///< about half of a catalogue is younger

}

std::optional<std::pair<justwatch::Years, justwatch::Years>> justwatch::split(const Years &years)
{
    const int from = years.from.value_or(std::min(Earliest, years.until.value_or(Earliest)));
    const int latest = QDate::currentDate().year() + 1; // announced titles are listed too
    const int until = years.until.value_or(std::max(latest, from));
    if (from >= until)
        return {};
    const bool isAll = !years.from && !years.until;
    const int middle = isAll ? Middle : from + (until - from) / 2;
    return std::pair(Years{.from = years.from, .until = middle}, Years{.from = middle + 1, .until = years.until});
}
