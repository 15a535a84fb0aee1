#include "wiki/snak.h"

#include "wiki/sparql.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

/// Numbers are texts, with their sign: "+92".
std::optional<double> numberOf(const JsonView &text)
{
    bool isNumber = false;
    const double number = text.text().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

SnakValue quantityOf(const JsonView &value)
{
    const auto amount = numberOf(value["amount"]);
    if (!amount)
        return {};
    return Quantity{.amount = *amount,
                    .unit = sparql::itemOf(value["unit"].text()),
                    .lower = numberOf(value["lowerBound"]),
                    .upper = numberOf(value["upperBound"])};
}

SnakValue timeValueOf(const JsonView &value)
{
    const auto time = wikidata::timeOf(value["time"].text(), int(value["precision"].integer()));
    return time ? SnakValue(*time) : SnakValue();
}

/// Old data has a number in place of the id.
SnakValue linkOf(const JsonView &value)
{
    QString id = value["id"].text();
    if (id.isEmpty())
        id = u'Q' + QString::number(value["numeric-id"].integer());
    return sparql::isItemId(id) ? SnakValue(ItemLink{.id = id}) : SnakValue();
}

void writeValue(JsonWriter &json, const JsonView &value)
{
    if (!value.isObject()) {
        json.member("value", value);
        return;
    }
    json.openMember("value", '{');
    for (const std::string_view name :
         {"id", "numeric-id", "time", "precision", "amount", "unit", "lowerBound", "upperBound", "text", "language"})
        json.member(name, value[name]);
    json.close('}');
}

}

SnakValue wikidata::valueOf(const JsonView &snak)
{
    const JsonView value = snak["datavalue"]["value"];
    const std::string_view type = snak["datavalue"]["type"].bytes();
    if (snak["snaktype"].bytes() != "value")
        return {};
    if (type == "string")
        return value.text();
    if (type == "monolingualtext")
        return value["text"].text();
    if (type == "wikibase-entityid")
        return linkOf(value);
    if (type == "time")
        return timeValueOf(value);
    if (type == "quantity")
        return quantityOf(value);
    return {};
}

std::optional<WikiTime> wikidata::timeOf(const QString &text, int precision)
{
    static const QRegularExpression form(u"\\A([+-])0*(\\d{1,6})-(\\d\\d)-(\\d\\d)T"_s); // years may be zero-padded
    const auto match = form.match(text);
    if (!match.hasMatch() || precision < int(WikiTime::Precision::Decade) || precision > int(WikiTime::Precision::Day))
        return std::nullopt;
    WikiTime time{.precision = WikiTime::Precision(precision)};
    time.year = match.captured(2).toInt() * (match.captured(1) == "-"_L1 ? -1 : 1);
    if (time.precision >= WikiTime::Precision::Month)
        time.month = match.captured(3).toInt();
    if (time.precision == WikiTime::Precision::Day)
        time.day = match.captured(4).toInt();
    return time;
}

void wikidata::writeSnak(JsonWriter &json, const JsonView &snak)
{
    json.member("snaktype", snak["snaktype"]);
    if (const JsonView data = snak["datavalue"]; data.exists()) {
        json.openMember("datavalue", '{');
        json.member("type", data["type"]);
        writeValue(json, data["value"]);
        json.close('}');
    }
}
