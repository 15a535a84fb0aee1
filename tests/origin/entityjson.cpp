#include "entityjson.h"

namespace origin::entityjson {

namespace {

void term(JsonWriter &json, const char *language, QByteArrayView value)
{
    json.beginObject();
    json.pair("language", language);
    json.pair("value", value);
    json.endObject();
}

/// The label in the wanted languages; English by way of `mul` says so, as the language fallback does.
void labels(JsonWriter &json, const Entity &entity, const Wanted &wanted)
{
    json.key("labels");
    json.beginObject();
    const char *own = entity.mul ? "mul" : "en";
    if (!entity.label.isEmpty() && wanted.speaks(own)) {
        json.key(own);
        term(json, own, entity.label);
    }
    if (entity.mul && wanted.fallback && wanted.speaks("en")) {
        json.key("en");
        json.beginObject();
        json.pair("language", "mul");
        json.pair("value", entity.label);
        json.pair("for-language", "en");
        json.endObject();
    }
    json.endObject();
}

void descriptions(JsonWriter &json, const Entity &entity, const Wanted &wanted)
{
    json.key("descriptions");
    json.beginObject();
    if (!entity.description.isEmpty() && wanted.speaks("en")) {
        json.key("en");
        term(json, "en", entity.description);
    }
    json.endObject();
}

void aliases(JsonWriter &json, const Entity &entity, const Wanted &wanted)
{
    json.key("aliases");
    json.beginObject();
    if (!entity.aliases.isEmpty() && wanted.speaks("en")) {
        json.key("en");
        json.beginArray();
        for (const QByteArray &alias : entity.aliases)
            term(json, "en", alias);
        json.endArray();
    }
    json.endObject();
}

void sitelinks(JsonWriter &json, const World &world, const Entity &entity, const Wanted &wanted)
{
    json.key("sitelinks");
    json.beginObject();
    if (entity.page >= 0 && (wanted.sites.isEmpty() || wanted.sites.contains("enwiki"))) {
        json.key("enwiki");
        json.beginObject();
        json.pair("site", "enwiki");
        json.pair("title", world.pages[entity.page].title);
        json.key("badges");
        json.beginArray();
        json.endArray();
        json.endObject();
    }
    json.endObject();
}

void info(JsonWriter &json, const Entity &entity, const QByteArray &id)
{
    json.pair("pageid", qint64(entity.qid) + 1'000'000);
    json.pair("ns", 0);
    json.pair("title", id);
    json.pair("lastrevid", qint64(entity.qid) + 2'000'000'000);
    json.pair("modified", "2026-05-01T12:00:00Z");
}

}

void append(JsonWriter &json, const World &world, const Entity &entity, const Wanted &wanted)
{
    const QByteArray id = 'Q' + QByteArray::number(entity.qid);
    json.beginObject();
    if (wanted.wants("info"))
        info(json, entity, id);
    json.pair("type", "item");
    json.pair("id", id);
    if (wanted.wants("labels"))
        labels(json, entity, wanted);
    if (wanted.wants("descriptions"))
        descriptions(json, entity, wanted);
    if (wanted.wants("aliases"))
        aliases(json, entity, wanted);
    if (wanted.wants("claims"))
        appendClaims(json, entity.qid, world.claims(entity));
    if (wanted.wants("sitelinks"))
        sitelinks(json, world, entity, wanted);
    json.endObject();
}

void appendMissing(JsonWriter &json, const QByteArray &id)
{
    json.beginObject();
    json.pair("id", id);
    json.pair("missing", "");
    json.endObject();
}

}
