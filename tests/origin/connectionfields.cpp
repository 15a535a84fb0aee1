#include "titlefields.h"

#include "nodefields.h"
#include "vocabulary.h"

namespace origin::justwatch {

namespace {

using graphql::Field;

QByteArray cursor(int position)
{
    return QByteArray::number(position).toBase64();
}

int lastShown(const Scope &scope)
{
    return scope.selection.position + scope.selection.count;
}

void edges(JsonWriter &json, const Scope &scope, const Field &field)
{
    json.beginArray();
    for (int i = scope.selection.position; i < lastShown(scope); ++i) {
        Scope edge{scope.world, scope.variables, scope.selection, i + 1};
        edge.title = &scope.world.titles[scope.selection.titles[i]];
        select(json, edge, field.fields);
    }
    json.endArray();
}

void object(JsonWriter &json, const Scope &scope, const Field &field)
{
    select(json, scope, field.fields);
}

void null(JsonWriter &json, const Scope & /*scope*/, const Field & /*field*/)
{
    json.null();
}

void packages(JsonWriter &json, const Scope &scope, const Field &field)
{
    json.beginArray();
    for (const Provider &provider : scope.world.providers) {
        Scope one{scope.world, scope.variables, scope.selection};
        one.provider = &provider;
        select(json, one, field.fields);
    }
    json.endArray();
}

void genres(JsonWriter &json, const Scope &scope, const Field &field)
{
    json.beginArray();
    for (const auto &genre : vocabulary::Genres) {
        Scope one{scope.world, scope.variables, scope.selection};
        one.genre = genre.shortName;
        select(json, one, field.fields);
    }
    json.endArray();
}

void node(JsonWriter &json, const Scope &scope, const Field &field)
{
    const QString id = graphql::argument(field, "id", scope.variables).toString();
    const auto found = std::ranges::find(scope.world.titles, id.mid(2).toInt(), &Title::objectId);
    if (found == scope.world.titles.end())
        return json.null();
    Scope one{scope.world, scope.variables, scope.selection};
    one.title = &*found;
    select(json, one, field.fields);
}

void page(JsonWriter &json, const Scope &scope, const Field &field)
{
    Scope one{scope.world, scope.variables, scope.selection};
    one.path = graphql::argument(field, "fullPath", scope.variables).toString().toUtf8();
    const auto found = std::ranges::find(scope.world.titles, one.path, &Title::path);
    one.title = found == scope.world.titles.end() ? nullptr : &*found;
    select(json, one, field.fields);
}

void pageNode(JsonWriter &json, const Scope &scope, const Field &field)
{
    scope.title ? select(json, scope, field.fields) : json.null();
}

void count(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    json.number(scope.selection.titles.size());
}

const Type &pageInfoType()
{
    static const Type type{
        "PageInfo",
        {{"startCursor", {[](auto &json, auto &scope, auto &) {
              json.string(scope.selection.count > 0 ? cursor(scope.selection.position + 1) : QByteArray());
          }}},
         {"endCursor", {[](auto &json, auto &scope, auto &) {
              json.string(scope.selection.count > 0 ? cursor(lastShown(scope)) : QByteArray());
          }}},
         {"hasPreviousPage", {[](auto &json, auto &scope, auto &) { json.boolean(scope.selection.position > 0); }}},
         {"hasNextPage", {[](auto &json, auto &scope, auto &) {
              json.boolean(scope.selection.count > 0 && lastShown(scope) < scope.selection.titles.size());
          }}}}};
    return type;
}

const Type &edgeType()
{
    static const Type type{"PopularTitlesEdge",
                           {{"cursor", {[](auto &json, auto &scope, auto &) { json.string(cursor(scope.position)); }}},
                            {"node", {object, &nodeType()}}}};
    return type;
}

const Type &popularTitlesType()
{
    static const Type type{"PopularTitlesConnection",
                           {{"edges", {edges, &edgeType()}},
                            {"pageInfo", {object, &pageInfoType()}},
                            {"sponsoredAd", {null}},
                            {"totalCount", {count}}}};
    return type;
}

const Type &pageType()
{
    static const Type type{"Url",
                           {{"id", {[](auto &json, auto &scope, auto &) { json.string(opaque("ur|" + scope.path)); }}},
                            {"locale", {[](auto &json, auto &, auto &) { json.string("en_US"); }}},
                            {"node", {pageNode, &nodeType()}}}};
    return type;
}

}

QByteArray opaque(const QByteArray &id)
{
    return id.toBase64();
}

const Type &queryType()
{
    static const Type type{"Query",
                           {{"popularTitles", {object, &popularTitlesType()}},
                            {"packages", {packages, &packageType()}},
                            {"genres", {genres, &genreType()}},
                            {"node", {node, &nodeType()}},
                            {"urlV2", {page, &pageType()}}}};
    return type;
}

bool bind(QList<Field> &fields, const Type &type, QByteArray &error)
{
    for (Field &field : fields) {
        if (field.name == "__typename") {
            field.resolver = &type;
            continue;
        }
        const auto found = type.fields.constFind(field.name);
        if (found == type.fields.cend()) {
            error = "Cannot query field \"" + field.name + "\" on type \"" + type.name + "\".";
            return false;
        }
        field.resolver = &*found;
        if (found->type && !bind(field.fields, *found->type, error))
            return false;
    }
    return true;
}

namespace {

const char *typeName(const Type &type, const Scope &scope)
{
    const bool varies = &type == &nodeType() || &type == &contentType();
    if (!varies || !scope.title)
        return type.name;
    if (&type == &nodeType())
        return scope.title->show ? "Show" : "Movie";
    return scope.title->show ? "ShowContent" : "MovieContent";
}

}

void select(JsonWriter &json, const Scope &scope, const QList<Field> &fields)
{
    json.beginObject();
    for (const Field &field : fields) {
        json.key(field.key);
        if (field.name == "__typename")
            json.string(typeName(*static_cast<const Type *>(field.resolver), scope));
        else
            static_cast<const Resolver *>(field.resolver)->resolve(json, scope, field);
    }
    json.endObject();
}

}
