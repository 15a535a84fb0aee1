#pragma once

#include "data/item.h"
#include "worlds.h"

#include <QSet>

/// Titles of which the right Wikidata item is known: what the matcher is fitted on and measured by.
namespace knowntitles {

struct Known
{
    Item item;
    QString wikidataId; ///< of the right film; empty if it has no article, or nobody knows which
    QString imdbId; ///< withheld from the item; empty if the gallery does not tell it
};

enum class Ids { Told, Withheld };
/// The weights are fitted on one half and measured on the other; a title's IMDb id says in which it is.
enum class Half { Fitted, HeldOut };

/// Where the real galleries and truths are; empty if they are not on this machine.
QString dataFolder();

/// Title, other titles and year of films, with or without ids.
QList<Known> truth(Ids ids);
Half halfOf(const Known &known);
/// The movies of a gallery ("hbo-max-2022-07") with runtime, countries and credits, and without ids.
QList<Known> gallery(const QString &name);
/// The titles of the journal's first crawls with year and director. The right articles were settled by hand, from
/// facts; those that the world lacks are added to it.
QList<Known> firstCrawls(origin::World &world);
/// Q-numbers of the right ones.
QSet<qint32> numbers(const QList<Known> &known);

/// IMDb ids by Wikidata id, of the articles where it is told.
QHash<QString, QString> imdbOfArticles();
/// Titles and labels by Wikidata id.
QHash<QString, QStringList> namesOfArticles();

}
