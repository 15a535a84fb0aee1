#include "export/filerows.h"

#include <simdjson.h>

using namespace Qt::Literals;

namespace {

class JsonRows : public FileRows
{
public:
    explicit JsonRows(const QString &path)
        : FileRows(path)
    {
    }

    /// The first object names the columns.
    Result<> open() override
    {
        if (const auto opened = m_file.open(); !opened)
            return opened;
        const auto first = nextLine();
        if (!first)
            return std::unexpected(first.error());
        if (!*first)
            return {};
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        if (m_parser.iterate(m_object).get(document) || document.get_object().get(object))
            return broken(u"this is no JSON object."_s);
        for (auto field : object) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return broken(u"this is no JSON object."_s);
            m_columns.append(QString::fromUtf8(key.data(), qsizetype(key.size())));
            m_keys.emplace_back(key);
        }
        m_isFirst = true;
        return {};
    }

    Result<bool> next() override
    {
        if (!std::exchange(m_isFirst, false)) {
            const auto more = nextLine();
            if (!more || !*more)
                return more;
        }
        return read();
    }

private:
    /// The next line that holds an object, with room behind it for the parser.
    Result<bool> nextLine()
    {
        for (;;) {
            const size_t end = m_file.text().find('\n');
            if (end == std::string_view::npos && !m_isAtEnd) {
                const auto more = m_file.more();
                if (!more)
                    return more;
                m_isAtEnd = !*more;
                continue;
            }
            const std::string_view line = m_file.text().substr(0, end);
            const bool isLast = end == std::string_view::npos;
            if (isLast && line.empty())
                return false;
            ++m_line;
            const bool isObject = take(line);
            m_file.use(isLast ? line.size() : end + 1);
            if (isObject)
                return true;
        }
    }

    /// What is left of a line without what an array has around its objects.
    bool take(std::string_view line)
    {
        const auto isAround
            = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == ',' || c == '[' || c == ']'; };
        while (!line.empty() && isAround(line.front()))
            line.remove_prefix(1);
        while (!line.empty() && isAround(line.back()))
            line.remove_suffix(1);
        m_object.reserve(line.size() + simdjson::SIMDJSON_PADDING);
        m_object.assign(line);
        return !line.empty();
    }

    Result<bool> read()
    {
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        if (m_parser.iterate(m_object).get(document) || document.get_object().get(object))
            return broken(u"this is no JSON object."_s);
        m_cells.assign(m_keys.size(), {});
        size_t expected = 0;
        for (auto field : object) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return broken(u"this is no JSON object."_s);
            const size_t place = placeOf(key, expected);
            if (place == m_keys.size())
                return broken(
                    u"the first line has no \"%1\"."_s.arg(QString::fromUtf8(key.data(), qsizetype(key.size()))));
            if (!value(field.value(), m_cells[place]))
                return broken(u"\"%1\" is neither text, number, truth nor null."_s.arg(m_columns[qsizetype(place)]));
            expected = place + 1;
        }
        return true;
    }

    size_t placeOf(std::string_view key, size_t expected) const
    {
        if (expected < m_keys.size() && m_keys[expected] == key)
            return expected;
        return size_t(std::ranges::find(m_keys, key) - m_keys.begin());
    }

    static bool value(simdjson::ondemand::value value, Cell &cell)
    {
        simdjson::ondemand::json_type type{};
        if (value.type().get(type))
            return false;
        std::string_view text;
        switch (type) {
        case simdjson::ondemand::json_type::null:
            return value.is_null().value_unsafe();
        case simdjson::ondemand::json_type::string:
            if (value.get_string().get(text))
                return false;
            break;
        case simdjson::ondemand::json_type::number:
        case simdjson::ondemand::json_type::boolean:
            text = value.raw_json_token();
            text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
            break;
        default:
            return false;
        }
        cell = {.kind = Cell::Kind::Text, .bytes = text};
        return true;
    }

    simdjson::ondemand::parser m_parser;
    std::string m_object; // the present line's
    std::vector<std::string> m_keys;
    bool m_isFirst = false;
    bool m_isAtEnd = false;
};

}

std::unique_ptr<FileRows> filerows::json(const QString &path)
{
    return std::make_unique<JsonRows>(path);
}
