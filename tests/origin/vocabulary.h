#pragma once

#include "world.h"

#include <array>

/// Words that every world shares: countries, languages, genres, providers, with their Wikidata numbers.
namespace origin::vocabulary {

struct Country
{
    const char *iso;
    qint32 qid;
    const char *name;
    const char *adjective;
    qint32 language;
};

struct Genre
{
    const char *shortName;
    const char *technicalName;
    const char *translation;
    qint32 qid;
    const char *film; ///< what its item is called
};

extern const std::array<Country, 30> Countries;
extern const std::array<Genre, 19> Genres;

const Country *countryByIso(QByteArrayView iso);
const Country *countryByQid(qint32 qid);
const Genre *genreByShortName(QByteArrayView name);
const Genre *genreByTechnicalName(QByteArrayView name);

QList<Provider> providers(); ///< a few of the United States as `packages` lists them
QList<std::pair<qint32, QByteArray>> names(); ///< items that every film links to
bool isKnownCountry(QByteArrayView iso);

}
