#pragma once

#include <QByteArrayList>

#include <memory>
#include <optional>

/// Just enough of SPARQL for questions by ids and names: VALUES, triples, OPTIONAL, UNION, FILTER by language.
namespace origin::sparql {

/// A variable, an address or a literal.
struct Term
{
    enum class Kind : quint8 { Unbound, Variable, Iri, Literal };

    Kind kind = Kind::Unbound;
    int variable = -1; ///< in Query::variables
    QByteArray text; ///< address or value
    const char *language = nullptr; ///< of a literal
    const char *datatype = nullptr; ///< of a literal, "dateTime"; null for plain text

    bool isBound() const { return kind == Kind::Iri || kind == Kind::Literal; }
    bool operator==(const Term &other) const
    {
        return kind == other.kind && text == other.text && qstrcmp(language, other.language) == 0;
    }

    static Term iri(QByteArray address) { return {.kind = Kind::Iri, .text = std::move(address)}; }
    static Term literal(QByteArray text, const char *language = nullptr, const char *datatype = nullptr)
    {
        return {.kind = Kind::Literal, .text = std::move(text), .language = language, .datatype = datatype};
    }
};

struct Triple
{
    Term subject;
    Term predicate;
    Term object;
};

struct Group;

/// One part of a group: exactly one of these is filled.
struct Element
{
    std::optional<Triple> triple;
    int values = -1; ///< variable that takes `terms` in turn
    QList<Term> terms;
    QList<std::shared_ptr<Group>> groups; ///< one: OPTIONAL; several: UNION
    bool optional = false;
    int filtered = -1; ///< variable whose language has to be one of `languages`
    QByteArrayList languages;
};

struct Group
{
    QList<Element> elements;
};

struct Query
{
    QByteArrayList variables; ///< names without the question mark
    QList<int> selected;
    Group where;
};

/// The query, or what the origin does not understand of it.
std::optional<Query> parse(const QByteArray &text, QByteArray &error);

}
