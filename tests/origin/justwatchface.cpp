#include "justwatchface.h"

#include "titlefields.h"
#include "vocabulary.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals;

namespace origin {

using graphql::Field;

/// A document that was read and checked, or what was wrong with it.
struct JustWatchFace::Question
{
    graphql::Document document;
    QByteArray error;
};

namespace {

constexpr int MostTitles = 100; ///< that one question may ask for: beyond that the API finds it too complex

HttpReply refusal(int status, const QByteArray &message, const QByteArray &code)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject();
    json.key("errors");
    json.beginArray();
    json.beginObject();
    json.pair("message", message);
    json.key("extensions");
    json.beginObject();
    json.pair("code", code);
    json.endObject();
    json.endObject();
    json.endArray();
    json.key("data");
    json.null();
    json.endObject();
    return {.status = status, .body = body};
}

/// What GraphQL finds wrong before anything is looked up.
QByteArray variableProblem(const graphql::Document &document)
{
    for (const QByteArray &name : document.declared)
        if (!document.used.contains(name))
            return "Variable \"$" + name + "\" is never used.";
    for (const QByteArray &name : document.used)
        if (!document.declared.contains(name))
            return "Variable \"$" + name + "\" is not defined.";
    return {};
}

QByteArray enumProblem(const QJsonObject &filter)
{
    static const QStringList Types{u"MOVIE"_s, u"SHOW"_s, u"SHOW_SEASON"_s, u"SHOW_EPISODE"_s};
    for (const QJsonValue &type : filter["objectTypes"_L1].toArray())
        if (!Types.contains(type.toString()))
            return type.toString().toUtf8() + " is not a valid ObjectType";
    return {};
}

int positionOf(const Field &field, const QJsonObject &variables)
{
    const QByteArray after = graphql::argument(field, "after", variables).toString().toUtf8();
    return after.isEmpty() ? graphql::argument(field, "offset", variables).toInt()
                           : QByteArray::fromBase64(after).toInt();
}

QJsonObject withDefaults(QJsonObject variables, const QJsonObject &defaults)
{
    for (auto it = defaults.begin(); it != defaults.end(); ++it)
        if (!variables.contains(it.key()))
            variables.insert(it.key(), it.value());
    return variables;
}

}

JustWatchFace::JustWatchFace(const World &world)
    : m_world(world)
{
}

JustWatchFace::~JustWatchFace() = default;

HttpReply JustWatchFace::graphql(const HttpRequest &request)
{
    QJsonParseError error;
    const QJsonObject body = QJsonDocument::fromJson(request.body, &error).object();
    if (request.method != "POST" || error.error != QJsonParseError::NoError)
        return refusal(400, "json request body could not be decoded", "BAD_REQUEST");
    const Question &question = read(body["query"_L1].toString().toUtf8());
    if (!question.error.isEmpty())
        return refusal(422, question.error, "GRAPHQL_VALIDATION_FAILED");
    return answer(question, withDefaults(body["variables"_L1].toObject(), question.document.defaults));
}

const JustWatchFace::Question &JustWatchFace::read(const QByteArray &query)
{
    auto &known = m_questions[query];
    if (known)
        return *known;
    const auto question = std::make_shared<Question>();
    if (auto document = graphql::parse(query, question->error)) {
        question->document = *std::move(document);
        question->error = variableProblem(question->document);
        if (question->error.isEmpty())
            justwatch::bind(question->document.fields, justwatch::queryType(), question->error);
    }
    known = question;
    return *question;
}

HttpReply JustWatchFace::answer(const Question &question, const QJsonObject &variables)
{
    gallery::Selection shown;
    for (const Field &field : question.document.fields) {
        const QByteArray country = graphql::argument(field, "country", variables).toString().toUtf8();
        if (field.arguments.contains("country") && !vocabulary::isKnownCountry(country))
            return refusal(200, "internal system error", "INTERNAL_SERVER_ERROR");
        if (field.name != "popularTitles")
            continue;
        if (const auto problem = enumProblem(graphql::argument(field, "filter", variables).toObject());
            !problem.isEmpty())
            return refusal(422, problem, "GRAPHQL_VALIDATION_FAILED");
        if (const int first = graphql::argument(field, "first", variables).toInt(); first > MostTitles)
            return refusal(
                200, "operation has complexity " + QByteArray::number(first * 50) + ", which exceeds the limit of 5000",
                "COMPLEXITY_LIMIT_EXCEEDED");
        shown = selection(field, variables);
    }
    HttpReply reply;
    reply.body.reserve(64 + shown.count * 4000);
    JsonWriter json(reply.body);
    json.beginObject();
    json.key("data");
    justwatch::select(json, {m_world, variables, shown}, question.document.fields);
    json.endObject();
    return reply;
}

/// A page that reaches beyond the window is lost as a whole.
gallery::Selection JustWatchFace::selection(const Field &field, const QJsonObject &variables)
{
    gallery::Selection shown;
    shown.titles = titles(graphql::argument(field, "filter", variables).toObject(),
                          graphql::argument(field, "sortBy", variables).toString().toUtf8());
    shown.position = std::max(positionOf(field, variables), 0);
    const int first = graphql::argument(field, "first", variables).toInt(40);
    const auto left = int(std::max<qsizetype>(shown.titles.size() - shown.position, 0));
    shown.count = shown.position + first >= gallery::WindowSize ? 0 : std::clamp(first, 0, left);
    return shown;
}

const QList<Index> &JustWatchFace::titles(QJsonObject filter, const QByteArray &sortBy)
{
    if (m_unfiltered)
        filter.remove("packages"_L1);
    const QByteArray key = sortBy + QJsonDocument(filter).toJson(QJsonDocument::Compact);
    auto known = m_titles.find(key);
    if (known == m_titles.end()) {
        known = m_titles.insert(key, gallery::filtered(m_world, filter));
        gallery::sort(m_world, *known, sortBy);
    }
    return *known;
}

}
