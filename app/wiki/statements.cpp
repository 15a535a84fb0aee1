#include "wiki/statements.h"

#include <QSet>

using namespace Qt::Literals;

QJsonArray wikidata::bestRanked(const QJsonArray &statements)
{
    QJsonArray preferred;
    QJsonArray normal;
    for (const auto &statement : statements) {
        const QString rank = statement["rank"_L1].toString(u"normal"_s);
        if (rank == "preferred"_L1)
            preferred.append(statement);
        else if (rank == "normal"_L1)
            normal.append(statement);
    }
    return preferred.isEmpty() ? normal : preferred;
}

bool wikidata::isUsedProperty(const QString &property)
{
    static const QSet<QString> used{
        u"P31"_s, // instance of
        u"P1476"_s, // title
        u"P57"_s, // director
        u"P58"_s, // screenwriter
        u"P272"_s, // production company
        u"P750"_s, // distributor
        u"P449"_s, // original broadcaster
        u"P161"_s, // cast member
        u"P725"_s, // voice actor
        u"P136"_s, // genre
        u"P495"_s, // country of origin
        u"P364"_s, // original language
        u"P407"_s, // language of work
        u"P577"_s, // publication date
        u"P2047"_s, // duration
        u"P2130"_s, // cost
        u"P2142"_s, // box office
        u"P444"_s, // review score
        u"P345"_s, // IMDb
        u"P4947"_s, // TMDB
        u"P856"_s, // official website
        u"P1657"_s, // MPA rating
    };
    return used.contains(property);
}

bool wikidata::isUsedQualifier(const QString &property)
{
    static const QSet<QString> used{
        u"P291"_s, // place of publication
        u"P3005"_s, // valid in place
        u"P453"_s, // character role
        u"P4633"_s, // name of the character role
        u"P1545"_s, // series ordinal
        u"P1932"_s, // object named as
        u"P1810"_s, // subject named as
        u"P447"_s, // review score by
        u"P459"_s, // determination method
        u"P7887"_s, // number of reviews
        u"P585"_s, // point in time
        u"P580"_s, // start time
        u"P437"_s, // distribution format
        u"P518"_s, // applies to part
    };
    return used.contains(property);
}
