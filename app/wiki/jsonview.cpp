#include "wiki/jsonview.h"

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

QByteArray JsonView::json() const
{
    return m_element ? QByteArray::fromStdString(simdjson::minify(*m_element)) : QByteArray();
}

JsonDocument::JsonDocument(const QByteArray &json)
{
    simdjson::dom::element root;
    if (m_parser.parse(json.constData(), size_t(json.size())).get(root) == simdjson::SUCCESS)
        m_root = JsonView(root);
}

QByteArray jsonObject(const QList<std::pair<std::string_view, QByteArray>> &members)
{
    QByteArray json = "{";
    for (const auto &[name, value] : members) {
        if (value.isEmpty())
            continue;
        json += json.size() > 1 ? ",\"" : "\"";
        json += QByteArrayView(name);
        json += "\":";
        json += value;
    }
    return json + '}';
}

QByteArray jsonArray(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}
