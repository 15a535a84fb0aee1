#include "nodefields.h"

namespace origin::justwatch {

namespace {

using graphql::Field;

Scope within(const Scope &scope)
{
    Scope inner{scope.world, scope.variables, scope.selection, scope.position};
    inner.title = scope.title;
    inner.provider = scope.provider;
    return inner;
}

void object(JsonWriter &json, const Scope &scope, const Field &field)
{
    select(json, scope, field.fields);
}

void null(JsonWriter &json, const Scope & /*scope*/, const Field & /*field*/)
{
    json.null();
}

QByteArray nodeId(const Title &title)
{
    return (title.show ? "ts" : "tm") + QByteArray::number(title.objectId);
}

QByteArray offerId(const Scope &scope)
{
    return opaque("of|" + nodeId(*scope.title) + ":US:" + QByteArray::number(scope.provider->packageId)
                  + ":flatrate:hd");
}

void offers(JsonWriter &json, const Scope &scope, const Field &field)
{
    json.beginArray();
    for (qsizetype i = 0; i < scope.world.providers.size(); ++i) {
        if (!(scope.title->providers >> i & 1))
            continue;
        Scope offer = within(scope);
        offer.provider = &scope.world.providers[i];
        select(json, offer, field.fields);
    }
    json.endArray();
}

void offer(JsonWriter &json, const Scope &scope, const Field &field)
{
    Scope one = within(scope);
    for (qsizetype i = 0; i < scope.world.providers.size() && !one.provider; ++i)
        if (scope.title->providers >> i & 1)
            one.provider = &scope.world.providers[i];
    one.provider ? select(json, one, field.fields) : json.null();
}

template<const char *Text>
void constant(JsonWriter &json, const Scope & /*scope*/, const Field & /*field*/)
{
    json.string(Text);
}

constexpr char Standard[] = "STANDARD";
constexpr char Flatrate[] = "FLATRATE";
constexpr char HighDefinition[] = "HD";
constexpr char Dollar[] = "USD";

}

const Type &nodeType()
{
    static const Type type{
        "MovieOrShow",
        {{"id", {[](auto &json, auto &scope, auto &) { json.string(nodeId(*scope.title)); }}},
         {"objectId", {[](auto &json, auto &scope, auto &) { json.number(scope.title->objectId); }}},
         {"objectType", {[](auto &json, auto &scope, auto &) { json.string(scope.title->show ? "SHOW" : "MOVIE"); }}},
         {"content", {object, &contentType()}},
         {"offers", {offers, &offerType()}},
         {"offerCount", {[](auto &json, auto &scope, auto &) { json.number(std::popcount(scope.title->providers)); }}},
         {"watchNowOffer", {offer, &offerType()}},
         {"likelistEntry", {null}},
         {"dislikelistEntry", {null}},
         {"watchlistEntry", {null}},
         {"watchlistEntryV2", {null}},
         {"seenlistEntry", {null}},
         {"seenState", {null}}}};
    return type;
}

const Type &offerType()
{
    static const Type type{"Offer",
                           {{"id", {[](auto &json, auto &scope, auto &) { json.string(offerId(scope)); }}},
                            {"standardWebURL", {[](auto &json, auto &scope, auto &) {
                                 json.string("https://www." + scope.provider->slug + ".example/title/"
                                             + nodeId(*scope.title));
                             }}},
                            {"package", {object, &packageType()}},
                            {"monetizationType", {constant<Flatrate>}},
                            {"presentationType", {constant<HighDefinition>}},
                            {"type", {constant<Standard>}},
                            {"currency", {constant<Dollar>}},
                            {"retailPrice", {null}},
                            {"retailPriceValue", {null}},
                            {"lastChangeRetailPriceValue", {null}},
                            {"elementCount", {[](auto &json, auto &, auto &) { json.number(0); }}},
                            {"availableTo", {null}}}};
    return type;
}

const Type &packageType()
{
    static const Type type{
        "Package",
        {{"id", {[](auto &json, auto &scope, auto &) {
              json.string(opaque("pa|" + QByteArray::number(scope.provider->packageId)));
          }}},
         {"packageId", {[](auto &json, auto &scope, auto &) { json.number(scope.provider->packageId); }}},
         {"shortName", {[](auto &json, auto &scope, auto &) { json.string(scope.provider->shortName); }}},
         {"technicalName", {[](auto &json, auto &scope, auto &) { json.string(scope.provider->technicalName); }}},
         {"clearName", {[](auto &json, auto &scope, auto &) { json.string(scope.provider->clearName); }}},
         {"slug", {[](auto &json, auto &scope, auto &) { json.string(scope.provider->slug); }}},
         {"icon", {[](auto &json, auto &scope, auto &) {
              json.string("/icon/1/s100/" + scope.provider->technicalName + ".png");
          }}},
         {"monetizationTypes", {[](auto &json, auto &, auto &) { json.raw(R"(["FLATRATE"])"); }}},
         {"hasTitles", {[](auto &json, auto &, auto &) { json.boolean(true); }}},
         {"addons", {[](auto &json, auto &, auto &) { json.raw("[]"); }}}}};
    return type;
}

}
