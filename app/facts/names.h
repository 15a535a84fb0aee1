#pragma once

#include "data/article.h"

#include <QString>

/// Names of people and companies as articles write them.
namespace names {

/// The name of a line, without what stands in brackets behind it; empty if the line holds none ("TBA", "(2010–16)").
QString bare(const QString &line);

/// Two names of one key are one name: case, accents, punctuation and spaces aside.
QString key(QStringView name);

/// Somebody and what he plays.
struct Played
{
    QString actor; ///< empty if the line is none of a cast
    QString role; ///< empty if unknown
};
/// "Judy Garland as Dorothy Gale, a girl from Kansas", "Ray Bolger – The Scarecrow". The link tells where the name
/// ends.
Played played(const InfoboxLine &line);

/// An article's title without its disambiguator: "Heat" of "Heat (1995 film)".
QString titleOf(const QString &article);

}
