#include "export/csv.h"

#include "export/folded.h"
#include "export/sink.h"
#include "export/writer.h"
#include "store/cellbytes.h"

#include <array>

using namespace Qt::Literals;

namespace {

/// Bytes because of which a text has to stand in quotes.
constexpr std::array<bool, 256> specials(char separator)
{
    std::array<bool, 256> special{};
    for (const char c : {'"', '\r', '\n', separator})
        special[static_cast<unsigned char>(c)] = true;
    return special;
}
constexpr auto Commas = specials(',');
constexpr auto Tabs = specials('\t');

bool needsQuotes(std::string_view text, char separator)
{
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.front() == '\t' || text.back() == '\t')
        return true;
    const auto &special = separator == '\t' ? Tabs : Commas;
    return std::ranges::any_of(text, [&](char c) { return special[static_cast<unsigned char>(c)]; });
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (size_t at = 0; at < text.size();) {
        const size_t quote = text.find('"', at);
        const size_t end = quote == std::string_view::npos ? text.size() : quote + 1;
        out.append(text.substr(at, end - at));
        if (quote != std::string_view::npos)
            out += '"';
        at = end;
    }
    out += '"';
}

/// Apostrophes first, so that taking one away is the way back.
bool looksLikeFormula(std::string_view text)
{
    const size_t at = text.find_first_not_of('\'');
    return at != std::string_view::npos && std::string_view("=+-@\t\r").contains(text[at]);
}

void appendText(std::string &out, std::string_view text, const csv::Style &style)
{
    if (style.guardsFormulas && looksLikeFormula(text)) {
        const std::string guarded = '\'' + std::string(text);
        return appendText(out, guarded, {.separator = style.separator});
    }
    if (needsQuotes(text, style.separator))
        appendQuoted(out, text);
    else
        out.append(text);
}

void appendCell(std::string &out, const Cell &cell, const csv::Style &style)
{
    switch (cell.kind) {
    case Cell::Kind::Null:
        break;
    case Cell::Kind::Text:
        appendText(out, cell.bytes, style);
        break;
    case Cell::Kind::List: {
        std::string text;
        folded::append(text, cell.bytes);
        appendText(out, text, style);
        break;
    }
    case Cell::Kind::Blob:
        if (cell.bytes.empty())
            out += "\"\"";
        cellbytes::appendHex(out, cell.bytes);
        break;
    default:
        out.append(cell.bytes);
    }
}

class CsvWriter : public Writer
{
public:
    CsvWriter(Sink &sink, const exports::Order &order)
        : m_sink(sink)
        , m_style{.separator = order.format == exports::Format::Tsv ? '\t' : ',',
                  .guardsFormulas = order.guardsFormulas}
        , m_hasMark(order.byteOrderMark)
    {
    }

    Result<> begin(const Sheet &sheet) override
    {
        if (m_hasMark)
            m_sink.text() += "\xEF\xBB\xBF";
        csv::appendHeaders(m_sink.text(), sheet.fields(), m_style);
        return {};
    }
    Result<> row(Cells cells) override
    {
        csv::appendLine(m_sink.text(), cells, m_style);
        return m_sink.turn();
    }
    Result<> end() override { return {}; }

private:
    Sink &m_sink;
    csv::Style m_style;
    bool m_hasMark;
};

}

void csv::appendLine(std::string &out, Cells cells, const Style &style)
{
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out += style.separator;
        appendCell(out, cells[i], style);
    }
    out += "\r\n";
}

void csv::appendHeaders(std::string &out, const QList<Selection::Field> &fields, const Style &style)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            out += style.separator;
        appendText(out, fields[i].name.toStdString(), style);
    }
    out += "\r\n";
}

std::string_view csv::withoutGuard(std::string_view text)
{
    return text.starts_with('\'') && looksLikeFormula(text) ? text.substr(1) : text;
}

std::unique_ptr<Writer> writers::csv(Sink &sink, const exports::Order &order)
{
    return std::make_unique<CsvWriter>(sink, order);
}
