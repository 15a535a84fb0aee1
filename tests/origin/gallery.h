#pragma once

#include "world.h"

#include <QJsonObject>

/// Which titles a question about a gallery has, and in which order.
namespace origin::gallery {

constexpr int WindowSize = 2000; ///< the API shows fewer than this many, however it is paged

struct Selection
{
    QList<Index> titles; ///< all that the filter lets through
    int position = 0; ///< of the first to be shown
    int count = 0; ///< how many are to be shown; 0 beyond the window
};

/// The titles that a TitleFilter lets through. Codes of providers that nobody has filter nothing.
QList<Index> filtered(const World &world, const QJsonObject &filter);
/// The same for the words of an address: genres, release_year_from, …
QJsonObject filterOfAddress(const QHash<QByteArray, QByteArray> &query, const QString &provider);
void sort(const World &world, QList<Index> &titles, const QByteArray &order);

}
