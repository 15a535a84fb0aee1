#pragma once

#include "data/match.h"

/// Which titles a person looks at, in a review.
namespace reviewing {

/// The probability that the best candidate is the right one.
enum class Band { Unknown, Below50, From50, From80, From95, From99 };
constexpr int BandCount = 6;
Band bandOf(std::optional<double> score);
double leastOf(Band band); ///< 0.95 of From95

/// When it was decided last, by days of UTC.
enum class Since { Today, Week, Month, Earlier };
constexpr int SinceCount = 4;
Since sinceOf(const QDate &day, const QDate &today);

struct Filter
{
    QList<Verdict> verdicts; ///< empty for all that was looked up
    QString words; ///< in the title
    std::optional<Band> band;
    std::optional<QString> reason; ///< its kind: reviewcolumns::kindOf()
    std::optional<GalleryId> gallery;
    std::optional<QString> who; ///< "" for the machine
    std::optional<Since> since;

    bool operator==(const Filter &) const = default;
};

enum class Sort {
    Queue, ///< as they came
    Uncertainty, ///< the least certain first
    Score, ///< the surest first
    Votes, ///< what most people have rated first
};

}
