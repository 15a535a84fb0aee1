#include "export/json.h"

#include "export/folded.h"
#include "export/sink.h"
#include "export/writer.h"
#include "store/cellbytes.h"

using namespace Qt::Literals;

namespace {

void appendEscape(std::string &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        cellbytes::appendHex(out, {&c, 1});
    }
}

bool isSpecial(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// One text of a list, or an object of its parts.
void appendOne(std::string &out, std::string_view text, const QStringList &names)
{
    if (names.isEmpty())
        return json::appendText(out, text);
    qsizetype next = 0;
    folded::each(text, Cell::PartEnd, [&](std::string_view part) {
        out += next == 0 ? "{" : ",";
        json::appendText(out, names.value(next++).toStdString());
        out += ':';
        json::appendText(out, part);
    });
    out += '}';
}

void appendList(std::string &out, std::string_view list, const QStringList &names)
{
    bool isFirst = true;
    out += '[';
    folded::each(list, Cell::FoldedEnd, [&](std::string_view text) {
        out += std::exchange(isFirst, false) ? "" : ",";
        appendOne(out, text, names);
    });
    out += ']';
}

class JsonWriter : public Writer
{
public:
    JsonWriter(Sink &sink, const exports::Order &order)
        : m_sink(sink)
        , m_isArray(order.format == exports::Format::Json)
    {
    }

    Result<> begin(const Sheet &sheet) override
    {
        m_keys.clear();
        for (const Selection::Field &field : sheet.fields()) {
            std::string &key = m_keys.emplace_back(m_keys.empty() ? "{" : ",");
            json::appendText(key, field.name.toStdString());
            key += ':';
            m_parts.append(field.parts);
        }
        m_sink.text() += m_isArray ? "[" : "";
        m_isFirst = true;
        return {};
    }

    Result<> row(Cells cells) override
    {
        std::string &out = m_sink.text();
        if (m_isArray)
            out += std::exchange(m_isFirst, false) ? "\n" : ",\n";
        for (size_t i = 0; i < cells.size(); ++i) {
            out += m_keys[i];
            json::appendCell(out, cells[i], m_parts[qsizetype(i)]);
        }
        out += m_isArray ? "}" : "}\n";
        return m_sink.turn();
    }

    Result<> end() override
    {
        m_sink.text() += m_isArray ? "\n]\n" : "";
        return {};
    }

private:
    Sink &m_sink;
    bool m_isArray;
    bool m_isFirst = true;
    std::vector<std::string> m_keys; // with what stands around them
    QList<QStringList> m_parts;
};

}

void json::appendText(std::string &out, std::string_view text)
{
    out += '"';
    for (size_t at = 0; at < text.size();) {
        size_t end = at;
        while (end < text.size() && !isSpecial(text[end]))
            ++end;
        out.append(text.substr(at, end - at));
        if (end < text.size())
            appendEscape(out, text[end]);
        at = end + 1;
    }
    out += '"';
}

void json::appendCell(std::string &out, const Cell &cell, const QStringList &parts)
{
    switch (cell.kind) {
    case Cell::Kind::Null:
        out += "null";
        break;
    case Cell::Kind::Integer:
    case Cell::Kind::Number:
    case Cell::Kind::Boolean:
        out.append(cell.bytes);
        break;
    case Cell::Kind::List:
        appendList(out, cell.bytes, parts);
        break;
    case Cell::Kind::Blob:
        out += '"';
        cellbytes::appendHex(out, cell.bytes);
        out += '"';
        break;
    default:
        appendText(out, cell.bytes);
    }
}

std::unique_ptr<Writer> writers::json(Sink &sink, const exports::Order &order)
{
    return std::make_unique<JsonWriter>(sink, order);
}
