#include "wiki/snak.h"

#include "wiki/sparql.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

SnakValue quantityOf(const QJsonObject &value)
{
    bool isNumber = false;
    const double amount = value["amount"_L1].toString().toDouble(&isNumber);
    if (!isNumber)
        return {};
    return Quantity{.amount = amount, .unit = sparql::itemOf(value["unit"_L1].toString())};
}

SnakValue timeValueOf(const QJsonObject &value)
{
    const auto time = wikidata::timeOf(value["time"_L1].toString(), value["precision"_L1].toInt());
    return time ? SnakValue(*time) : SnakValue();
}

/// Old data has a number in place of the id.
SnakValue linkOf(const QJsonObject &value)
{
    const QString id = value["id"_L1].isString() ? value["id"_L1].toString()
                                                 : u'Q' + QString::number(value["numeric-id"_L1].toInteger());
    return sparql::isItemId(id) ? SnakValue(ItemLink{.id = id}) : SnakValue();
}

QJsonValue picked(const QJsonValue &value, std::initializer_list<QLatin1StringView> names)
{
    if (!value.isObject())
        return value;
    QJsonObject kept;
    for (const auto name : names) {
        if (value.toObject().contains(name))
            kept[name] = value[name];
    }
    return kept;
}

}

SnakValue wikidata::valueOf(const QJsonObject &snak)
{
    const QJsonObject data = snak["datavalue"_L1].toObject();
    const QString type = data["type"_L1].toString();
    const QJsonValue value = data["value"_L1];
    if (snak["snaktype"_L1].toString() != "value"_L1)
        return {};
    if (type == "string"_L1)
        return value.toString();
    if (type == "monolingualtext"_L1)
        return value["text"_L1].toString();
    if (type == "wikibase-entityid"_L1)
        return linkOf(value.toObject());
    if (type == "time"_L1)
        return timeValueOf(value.toObject());
    if (type == "quantity"_L1)
        return quantityOf(value.toObject());
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

QJsonObject wikidata::trimmedSnak(const QJsonObject &snak)
{
    QJsonObject kept{{u"snaktype"_s, snak["snaktype"_L1]}};
    if (snak.contains("datavalue"_L1)) {
        const QJsonValue data = snak["datavalue"_L1];
        kept["datavalue"_L1] = QJsonObject{{u"type"_s, data["type"_L1]},
                                           {u"value"_s,
                                            picked(data["value"_L1],
                                                   {"id"_L1, "numeric-id"_L1, "time"_L1, "precision"_L1, "amount"_L1,
                                                    "unit"_L1, "text"_L1, "language"_L1})}};
    }
    return kept;
}
