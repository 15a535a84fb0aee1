#include "gallery/csvreader.h"

#include "data/plaintext.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestCell = qsizetype(4) * 1024 * 1024;
constexpr qsizetype MostCells = 10'000;
constexpr std::array Delimiters{',', ';', '\t'};

/// What stands most often between the names of the first line.
char delimiterOf(QByteArrayView text)
{
    const QByteArrayView head
        = text.first(std::max<qsizetype>(0, text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n')));
    return *std::ranges::max_element(Delimiters, {}, [head](char c) { return std::ranges::count(head, c); });
}

std::unexpected<Error> malformed(int line, const QString &sentence)
{
    return fail(Error::Kind::Malformed, u"Line %1: %2"_s.arg(line).arg(sentence));
}

std::optional<QString> decoded(const QByteArray &cell)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(cell);
    return decoder.hasError() ? std::nullopt : std::optional(plaintext::of(text));
}

}

CsvReader::CsvReader(QByteArrayView text)
    : m_rest(text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text)
    , m_delimiter(delimiterOf(m_rest))
{
}

Result<CsvReader::Record> CsvReader::next()
{
    Record record{.line = m_line, .cells = {}};
    for (bool isLast = false; !isLast;) {
        QByteArray cell;
        const int line = m_line;
        if (const auto read = readCell(cell); !read)
            return std::unexpected(read.error());
        const auto text = decoded(cell);
        if (!text)
            return malformed(line, u"this is not UTF-8. Save the file as UTF-8 and open it again."_s);
        record.cells.append(*text);
        if (record.cells.size() > MostCells)
            return malformed(line, u"there are more than %1 columns."_s.arg(MostCells));
        isLast = m_rest.isEmpty() || m_rest[0] == '\n';
        skip(1);
    }
    return record;
}

/// Up to the delimiter or the end of the line, which stay.
Result<> CsvReader::readCell(QByteArray &cell)
{
    if (m_rest.startsWith('"'))
        if (const auto read = readQuoted(cell); !read)
            return read;
    const auto end = std::ranges::find_if(m_rest, [this](char c) { return c == m_delimiter || c == '\n'; });
    QByteArrayView plain = m_rest.first(end - m_rest.begin());
    skip(plain.size());
    if (plain.endsWith('\r') && (m_rest.isEmpty() || m_rest[0] == '\n'))
        plain.chop(1);
    if (cell.size() + plain.size() > LongestCell)
        return malformed(m_line, u"a cell is longer than 4 MiB."_s);
    cell += plain;
    return {};
}

/// A quote in a quoted cell is written twice.
Result<> CsvReader::readQuoted(QByteArray &cell)
{
    const int line = m_line;
    skip(1);
    for (;;) {
        const qsizetype quote = m_rest.indexOf('"');
        if (quote < 0)
            return malformed(line, u"the quote that opens here is never closed."_s);
        if (cell.size() + quote > LongestCell)
            return malformed(line, u"a cell is longer than 4 MiB: is a quote not closed?"_s);
        cell += m_rest.first(quote);
        skip(quote + 1);
        if (!m_rest.startsWith('"'))
            return {};
        cell += '"';
        skip(1);
    }
}

void CsvReader::skip(qsizetype count)
{
    count = std::min(count, m_rest.size());
    m_line += int(std::ranges::count(m_rest.first(count), '\n'));
    m_rest = m_rest.sliced(count);
}
