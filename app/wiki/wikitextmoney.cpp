#include "wiki/wikitexttemplates.h"

#include <QHash>

using namespace Qt::Literals;
using wikitext::Call;
using wikitext::Show;

namespace {

/// The sign that a currency's template shows, by its name in lower case.
const QHash<QString, QString> &signs()
{
    static const QHash<QString, QString> all{
        {u"us$"_s, u"US$"_s},
        {u"usd"_s, u"US$"_s},
        {u"$"_s, u"$"_s},
        {u"inr"_s, u"₹"_s},
        {u"₹"_s, u"₹"_s},
        {u"indian rupee"_s, u"₹"_s},
        {u"indian rupees"_s, u"₹"_s},
        {u"indianrupee"_s, u"₹"_s},
        {u"indian rupee symbol"_s, u"₹"_s},
        {u"rs"_s, u"₹"_s},
        {u"rs."_s, u"₹"_s},
        {u"inrconvert"_s, u"₹"_s},
        {u"gbp"_s, u"£"_s},
        {u"£"_s, u"£"_s},
        {u"pound sterling"_s, u"£"_s},
        {u"gbp link"_s, u"£"_s},
        {u"€"_s, u"€"_s},
        {u"euro"_s, u"€"_s},
        {u"eur"_s, u"€"_s},
        {u"¥"_s, u"¥"_s},
        {u"jpy"_s, u"¥"_s},
        {u"yen"_s, u"¥"_s},
        {u"jp¥"_s, u"¥"_s},
        {u"cny"_s, u"CN¥"_s},
        {u"rmb"_s, u"CN¥"_s},
        {u"cn¥"_s, u"CN¥"_s},
        {u"yuan"_s, u"CN¥"_s},
        {u"renminbi"_s, u"CN¥"_s},
        {u"krw"_s, u"₩"_s},
        {u"₩"_s, u"₩"_s},
        {u"won"_s, u"₩"_s},
        {u"aud"_s, u"A$"_s},
        {u"a$"_s, u"A$"_s},
        {u"au$"_s, u"A$"_s},
        {u"australian dollar"_s, u"A$"_s},
        {u"cad"_s, u"CA$"_s},
        {u"c$"_s, u"CA$"_s},
        {u"ca$"_s, u"CA$"_s},
        {u"can$"_s, u"CA$"_s},
        {u"canadian dollar"_s, u"CA$"_s},
        {u"nz$"_s, u"NZ$"_s},
        {u"nzd"_s, u"NZ$"_s},
        {u"hk$"_s, u"HK$"_s},
        {u"hkd"_s, u"HK$"_s},
        {u"nt$"_s, u"NT$"_s},
        {u"twd"_s, u"NT$"_s},
        {u"ntd"_s, u"NT$"_s},
        {u"s$"_s, u"S$"_s},
        {u"sgd"_s, u"S$"_s},
        {u"php"_s, u"₱"_s},
        {u"₱"_s, u"₱"_s},
        {u"philippine peso"_s, u"₱"_s},
        {u"peso"_s, u"₱"_s},
        {u"pkr"_s, u"PKR "_s},
        {u"bdt"_s, u"BDT "_s},
        {u"৳"_s, u"BDT "_s},
        {u"lkr"_s, u"LKR "_s},
        {u"npr"_s, u"NPR "_s},
        {u"myr"_s, u"RM"_s},
        {u"rm"_s, u"RM"_s},
        {u"idr"_s, u"IDR "_s},
        {u"thb"_s, u"฿"_s},
        {u"฿"_s, u"฿"_s},
        {u"rub"_s, u"₽"_s},
        {u"₽"_s, u"₽"_s},
        {u"ruble"_s, u"₽"_s},
        {u"russian ruble"_s, u"₽"_s},
        {u"ngn"_s, u"₦"_s},
        {u"₦"_s, u"₦"_s},
        {u"naira"_s, u"₦"_s},
        {u"zar"_s, u"ZAR "_s},
        {u"try"_s, u"₺"_s},
        {u"₺"_s, u"₺"_s},
        {u"turkish lira"_s, u"₺"_s},
        {u"ils"_s, u"₪"_s},
        {u"nis"_s, u"₪"_s},
        {u"₪"_s, u"₪"_s},
        {u"chf"_s, u"CHF "_s},
        {u"sek"_s, u"SEK "_s},
        {u"nok"_s, u"NOK "_s},
        {u"dkk"_s, u"DKK "_s},
        {u"brl"_s, u"R$"_s},
        {u"r$"_s, u"R$"_s},
        {u"brazilian real"_s, u"R$"_s},
        {u"mxn"_s, u"MX$"_s},
        {u"mx$"_s, u"MX$"_s},
        {u"pln"_s, u"PLN "_s},
        {u"czk"_s, u"CZK "_s},
        {u"huf"_s, u"HUF "_s},
        {u"frf"_s, u"FRF "_s},
        {u"₣"_s, u"FRF "_s},
        {u"dem"_s, u"DM "_s},
        {u"deutsche mark"_s, u"DM "_s},
        {u"itl"_s, u"ITL "_s},
        {u"vnd"_s, u"₫"_s},
        {u"₫"_s, u"₫"_s},
    };
    return all;
}

/// The word of a number's size where a template has it as an argument of its own.
QString unitOf(const QString &letter)
{
    static const QHash<QString, QString> units{
        {u"k"_s, u" thousand"_s}, {u"m"_s, u" million"_s},       {u"b"_s, u" billion"_s},      {u"l"_s, u" lakh"_s},
        {u"c"_s, u" crore"_s},    {u"million"_s, u" million"_s}, {u"billion"_s, u" billion"_s}};
    return units.value(letter.toLower());
}

}

bool wikitext::showMoney(Show &show, const Call &call)
{
    QString key = call.key;
    if (key == "currency"_L1)
        key = call.raw(u"2").isEmpty() ? u"usd"_s : call.raw(u"2").toLower();
    const auto sign = signs().constFind(key);
    if (sign == signs().cend() && call.key != "currency"_L1)
        return false;
    show.put(sign == signs().cend() ? QString(key.toUpper() + u' ') : *sign);
    show.argument(call.find(u"1"));
    show.put(unitOf(call.raw(u"2")));
    return true;
}
