#pragma once

#include "data/item.h"
#include "data/movie.h"

#include <QJsonObject>

/// Made films, as complete as any: always the same for a number.
namespace films {

/// 15 of cast, 3 genres, 2 directors, 2 writers, companies, 2 ratings; people and companies are found again.
Movie film(int n);
Item item(int n);
QList<Item> items(int from, int count);

/// A film with its sources, for a program in another language.
QJsonObject forOthers(const Movie &movie);

}
