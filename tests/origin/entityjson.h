#pragma once

#include "jsonwriter.h"
#include "world.h"

/// Items as wbgetentities gives them.
namespace origin::entityjson {

struct Wanted
{
    QByteArrayList props; ///< "labels", "claims", …
    QByteArrayList languages; ///< empty for all
    QByteArrayList sites; ///< empty for all
    bool fallback = false;

    bool wants(const char *prop) const { return props.contains(prop); }
    bool speaks(const char *language) const { return languages.isEmpty() || languages.contains(language); }
};

void append(JsonWriter &json, const World &world, const Entity &entity, const Wanted &wanted);
void appendMissing(JsonWriter &json, const QByteArray &id);
void appendClaims(JsonWriter &json, qint32 qid, const QList<Claim> &claims);

}
