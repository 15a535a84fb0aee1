#include "evaluation.h"

#include "jsonwriter.h"

namespace origin::sparql {

namespace {

constexpr qsizetype MostRows = 1'000'000;

class Evaluation
{
public:
    Evaluation(const Graph &graph, QByteArray &error)
        : m_graph(graph)
        , m_error(error)
    {
    }

    QList<Row> group(const Group &group, QList<Row> rows)
    {
        for (const Element &element : group.elements)
            if (element.filtered < 0)
                rows = step(element, rows);
        for (const Element &element : group.elements)
            if (element.filtered >= 0)
                filter(element, rows);
        return rows;
    }

private:
    QList<Row> step(const Element &element, const QList<Row> &rows)
    {
        QList<Row> next;
        for (const Row &row : rows) {
            if (!m_error.isEmpty() || next.size() > MostRows)
                break;
            if (element.triple)
                follow(*element.triple, row, next);
            else if (element.values >= 0)
                assign(element, row, next);
            else
                branch(element, row, next);
        }
        return next;
    }

    static Term bound(const Term &term, const Row &row)
    {
        return term.kind == Term::Kind::Variable ? row[term.variable] : term;
    }

    /// Adds the row with a term put in its place, unless something else stands there.
    static void put(const Row &row, const Term &place, const Term &value, QList<Row> &next)
    {
        if (const Term known = bound(place, row); known.isBound()) {
            if (known == value)
                next.append(row);
            return;
        }
        next.append(row);
        next.last()[place.variable] = value;
    }

    void follow(const Triple &triple, const Row &row, QList<Row> &next)
    {
        const Triple known{bound(triple.subject, row), bound(triple.predicate, row), bound(triple.object, row)};
        if (!Graph::canFollow(known))
            m_error = "The local origin cannot look up " + triple.predicate.text + " with nothing known around it";
        else if (known.subject.isBound())
            for (const Term &object : m_graph.objects(known.subject, known.predicate.text))
                put(row, triple.object, object, next);
        else
            for (const Term &subject : m_graph.subjects(known.predicate.text, known.object))
                put(row, triple.subject, subject, next);
    }

    static void assign(const Element &element, const Row &row, QList<Row> &next)
    {
        const Term place{.kind = Term::Kind::Variable, .variable = element.values};
        for (const Term &term : element.terms)
            put(row, place, term, next);
    }

    void branch(const Element &element, const Row &row, QList<Row> &next)
    {
        const qsizetype before = next.size();
        for (const auto &inner : element.groups)
            next += group(*inner, {row});
        if (element.optional && next.size() == before)
            next.append(row);
    }

    static void filter(const Element &element, QList<Row> &rows)
    {
        rows.removeIf([&](const Row &row) {
            const Term &term = row[element.filtered];
            return !term.isBound() || !element.languages.contains(term.language ? term.language : "");
        });
    }

    const Graph &m_graph;
    QByteArray &m_error;
};

void appendTerm(JsonWriter &json, const Term &term)
{
    json.beginObject();
    if (term.language)
        json.pair("xml:lang", term.language);
    if (term.datatype)
        json.pair("datatype", "http://www.w3.org/2001/XMLSchema#" + QByteArray(term.datatype));
    json.pair("type", term.kind == Term::Kind::Iri ? "uri" : "literal");
    json.pair("value", term.text);
    json.endObject();
}

void appendRow(JsonWriter &json, const Query &query, const Row &row)
{
    json.beginObject();
    for (const int variable : query.selected) {
        if (!row[variable].isBound())
            continue;
        json.key(query.variables[variable]);
        appendTerm(json, row[variable]);
    }
    json.endObject();
}

}

std::optional<QList<Row>> evaluate(const Query &query, const Graph &graph, QByteArray &error)
{
    const QList<Row> rows = Evaluation(graph, error).group(query.where, {Row(query.variables.size())});
    return error.isEmpty() ? std::optional(rows) : std::nullopt;
}

QByteArray toJson(const Query &query, const QList<Row> &rows)
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.key("head");
    json.beginObject();
    json.key("vars");
    json.beginArray();
    for (const int variable : query.selected)
        json.string(query.variables[variable]);
    json.endArray();
    json.endObject();
    json.key("results");
    json.beginObject();
    json.key("bindings");
    json.beginArray();
    for (const Row &row : rows)
        appendRow(json, query, row);
    json.endArray();
    json.endObject();
    json.endObject();
    return out;
}

}
