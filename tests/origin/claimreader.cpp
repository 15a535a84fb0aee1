#include "claimreader.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace origin {

namespace {

constexpr qint32 Minute = 7727;

qint32 qidOf(const QJsonValue &value)
{
    return value.toString().mid(1).toInt();
}

Value simple(int property, const QJsonValue &value)
{
    static const QRegularExpression item(u"\\AQ[1-9]\\d*\\z"_s);
    if (value.isDouble())
        return Value::amount(QByteArray::number(value.toDouble(), 'g', 15), property == 2047 ? Minute : 0);
    if (item.match(value.toString()).hasMatch())
        return Value::item(qidOf(value));
    const auto kind = property == 1476 ? Value::Kind::Monolingual : Value::Kind::Text;
    return {.kind = kind, .text = value.toString().toUtf8()};
}

void qualify(Claim &claim, int property, const QJsonValue &value)
{
    if (value.isString())
        claim.qualifiers.append({property, simple(property, value)});
}

Claim claimOf(int property, const QJsonValue &value)
{
    if (!value.isObject())
        return {.property = property, .value = simple(property, value)};
    Claim claim{.property = property};
    if (value["time"_L1].isString())
        claim.value = Value::time(value["time"_L1].toString().toUtf8(), value["precision"_L1].toInt(11));
    else if (value["amount"_L1].isDouble())
        claim.value
            = Value::amount(QByteArray::number(value["amount"_L1].toDouble(), 'g', 15), qidOf(value["unit"_L1]));
    else
        claim.value = simple(property, value["item"_L1].isString() ? value["item"_L1] : value["score"_L1]);
    qualify(claim, 291, value["place"_L1]);
    qualify(claim, 4633, value["character"_L1]);
    qualify(claim, 447, value["by"_L1]);
    qualify(claim, 459, value["method"_L1]);
    return claim;
}

}

QList<Claim> readClaims(const QJsonObject &claims)
{
    QList<Claim> read;
    for (auto it = claims.begin(); it != claims.end(); ++it)
        for (const QJsonValue &value : it->toArray())
            read.append(claimOf(it.key().mid(1).toInt(), value));
    return read;
}

}
