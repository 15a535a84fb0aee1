#pragma once

#include <QByteArrayList>
#include <QJsonObject>

#include <optional>
#include <set>

/// Just enough of GraphQL to read what clients of JustWatch ask.
namespace origin::graphql {

/// A selected field. Fragments are dissolved into the fields around them.
struct Field
{
    QByteArray key; ///< alias, or the name
    QByteArray name;
    QHash<QByteArray, QJsonValue> arguments; ///< variables stand as {"$": "name"}
    QList<Field> fields;
    const void *resolver = nullptr; ///< set when the field was checked
};

struct Document
{
    QList<Field> fields;
    std::set<QByteArray> declared; ///< variables of the head
    std::set<QByteArray> used;
    QJsonObject defaults; ///< of variables
};

/// The document, or what is wrong with it.
std::optional<Document> parse(const QByteArray &text, QByteArray &error);

/// An argument's value with the variables put in; undefined where it is not given.
QJsonValue argument(const Field &field, const QByteArray &name, const QJsonObject &variables);

}
