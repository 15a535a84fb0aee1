#include "facts/places.h"

#include <QHash>
#include <QLocale>
#include <QSet>

using namespace Qt::Literals;

namespace {

const QHash<QString, QString> &otherNames()
{
    static const QHash<QString, QString> names{
        {u"us"_s, u"United States"_s},
        {u"u.s."_s, u"United States"_s},
        {u"u.s"_s, u"United States"_s},
        {u"usa"_s, u"United States"_s},
        {u"u.s.a."_s, u"United States"_s},
        {u"united states of america"_s, u"United States"_s},
        {u"uk"_s, u"United Kingdom"_s},
        {u"u.k."_s, u"United Kingdom"_s},
        {u"great britain"_s, u"United Kingdom"_s},
        {u"people's republic of china"_s, u"China"_s},
        {u"republic of korea"_s, u"South Korea"_s},
        {u"republic of ireland"_s, u"Ireland"_s},
        {u"kingdom of denmark"_s, u"Denmark"_s},
        {u"kingdom of the netherlands"_s, u"Netherlands"_s},
        {u"czechia"_s, u"Czech Republic"_s},
        {u"türkiye"_s, u"Turkey"_s},
    };
    return names;
}

/// Countries that are no more, parts that release films on their own, and names that QLocale writes in another way.
const QSet<QString> &moreCountries()
{
    static const QSet<QString> names{u"England"_s,
                                     u"Scotland"_s,
                                     u"Wales"_s,
                                     u"Soviet Union"_s,
                                     u"West Germany"_s,
                                     u"East Germany"_s,
                                     u"Czechoslovakia"_s,
                                     u"Yugoslavia"_s,
                                     u"Turkey"_s,
                                     u"Hong Kong"_s,
                                     u"Macau"_s,
                                     u"Korea"_s,
                                     u"Bosnia and Herzegovina"_s,
                                     u"Ivory Coast"_s,
                                     u"Burma"_s,
                                     u"North Macedonia"_s,
                                     u"Czech Republic"_s,
                                     u"Palestine"_s,
                                     u"Vietnam"_s,
                                     u"Holland"_s};
    return names;
}

const QSet<QString> &territories()
{
    static const QSet<QString> names = [] {
        QSet<QString> all = moreCountries();
        for (int territory = QLocale::AnyTerritory + 1; territory <= QLocale::LastTerritory; ++territory)
            all.insert(QLocale::territoryToString(QLocale::Territory(territory)));
        return all;
    }();
    return names;
}

}

QString places::country(const QString &name)
{
    QString bare = name.trimmed();
    if (bare.startsWith("the "_L1, Qt::CaseInsensitive))
        bare = bare.sliced(4);
    return otherNames().value(bare.toLower(), bare);
}

bool places::isCountry(const QString &name)
{
    return territories().contains(country(name));
}

QString places::countryOf(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? QString() : country(QLocale::territoryToString(territory));
}
