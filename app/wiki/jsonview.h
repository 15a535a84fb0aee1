#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <simdjson.h>

#include <optional>
#include <string_view>

/// A value of a JsonDocument, or nothing: what is looked for in nothing is nothing, and reads as empty.
class JsonView
{
public:
    JsonView() = default;
    explicit JsonView(simdjson::dom::element element)
        : m_element(element)
    {
    }

    JsonView operator[](std::string_view name) const;
    bool exists() const { return m_element.has_value(); }
    bool isObject() const { return m_element && m_element->is_object(); }
    bool isArray() const { return m_element && m_element->is_array(); }
    bool isText() const { return m_element && m_element->is_string(); }

    std::string_view bytes() const; ///< of a string, as UTF-8
    QString text() const;
    qint64 integer() const; ///< 0 if it is none
    QList<JsonView> items() const;
    QList<std::pair<std::string_view, JsonView>> fields() const;
    void writeTo(QByteArray &json) const; ///< without spaces

private:
    std::optional<simdjson::dom::element> m_element;
};

/// Large JSON, read once and looked at in place. https://github.com/simdjson/simdjson/blob/master/doc/dom.md
class JsonDocument
{
public:
    explicit JsonDocument(const QByteArray &json);

    /// Nothing if it is no JSON; good for as long as the document lives.
    JsonView root() const { return m_root; }

private:
    simdjson::dom::parser m_parser;
    JsonView m_root;
};

/// Writes JSON without spaces, with parts of a JsonDocument in it. Names must need no escapes.
class JsonWriter
{
public:
    JsonWriter() { m_json.reserve(8192); } // an entity, as a rule

    void open(char bracket); ///< '{' or '['
    void openMember(std::string_view name, char bracket);
    void close(char bracket); ///< '}' or ']'
    void member(std::string_view name, const JsonView &value); ///< nothing is left out

    const QByteArray &json() const { return m_json; }

private:
    void separate();
    void name(std::string_view name);

    QByteArray m_json;
};
