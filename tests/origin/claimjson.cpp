#include "entityjson.h"

namespace origin::entityjson {

namespace {

using Kind = Value::Kind;

bool isExternalId(int property)
{
    return property == 345 || property == 4947 || property == 4983 || property == 4985 || property == 1874;
}

const char *datatype(int property, const Value &value)
{
    switch (value.kind) {
    case Kind::Item:
        return "wikibase-item";
    case Kind::Time:
        return "time";
    case Kind::Amount:
        return "quantity";
    case Kind::Monolingual:
        return "monolingualtext";
    case Kind::Text:
        break;
    }
    return isExternalId(property) ? "external-id"
        : property == 856         ? "url"
        : property == 18          ? "commonsMedia"
                                  : "string";
}

QByteArray unitAddress(qint32 unit)
{
    return unit == 0 ? QByteArray("1") : "http://www.wikidata.org/entity/Q" + QByteArray::number(unit);
}

/// "+1939-08-25T00:00:00Z": what lies beyond the precision is 00.
QByteArray timestamp(const Value &value)
{
    QByteArray date = value.text;
    while (date.count('-') < 2)
        date += "-00";
    return '+' + date + "T00:00:00Z";
}

void itemValue(JsonWriter &json, const Value &value)
{
    json.beginObject();
    json.pair("entity-type", "item");
    json.pair("numeric-id", value.number);
    json.pair("id", 'Q' + QByteArray::number(value.number));
    json.endObject();
}

void timeValue(JsonWriter &json, const Value &value)
{
    json.beginObject();
    json.pair("time", timestamp(value));
    json.pair("timezone", 0);
    json.pair("before", 0);
    json.pair("after", 0);
    json.pair("precision", value.number);
    json.pair("calendarmodel", "http://www.wikidata.org/entity/Q1985727");
    json.endObject();
}

void amountValue(JsonWriter &json, const Value &value)
{
    json.beginObject();
    json.pair("amount", value.text.startsWith('-') ? value.text : QByteArray('+' + value.text));
    json.pair("unit", unitAddress(value.number));
    json.endObject();
}

void monolingualValue(JsonWriter &json, const Value &value)
{
    json.beginObject();
    json.pair("text", value.text);
    json.pair("language", "en");
    json.endObject();
}

const char *appendValue(JsonWriter &json, const Value &value)
{
    json.key("value");
    switch (value.kind) {
    case Kind::Item:
        itemValue(json, value);
        return "wikibase-entityid";
    case Kind::Time:
        timeValue(json, value);
        return "time";
    case Kind::Amount:
        amountValue(json, value);
        return "quantity";
    case Kind::Monolingual:
        monolingualValue(json, value);
        return "monolingualtext";
    case Kind::Text:
        break;
    }
    json.string(value.text);
    return "string";
}

/// Appends `digits` hexadecimal digits.
void appendHex(QByteArray &out, quint64 number, int digits)
{
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[number >> shift & 0xf];
}

/// FNV-1a: Qt's own hash of a text is another one in each process.
quint64 hashOf(const QByteArray &text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ uchar(c)) * 0x100000001b3ULL;
    return hash;
}

/// Forty hexadecimal digits that are always the same for the same value.
QByteArray hashOf(int property, const Value &value)
{
    const quint64 hash = (hashOf(value.text) + quint64(value.number)) * 0x9e3779b97f4a7c15ULL + quint64(property);
    QByteArray digits;
    digits.reserve(40);
    appendHex(digits, hash, 16);
    appendHex(digits, ~hash, 16);
    appendHex(digits, hash, 8);
    return digits;
}

void snak(JsonWriter &json, int property, const Value &value)
{
    json.beginObject();
    json.pair("snaktype", "value");
    json.pair("property", 'P' + QByteArray::number(property));
    json.pair("hash", hashOf(property, value));
    json.key("datavalue");
    json.beginObject();
    const char *type = appendValue(json, value);
    json.pair("type", type);
    json.endObject();
    json.pair("datatype", datatype(property, value));
    json.endObject();
}

void qualifiers(JsonWriter &json, const Claim &claim)
{
    json.key("qualifiers");
    json.beginObject();
    for (const auto &[property, value] : claim.qualifiers) {
        json.key('P' + QByteArray::number(property));
        json.beginArray();
        snak(json, property, value);
        json.endArray();
    }
    json.endObject();
    json.key("qualifiers-order");
    json.beginArray();
    for (const auto &[property, value] : claim.qualifiers)
        json.string('P' + QByteArray::number(property));
    json.endArray();
}

QByteArray importedFromWikipedia()
{
    QByteArray text;
    JsonWriter json(text);
    snak(json, 143, Value::item(328));
    return R"([{"hash":"9a24f7c0208b05d6be97077d855671d1dfdbc0dd","snaks":{"P143":[)" + text
        + R"(]},"snaks-order":["P143"]}])";
}

/// "imported from English Wikipedia", as most statements of films say.
void reference(JsonWriter &json)
{
    static const QByteArray Imported = importedFromWikipedia();
    json.key("references");
    json.raw(Imported);
}

bool isReferenced(int property)
{
    return property == 31 || property == 57 || property == 577 || property == 345;
}

void statement(JsonWriter &json, const Claim &claim, const QByteArray &id)
{
    json.beginObject();
    json.key("mainsnak");
    snak(json, claim.property, claim.value);
    json.pair("type", "statement");
    if (!claim.qualifiers.isEmpty())
        qualifiers(json, claim);
    json.pair("id", id);
    json.pair("rank", "normal");
    if (isReferenced(claim.property))
        reference(json);
    json.endObject();
}

/// The fixed part of a statement's id with its number behind.
const QByteArray &numbered(QByteArray &id, qsizetype fixed, qsizetype number)
{
    id.truncate(fixed);
    appendHex(id, quint64(0x760e85bf71b0 + number), 12);
    return id;
}

}

void appendClaims(JsonWriter &json, qint32 qid, const QList<Claim> &claims)
{
    QByteArray id = 'Q' + QByteArray::number(qid) + "$5627445f-43cb-ed6d-3adb-";
    const qsizetype fixed = id.size();
    json.key("claims");
    json.beginObject();
    for (qsizetype i = 0; i < claims.size();) {
        const int property = claims[i].property;
        json.key('P' + QByteArray::number(property));
        json.beginArray();
        for (; i < claims.size() && claims[i].property == property; ++i)
            statement(json, claims[i], numbered(id, fixed, i));
        json.endArray();
    }
    json.endObject();
}

}
