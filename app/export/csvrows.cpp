#include "export/csv.h"
#include "export/filerows.h"

#include <QFileInfo>

#include <cstring>

using namespace Qt::Literals;

namespace {

/// Where a field is in the text.
struct Place
{
    size_t begin = 0;
    size_t end = 0;
    bool isQuoted = false;
    bool hasQuotes = false; // doubled ones within
};

class CsvRows : public FileRows
{
public:
    CsvRows(const QString &path, char separator, bool isGuarded)
        : FileRows(path)
        , m_separator(separator)
        , m_isGuarded(isGuarded)
    {
    }

    Result<> open() override
    {
        if (const auto opened = m_file.open().and_then([this] { return m_file.more(); }); !opened)
            return std::unexpected(opened.error());
        if (m_file.text().starts_with("\xEF\xBB\xBF"))
            m_file.use(3);
        const auto header = record();
        if (!header)
            return std::unexpected(header.error());
        if (!*header)
            return broken(u"there is no line with the names of the columns."_s);
        for (const Cell &cell : m_cells)
            m_columns.append(QString::fromUtf8(cell.bytes.data(), qsizetype(cell.bytes.size())));
        return {};
    }

    Result<bool> next() override
    {
        const auto read = record();
        if (read && *read && qsizetype(m_cells.size()) != m_columns.size())
            return broken(u"there are %1 values for %2 columns."_s.arg(m_cells.size()).arg(m_columns.size()));
        return read;
    }

private:
    enum class Scan { Whole, Cut, Broken };

    /// The next record, however many pieces of the file it takes.
    Result<bool> record()
    {
        m_file.use(std::exchange(m_used, 0));
        m_line += std::exchange(m_lines, 1);
        for (;;) {
            const Scan scan = m_file.text().empty() ? Scan::Cut : scanRecord(m_file.text());
            if (scan == Scan::Whole)
                break;
            if (scan == Scan::Broken)
                return broken(u"after a closing quote comes neither a separator nor the end of the line."_s);
            const auto more = m_file.more();
            if (!more)
                return more;
            if (!*more && m_file.text().empty())
                return false;
            if (!*more && std::exchange(m_isAtEnd, true))
                return broken(u"a quote is not closed."_s);
        }
        take();
        return true;
    }

    /// Finds the fields without changing the text: a record that is cut is looked at again.
    Scan scanRecord(std::string_view text)
    {
        m_places.clear();
        m_lines = 1;
        for (size_t at = 0;;) {
            Place place;
            const auto end = at < text.size() && text[at] == '"' ? quoted(text, at, place) : plain(text, at, place);
            if (!end)
                return Scan::Cut;
            m_places.push_back(place);
            at = *end;
            if (at >= text.size())
                return wholeIfAtEnd(text.size());
            if (text[at] == m_separator) {
                ++at;
                continue;
            }
            return endOfLine(text, at);
        }
    }

    Scan endOfLine(std::string_view text, size_t at)
    {
        if (text[at] == '\r' && at + 1 >= text.size() && !m_isAtEnd)
            return Scan::Cut;
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
            ++at;
        else if (text[at] != '\n' && text[at] != '\r')
            return Scan::Broken;
        m_used = at + 1;
        return Scan::Whole;
    }

    Scan wholeIfAtEnd(size_t size)
    {
        m_used = size;
        return m_isAtEnd ? Scan::Whole : Scan::Cut;
    }

    std::optional<size_t> plain(std::string_view text, size_t at, Place &place) const
    {
        place.begin = at;
        while (at < text.size() && text[at] != m_separator && text[at] != '\n' && text[at] != '\r')
            ++at;
        place.end = at;
        return at;
    }

    std::optional<size_t> quoted(std::string_view text, size_t at, Place &place)
    {
        place = {.begin = at + 1, .isQuoted = true};
        for (at = place.begin;;) {
            const size_t quote = text.find('"', at);
            if (quote == std::string_view::npos || (quote + 1 >= text.size() && !m_isAtEnd))
                return std::nullopt;
            if (quote + 1 < text.size() && text[quote + 1] == '"') {
                place.hasQuotes = true;
                at = quote + 2;
                continue;
            }
            place.end = quote;
            m_lines += std::count(text.begin() + qsizetype(place.begin), text.begin() + qsizetype(quote), '\n');
            return quote + 1;
        }
    }

    void take()
    {
        m_cells.resize(m_places.size());
        for (size_t i = 0; i < m_places.size(); ++i)
            m_cells[i] = cell(m_places[i]);
    }

    Cell cell(const Place &place)
    {
        char *begin = m_file.data() + place.begin;
        size_t size = place.end - place.begin;
        if (size == 0 && !place.isQuoted)
            return {};
        if (place.hasQuotes)
            size = withoutDoubled(begin, size);
        const std::string_view text(begin, size);
        return {.kind = Cell::Kind::Text, .bytes = m_isGuarded ? csv::withoutGuard(text) : text};
    }

    static size_t withoutDoubled(char *text, size_t size)
    {
        char *out = text;
        for (const char *in = text; in < text + size; ++in) {
            *out++ = *in;
            if (*in == '"')
                ++in;
        }
        return size_t(out - text);
    }

    char m_separator;
    bool m_isGuarded;
    bool m_isAtEnd = false;
    std::vector<Place> m_places;
    size_t m_used = 0; // bytes of the present record
    qint64 m_lines = 1; // that it takes
};

}

std::unexpected<Error> FileRows::broken(const QString &why) const
{
    return fail(Error::Kind::Malformed,
                u"%1, line %2: %3"_s.arg(QFileInfo(m_file.name()).fileName()).arg(m_line).arg(why), m_file.name());
}

std::unique_ptr<FileRows> filerows::csv(const QString &path, char separator, bool isGuarded)
{
    return std::make_unique<CsvRows>(path, separator, isGuarded);
}
