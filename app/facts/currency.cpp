#include "facts/currency.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

struct Known
{
    QStringView code;
    QStringList signs; ///< before the amount
    QStringList words; ///< behind the amount
};

const QList<Known> &known()
{
    static const QList<Known> all{
        {u"USD",
         {u"US$"_s, u"U.S.$"_s, u"U.S. $"_s, u"US $"_s, u"USD$"_s, u"$"_s},
         {u"US dollars"_s, u"U.S. dollars"_s, u"dollars"_s, u"$"_s}},
        {u"EUR", {u"€"_s}, {u"euros"_s, u"euro"_s, u"€"_s}},
        {u"GBP", {u"£"_s, u"UK£"_s}, {u"pounds"_s, u"pounds sterling"_s, u"£"_s}},
        {u"INR", {u"₹"_s}, {u"Indian rupees"_s}},
        {u"PKR", {u"PK₨"_s}, {u"Pakistani rupees"_s}},
        {u"JPY", {u"¥"_s, u"￥"_s, u"JP¥"_s}, {u"yen"_s, u"Japanese yen"_s}},
        {u"CNY", {u"CN¥"_s, u"RMB¥"_s, u"RMB"_s}, {u"yuan"_s, u"RMB"_s, u"renminbi"_s}},
        {u"KRW", {u"₩"_s}, {u"won"_s, u"South Korean won"_s}},
        {u"CAD", {u"CA$"_s, u"CAN$"_s, u"C$"_s, u"CAD$"_s, u"CDN$"_s}, {u"Canadian dollars"_s}},
        {u"AUD", {u"A$"_s, u"AU$"_s, u"AUD$"_s}, {u"Australian dollars"_s}},
        {u"NZD", {u"NZ$"_s}, {u"New Zealand dollars"_s}},
        {u"HKD", {u"HK$"_s}, {u"Hong Kong dollars"_s}},
        {u"TWD", {u"NT$"_s}, {}},
        {u"SGD", {u"S$"_s}, {}},
        {u"BRL", {u"R$"_s}, {u"reais"_s}},
        {u"MXN", {u"MX$"_s, u"MXN$"_s}, {u"Mexican pesos"_s}},
        {u"PHP", {u"₱"_s}, {u"Philippine pesos"_s}},
        {u"RUB", {u"₽"_s}, {u"rubles"_s, u"roubles"_s, u"RUR"_s}},
        {u"NGN", {u"₦"_s}, {u"naira"_s}},
        {u"THB", {u"฿"_s}, {u"baht"_s}},
        {u"TRY", {u"₺"_s}, {u"Turkish lira"_s}},
        {u"ILS", {u"₪"_s}, {u"shekels"_s}},
        {u"VND", {u"₫"_s}, {}},
        {u"MYR", {u"RM"_s}, {}},
        {u"DEM", {u"DM"_s}, {u"DM"_s, u"Deutsche Mark"_s, u"German marks"_s}},
        {u"NOK", {}, {u"Norwegian Kroner"_s, u"Norwegian krone"_s}},
        {u"SEK", {}, {u"Swedish kronor"_s, u"Swedish krona"_s}},
        {u"DKK", {}, {u"Danish kroner"_s, u"Danish krone"_s}},
        {u"ITL", {}, {u"Italian lire"_s}},
        {u"FRF", {}, {u"French francs"_s}},
        {u"CHF", {}, {u"Swiss francs"_s}},
        {u"",
         {u"₤"_s, u"Rs."_s, u"Rs"_s, u"₨"_s, u"kr"_s},
         {u"rupees"_s, u"kr"_s, u"kroner"_s, u"kronor"_s, u"francs"_s, u"pesos"_s, u"lire"_s, u"marks"_s}},
    };
    return all;
}

/// Codes that are written as they are, before or behind.
const QString Codes
    = u"USD|EUR|GBP|INR|PKR|BDT|LKR|NPR|JPY|CNY|KRW|CAD|AUD|NZD|HKD|TWD|SGD|BRL|MXN|PHP|RUB|NGN|THB|TRY|"
      "ILS|VND|MYR|IDR|DEM|NOK|SEK|DKK|ITL|FRF|CHF|PLN|CZK|HUF|ZAR|ARS|CLP|COP|ISK|FIM|ESP|EGP|IRR"_s;

QString pattern(QStringList written)
{
    std::ranges::sort(written, {}, [](const QString &text) { return -text.size(); }); // the longest matches first
    for (QString &text : written)
        text = QRegularExpression::escape(text) + (text.back().isLetter() ? "(?![a-z])"_L1 : ""_L1);
    return written.join(u'|') + u"|(?:"_s + Codes + u")(?![a-z])"_s;
}

}

QString currency::code(QStringView written)
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> all;
        for (const Known &each : known()) {
            for (const QString &text : each.signs + each.words)
                all.insert(text.toLower(), each.code.toString());
        }
        return all;
    }();
    const QString text = written.trimmed().toString();
    return codes.value(text.toLower(), Codes.contains(text.toUpper()) ? text.toUpper() : QString());
}

QString currency::prefixPattern()
{
    QStringList written;
    for (const Known &each : known())
        written += each.signs;
    return pattern(written);
}

QString currency::suffixPattern()
{
    QStringList written;
    for (const Known &each : known())
        written += each.words;
    return pattern(written);
}

QString currency::ofCountry(const QString &country)
{
    static const QHash<QString, QString> codes{
        {u"India"_s, u"INR"_s},  {u"Pakistan"_s, u"PKR"_s}, {u"Sri Lanka"_s, u"LKR"_s}, {u"Nepal"_s, u"NPR"_s},
        {u"Norway"_s, u"NOK"_s}, {u"Sweden"_s, u"SEK"_s},   {u"Denmark"_s, u"DKK"_s}};
    return codes.value(country);
}

QString currency::ofItem(const QString &id)
{
    static const QHash<QString, QString> codes{
        {u"Q4917"_s, u"USD"_s},   {u"Q4916"_s, u"EUR"_s},   {u"Q25224"_s, u"GBP"_s},  {u"Q1104069"_s, u"CAD"_s},
        {u"Q259502"_s, u"AUD"_s}, {u"Q8146"_s, u"JPY"_s},   {u"Q80524"_s, u"INR"_s},  {u"Q39099"_s, u"CNY"_s},
        {u"Q202040"_s, u"KRW"_s}, {u"Q25344"_s, u"CHF"_s},  {u"Q41044"_s, u"RUB"_s},  {u"Q122922"_s, u"SEK"_s},
        {u"Q132643"_s, u"NOK"_s}, {u"Q25417"_s, u"DKK"_s},  {u"Q31015"_s, u"HKD"_s},  {u"Q1472704"_s, u"NZD"_s},
        {u"Q4730"_s, u"MXN"_s},   {u"Q173117"_s, u"BRL"_s}, {u"Q181907"_s, u"ZAR"_s}, {u"Q172872"_s, u"TRY"_s},
        {u"Q208526"_s, u"TWD"_s}, {u"Q131309"_s, u"ILS"_s}, {u"Q17193"_s, u"PHP"_s},  {u"Q123213"_s, u"PLN"_s},
        {u"Q131016"_s, u"CZK"_s}, {u"Q177882"_s, u"THB"_s}, {u"Q41588"_s, u"IDR"_s},  {u"Q188289"_s, u"PKR"_s},
        {u"Q16068"_s, u"DEM"_s},  {u"Q184172"_s, u"FRF"_s}, {u"Q204992"_s, u"ITL"_s},
    };
    return codes.value(id);
}
