#pragma once

#include "gallery.h"
#include "graphql.h"
#include "jsonwriter.h"

/// The fields of JustWatch's types: which there are, and what stands in them.
namespace origin::justwatch {

/// Whom a field is asked of.
struct Scope
{
    const World &world;
    const QJsonObject &variables;
    const gallery::Selection &selection;
    int position = 0; ///< of an edge, from 1
    const Title *title = nullptr;
    const Credit *credit = nullptr;
    bool director = false; ///< what the credit is
    const Provider *provider = nullptr;
    QByteArray genre; ///< short name
    QByteArray path; ///< of a page
};

struct Type;
using Resolve = void (*)(JsonWriter &json, const Scope &scope, const graphql::Field &field);

/// How a field is answered; `type` is that of what it selects, null for a plain value.
struct Resolver
{
    Resolve resolve = nullptr;
    const Type *type = nullptr;
};

struct Type
{
    const char *name;
    QHash<QByteArray, Resolver> fields;
};

QByteArray opaque(const QByteArray &id); ///< ids as the API shows them: "pa|1899" in base64

const Type &queryType();

/// Finds the resolvers of all fields; says what is wrong where a field does not exist.
bool bind(QList<graphql::Field> &fields, const Type &type, QByteArray &error);
/// Writes an object with the selected fields.
void select(JsonWriter &json, const Scope &scope, const QList<graphql::Field> &fields);

}
