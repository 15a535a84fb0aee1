#include "store/reviewfilter.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::array Bounds{0.0, 0.0, 0.5, 0.8, 0.95, 0.99}; // by band
constexpr int Week = 7;
constexpr int Month = 30;

}

reviewing::Band reviewing::bandOf(std::optional<double> score)
{
    if (!score)
        return Band::Unknown;
    const auto above = std::upper_bound(Bounds.begin() + 1, Bounds.end(), *score);
    return Band(std::max<qsizetype>(1, above - Bounds.begin() - 1));
}

double reviewing::leastOf(Band band)
{
    return Bounds[size_t(band)];
}

reviewing::Since reviewing::sinceOf(const QDate &day, const QDate &today)
{
    const qint64 ago = day.daysTo(today);
    return ago <= 0 ? Since::Today : ago < Week ? Since::Week : ago < Month ? Since::Month : Since::Earlier;
}
