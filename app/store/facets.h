#pragma once

#include "store/connection.h"
#include "store/reviewfilter.h"

#include <QMap>

/// How many titles there are of each kind, so that every filter can say beforehand what it leaves.
namespace facets {

/// Titles that are alike in all that a review filters by.
struct Cell
{
    Verdict verdict{};
    reviewing::Band band{};
    QString reason;
    QString who;
    QDate day; ///< of the decision; invalid for none
    GalleryId gallery; ///< zero where galleries are not told apart
    int titles = 0;
};
Cell cellOf(const Match &match);

/// Every title once in `all`; and, where there are several galleries, once a gallery in `byGallery`.
struct Cube
{
    QList<Cell> all;
    QList<Cell> byGallery;
    QMap<GalleryId, QString> galleries; ///< their names
    bool isCrawled = false; ///< there is any title at all, looked up or not

    /// A title stands otherwise now.
    void move(const Match &before, const Match &after);
};
/// Of the titles that have these words.
Result<Cube> read(Connection &connection, const QString &words);

/// What each choice of one facet leaves, while the choices of all others hold. Pure.
struct Counts
{
    std::array<int, 7> verdicts{};
    std::array<int, reviewing::BandCount> bands{};
    std::array<int, reviewing::SinceCount> since{};
    QMap<QString, int> reasons;
    QMap<QString, int> people; ///< "" is the machine
    QMap<GalleryId, int> galleries;
    int titles = 0; ///< that the whole filter leaves

    bool operator==(const Counts &) const = default;
};
Counts count(const Cube &cube, const reviewing::Filter &filter, const QDate &today);
/// Whether a title is among those of the filter.
bool fits(const Match &match, const reviewing::Filter &filter, const QDate &today);

}
