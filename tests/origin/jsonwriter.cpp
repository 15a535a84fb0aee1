#include "jsonwriter.h"

#include <array>
#include <charconv>

namespace origin {

namespace {

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void appendEscaped(QByteArray &out, char c)
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
        out += "\\u00" + QByteArray(1, c).toHex();
    }
}

}

void JsonWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

void JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    m_first = true;
}

void JsonWriter::endObject()
{
    m_out += '}';
    m_first = false;
}

void JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    m_first = true;
}

void JsonWriter::endArray()
{
    m_out += ']';
    m_first = false;
}

void JsonWriter::key(QByteArrayView name)
{
    separate();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_first = true;
}

void JsonWriter::string(QByteArrayView utf8)
{
    separate();
    m_out += '"';
    qsizetype plain = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (isPlain(utf8[i]))
            continue;
        m_out += utf8.sliced(plain, i - plain);
        appendEscaped(m_out, utf8[i]);
        plain = i + 1;
    }
    m_out += utf8.sliced(plain);
    m_out += '"';
}

void JsonWriter::stringOrNull(const QByteArray &utf8)
{
    utf8.isNull() ? null() : string(utf8);
}

void JsonWriter::number(qint64 number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    raw(QByteArrayView(digits.data(), end));
}

void JsonWriter::decimal(double number)
{
    raw(QByteArray::number(number, 'g', 10));
}

void JsonWriter::boolean(bool value)
{
    raw(value ? "true" : "false");
}

void JsonWriter::null()
{
    raw("null");
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out += json;
}

void JsonWriter::pair(QByteArrayView name, QByteArrayView text)
{
    key(name);
    string(text);
}

void JsonWriter::pair(QByteArrayView name, qint64 value)
{
    key(name);
    number(value);
}

void JsonWriter::pair(QByteArrayView name, bool value)
{
    key(name);
    boolean(value);
}

}
