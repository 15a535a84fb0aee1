#include "store/slices.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals;

namespace {

QJsonValue number(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

std::optional<int> numberOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QJsonObject toJson(const Slice &slice)
{
    return {{u"from"_s, number(slice.from)}, {u"until"_s, number(slice.until)},
            {u"genre"_s, slice.genre},       {u"without"_s, QJsonArray::fromStringList(slice.without)},
            {u"cursor"_s, slice.cursor},     {u"expected"_s, number(slice.expected)},
            {u"seen"_s, slice.seen}};
}

Slice fromJson(const QJsonObject &json)
{
    return {.from = numberOf(json[u"from"]),
            .until = numberOf(json[u"until"]),
            .genre = json[u"genre"].toString(),
            .without = json[u"without"].toVariant().toStringList(),
            .cursor = json[u"cursor"].toString(),
            .expected = numberOf(json[u"expected"]),
            .seen = json[u"seen"].toInt()};
}

}

QString slices::text(const QList<Slice> &slices)
{
    QJsonArray array;
    for (const Slice &slice : slices)
        array.append(toJson(slice));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<Slice> slices::of(const QString &text)
{
    QList<Slice> slices;
    for (const auto &entry : QJsonDocument::fromJson(text.toUtf8()).array())
        slices.append(fromJson(entry.toObject()));
    return slices;
}
