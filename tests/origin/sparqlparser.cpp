#include "sparql.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cctype>

namespace origin::sparql {

namespace {

/// Behind an odd number of backslashes.
bool isEscaped(const QByteArray &text, qsizetype at)
{
    qsizetype from = at;
    while (from > 0 && text[from - 1] == '\\')
        --from;
    return (at - from) % 2 == 1;
}

/// One of those that our questions are in; anything else is a language that nothing has a name in.
const char *languageOf(const QByteArray &tag)
{
    static constexpr std::array Known{"en", "mul", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl"};
    const auto found = std::ranges::find(Known, tag);
    return found == Known.end() ? "und" : *found;
}

QByteArrayList tokensOf(const QByteArray &text)
{
    QByteArrayList tokens;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        qsizetype end = at + 1;
        const auto until = [&](char close) {
            qsizetype found = text.indexOf(close, at + 1);
            while (found > 0 && isEscaped(text, found))
                found = text.indexOf(close, found + 1);
            end = found < 0 ? text.size() : found + 1;
        };
        if (std::isspace(static_cast<unsigned char>(c))) {
            at = end;
            continue;
        }
        if (c == '"')
            until('"');
        else if (c == '<')
            until('>');
        else if (c == '#')
            until('\n');
        else if (!QByteArrayView("{}().;,=@").contains(c))
            while (end < text.size() && !std::isspace(static_cast<unsigned char>(text[end]))
                   && !QByteArrayView("{}();,=\"@").contains(text[end]))
                ++end;
        if (c != '#')
            tokens.append(text.sliced(at, end - at));
        at = end;
    }
    return tokens;
}

/// Without the quotes or brackets around it.
QByteArray inside(const QByteArray &token)
{
    return token.size() < 2 ? QByteArray() : token.sliced(1).chopped(1);
}

class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_tokens(tokensOf(text))
    {
    }

    std::optional<Query> read(QByteArray &error)
    {
        while (takeIf("PREFIX"))
            readPrefix();
        expect("SELECT");
        readSelected();
        takeIf("WHERE");
        readGroup(m_query.where, 0);
        if (m_error.isEmpty() && !peek().isEmpty())
            fail(peek());
        error = m_error;
        return m_error.isEmpty() ? std::optional(m_query) : std::nullopt;
    }

private:
    QByteArray peek() const { return m_tokens.value(m_at); }
    QByteArray take() { return m_tokens.value(m_at++); }

    bool takeIf(const char *token)
    {
        const bool is = peek().compare(token, Qt::CaseInsensitive) == 0;
        m_at += is ? 1 : 0;
        return is;
    }

    void expect(const char *token)
    {
        if (!takeIf(token))
            fail(peek());
    }

    void fail(const QByteArray &token)
    {
        if (m_error.isEmpty())
            m_error = "MalformedQueryException: not understood at " + (token.isEmpty() ? QByteArray("<EOF>") : token);
        m_at = m_tokens.size();
    }

    void readPrefix()
    {
        const QByteArray name = take();
        m_prefixes.insert(name, inside(take()));
    }

    void readSelected()
    {
        while (peek().startsWith('?'))
            m_query.selected.append(variable(take()));
    }

    int variable(const QByteArray &token)
    {
        const QByteArray name = token.mid(1);
        if (!token.startsWith('?') || name.isEmpty())
            fail(token);
        if (const qsizetype known = m_query.variables.indexOf(name); known >= 0)
            return int(known);
        m_query.variables.append(name);
        return int(m_query.variables.size() - 1);
    }

    void readGroup(Group &group, int depth)
    {
        expect("{");
        while (m_error.isEmpty() && !takeIf("}"))
            depth > 10 ? fail("too deep a group") : readElement(group, depth);
    }

    void readElement(Group &group, int depth)
    {
        if (takeIf("VALUES"))
            readValues(group);
        else if (takeIf("OPTIONAL"))
            group.elements.append({.groups = {readInner(depth)}, .optional = true});
        else if (takeIf("FILTER"))
            readFilter(group);
        else if (peek() == "{")
            readUnion(group, depth);
        else if (!takeIf("."))
            readTriples(group);
    }

    std::shared_ptr<Group> readInner(int depth)
    {
        auto inner = std::make_shared<Group>();
        readGroup(*inner, depth + 1);
        return inner;
    }

    void readUnion(Group &group, int depth)
    {
        Element element;
        do {
            element.groups.append(readInner(depth));
        } while (takeIf("UNION"));
        group.elements.append(element);
    }

    void readValues(Group &group)
    {
        Element element{.values = variable(take())};
        expect("{");
        while (m_error.isEmpty() && !takeIf("}"))
            element.terms.append(readTerm());
        group.elements.append(element);
    }

    void readFilter(Group &group)
    {
        Element element;
        expect("(");
        expect("LANG");
        expect("(");
        element.filtered = variable(take());
        expect(")");
        if (takeIf("=")) {
            element.languages.append(readTerm().text);
        } else {
            expect("IN");
            expect("(");
            while (m_error.isEmpty() && !takeIf(")"))
                if (!takeIf(","))
                    element.languages.append(readTerm().text);
        }
        expect(")");
        group.elements.append(element);
    }

    void readTriples(Group &group)
    {
        const Term subject = readTerm();
        do {
            const Term predicate = takeIf("a") ? Term::iri("a") : readTerm();
            do {
                group.elements.append({.triple = Triple{subject, predicate, readTerm()}});
            } while (takeIf(","));
        } while (takeIf(";") && peek() != "." && peek() != "}");
    }

    Term readTerm()
    {
        const QByteArray token = take();
        if (token.size() > 1 && token.startsWith('?'))
            return {.kind = Term::Kind::Variable, .variable = variable(token)};
        if (token.size() > 1 && token.startsWith('<'))
            return Term::iri(inside(token));
        if (token.size() > 1 && token.startsWith('"'))
            return readLiteral(token);
        if (!token.isEmpty() && std::isdigit(static_cast<unsigned char>(token.front())))
            return Term::literal(token, nullptr, "integer");
        return readName(token);
    }

    Term readLiteral(const QByteArray &token)
    {
        const QByteArray text = inside(token).replace("\\\"", "\"").replace("\\\\", "\\");
        return Term::literal(text, takeIf("@") ? languageOf(take()) : nullptr);
    }

    Term readName(const QByteArray &token)
    {
        const qsizetype colon = token.indexOf(':');
        const auto prefix = m_prefixes.constFind(token.first(colon + 1));
        if (colon < 0 || prefix == m_prefixes.cend() || token.contains('/') || token.endsWith('*'))
            fail(token);
        return m_error.isEmpty() ? Term::iri(*prefix + token.sliced(colon + 1)) : Term();
    }

    QByteArrayList m_tokens;
    qsizetype m_at = 0;
    QByteArray m_error;
    Query m_query;
    QHash<QByteArray, QByteArray> m_prefixes{
        {"wd:", "http://www.wikidata.org/entity/"},        {"wdt:", "http://www.wikidata.org/prop/direct/"},
        {"p:", "http://www.wikidata.org/prop/"},           {"psv:", "http://www.wikidata.org/prop/statement/value/"},
        {"wikibase:", "http://wikiba.se/ontology#"},       {"schema:", "http://schema.org/"},
        {"owl:", "http://www.w3.org/2002/07/owl#"},        {"rdfs:", "http://www.w3.org/2000/01/rdf-schema#"},
        {"skos:", "http://www.w3.org/2004/02/skos/core#"},
    };
};

}

std::optional<Query> parse(const QByteArray &text, QByteArray &error)
{
    return Reader(text).read(error);
}

}
