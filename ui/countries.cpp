#include "countries.h"

#include <QLocale>

using namespace Qt::Literals;

const QStringList &countries::codes()
{
    // The locales of JustWatch's own pages (its API: `locales { country }`).
    static const QStringList codes
        = u"AD AE AG AL AO AR AT AU AZ BA BB BE BF BG BH BM BO BR BS BY BZ CA CD CH CI CL CM CO CR CU CV CY CZ DE DK "
          u"DO "
          "DZ EC EE EG ES FI FJ FR GB GF GG GH GI GQ GR GT GY HK HN HR HU ID IE IL IN IQ IS IT JM JO JP KE KR KW LB LC "
          "LI LT LU LV LY MA MC MD ME MG MK ML MT MU MW MX MY MZ NE NG NI NL NO NZ OM PA PE PF PG PH PK PL PS PT PY QA "
          "RO RS RU SA SC SE SG SI SK SM SN SV TC TD TH TN TR TT TW TZ UA UG US UY VA VE XK YE ZA ZM ZW"_s.split(u' ');
    return codes;
}

QString countries::name(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

QString countries::ofLocale(const QLocale &locale)
{
    const QString code = QLocale::territoryToCode(locale.territory());
    return codes().contains(code) ? code : u"US"_s;
}
