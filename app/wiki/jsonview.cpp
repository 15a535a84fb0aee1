#include "wiki/jsonview.h"

#include <algorithm>

namespace {

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || (c >= 0 && c < ' ');
}

}

JsonView JsonView::operator[](std::string_view name) const
{
    simdjson::dom::element found;
    if (!m_element || m_element->at_key(name).get(found) != simdjson::SUCCESS)
        return {};
    return JsonView(found);
}

std::string_view JsonView::bytes() const
{
    std::string_view utf8;
    if (!m_element || m_element->get(utf8) != simdjson::SUCCESS)
        return {};
    return utf8;
}

QString JsonView::text() const
{
    return QString::fromUtf8(QByteArrayView(bytes()));
}

qint64 JsonView::integer() const
{
    int64_t number = 0;
    if (!m_element || m_element->get(number) != simdjson::SUCCESS)
        return 0;
    return number;
}

QList<JsonView> JsonView::items() const
{
    simdjson::dom::array array;
    if (!m_element || m_element->get(array) != simdjson::SUCCESS)
        return {};
    QList<JsonView> all;
    all.reserve(qsizetype(array.size()));
    for (const auto item : array)
        all.append(JsonView(item));
    return all;
}

QList<std::pair<std::string_view, JsonView>> JsonView::fields() const
{
    simdjson::dom::object object;
    if (!m_element || m_element->get(object) != simdjson::SUCCESS)
        return {};
    QList<std::pair<std::string_view, JsonView>> all;
    all.reserve(qsizetype(object.size()));
    for (const auto field : object)
        all.emplaceBack(field.key, JsonView(field.value));
    return all;
}

void JsonView::writeTo(QByteArray &json) const
{
    if (!m_element)
        return;
    std::string_view text;
    if (m_element->get(text) == simdjson::SUCCESS && std::ranges::none_of(text, needsEscape)) {
        json += '"';
        json += QByteArrayView(text);
        json += '"';
    } else {
        json += QByteArrayView(simdjson::minify(*m_element));
    }
}

JsonDocument::JsonDocument(const QByteArray &json)
{
    simdjson::dom::element root;
    if (m_parser.parse(json.constData(), size_t(json.size())).get(root) == simdjson::SUCCESS)
        m_root = JsonView(root);
}

void JsonWriter::open(char bracket)
{
    separate();
    m_json += bracket;
}

void JsonWriter::openMember(std::string_view member, char bracket)
{
    name(member);
    m_json += bracket;
}

void JsonWriter::close(char bracket)
{
    m_json += bracket;
}

void JsonWriter::member(std::string_view member, const JsonView &value)
{
    if (!value.exists())
        return;
    name(member);
    value.writeTo(m_json);
}

void JsonWriter::name(std::string_view name)
{
    separate();
    m_json += '"';
    m_json += QByteArrayView(name);
    m_json += "\":";
}

void JsonWriter::separate()
{
    if (!m_json.isEmpty() && !m_json.endsWith('{') && !m_json.endsWith('['))
        m_json += ',';
}
