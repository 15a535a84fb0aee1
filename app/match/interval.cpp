#include "match/interval.h"

#include <algorithm>
#include <cmath>

interval::Interval interval::wilson(int hits, int tries)
{
    if (tries <= 0)
        return {};
    constexpr double Z = 1.959964; // of 95 %
    const double n = tries;
    const double share = hits / n;
    const double middle = share + Z * Z / (2 * n);
    const double reach = Z * std::sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    const double whole = 1 + Z * Z / n;
    return {.low = std::max(0.0, (middle - reach) / whole), .high = std::min(1.0, (middle + reach) / whole)};
}
