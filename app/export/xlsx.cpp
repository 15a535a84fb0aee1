#include "export/folded.h"
#include "export/writer.h"
#include "store/cellbytes.h"

#include <QDir>
#include <QFileInfo>

#include <charconv>
#include <xlsxwriter.h>

using namespace Qt::Literals;

namespace {

constexpr lxw_row_t MostRows = LXW_ROW_MAX - 1; // below the headers
constexpr size_t MostCharacters = 32'767; // of a cell
constexpr qsizetype MostColumns = LXW_COL_MAX;
constexpr int FirstYear = 1901; // spreadsheets hold 1900 for a leap year
constexpr std::string_view Cut = "…";

double widthOf(const Selection::Field &field)
{
    switch (field.kind) {
    case Cell::Kind::Text:
    case Cell::Kind::List:
        return field.name == "title"_L1 || field.name == "name"_L1 ? 36 : 20;
    case Cell::Kind::Timestamp:
        return 20;
    default:
        return 12;
    }
}

/// Cut to what a cell can hold, between two characters.
bool shorten(std::string &text)
{
    if (text.size() <= MostCharacters)
        return false; // as many characters at most
    size_t units = 0; // of UTF-16
    size_t at = 0;
    size_t end = 0; // where there is room for the mark
    while (at < text.size() && units <= MostCharacters) {
        if (units < MostCharacters)
            end = at;
        units += static_cast<unsigned char>(text[at]) >= 0xf0 ? 2 : 1;
        do
            ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
    }
    if (units <= MostCharacters)
        return false;
    text.resize(end);
    text += Cut;
    return true;
}

/// "2026-01-02" and "2026-01-02 03:04:05.678", where spreadsheets have such a day.
std::optional<lxw_datetime> dateTime(std::string_view text)
{
    lxw_datetime time{};
    const auto number = [&](size_t from, size_t size, int &value) {
        return text.size() >= from + size
            && std::from_chars(text.data() + from, text.data() + from + size, value).ec == std::errc();
    };
    if (!number(0, 4, time.year) || !number(5, 2, time.month) || !number(8, 2, time.day) || time.year < FirstYear)
        return std::nullopt;
    if (text.size() == 10)
        return time;
    if (!number(11, 2, time.hour) || !number(14, 2, time.min) || text.size() < 19)
        return std::nullopt;
    const auto read = std::from_chars(text.data() + 17, text.data() + text.size(), time.sec);
    return read.ec == std::errc() ? std::optional(time) : std::nullopt;
}

/// One workbook, a sheet a table, and another where a sheet has no more room.
class XlsxWriter : public Writer
{
public:
    explicit XlsxWriter(const QString &file)
        : m_file(QFile::encodeName(file))
        , m_folder(QFile::encodeName(QFileInfo(file).absolutePath()))
    {
        lxw_workbook_options options{.constant_memory = LXW_TRUE, .tmpdir = m_folder.data()};
        m_workbook = workbook_new_opt(m_file.constData(), &options);
        lxw_doc_properties properties{};
        properties.created = 315'532'800; // 1980: the same rows are to give the same bytes
        workbook_set_properties(m_workbook, &properties);
        m_bold = workbook_add_format(m_workbook);
        format_set_bold(m_bold);
        m_date = workbook_add_format(m_workbook);
        format_set_num_format(m_date, "yyyy-mm-dd");
        m_time = workbook_add_format(m_workbook);
        format_set_num_format(m_time, "yyyy-mm-dd hh:mm:ss");
    }
    ~XlsxWriter() override
    {
        if (m_workbook)
            std::ignore = XlsxWriter::finish();
    }
    Q_DISABLE_COPY_MOVE(XlsxWriter)

    Result<> begin(const Sheet &sheet) override
    {
        m_name = sheet.name;
        m_fields = sheet.fields();
        m_part = 0;
        if (m_fields.size() > MostColumns)
            return fail(Error::Kind::Invalid, u"A sheet has at most 16,384 columns."_s, m_name);
        return beginPart();
    }

    Result<> row(Cells cells) override
    {
        if (m_row > MostRows) {
            if (const auto begun = beginPart(); !begun)
                return begun;
        }
        for (size_t i = 0; i < cells.size(); ++i) {
            const lxw_error failed = write(lxw_col_t(i), cells[i]);
            if (failed != LXW_NO_ERROR)
                return std::unexpected(error(failed));
        }
        ++m_row;
        return {};
    }

    Result<> end() override { return {}; }

    Result<> finish() override
    {
        const lxw_error closed = workbook_close(std::exchange(m_workbook, nullptr));
        return closed == LXW_NO_ERROR ? Result<>() : std::unexpected(error(closed));
    }

    int shortened() const override { return m_shortened; }

private:
    /// "movies", "movies (2)"; at most 31 characters.
    QString partName() const
    {
        const QString number = m_part > 1 ? u" (%1)"_s.arg(m_part) : QString();
        return m_name.left(LXW_SHEETNAME_MAX - number.size()) + number;
    }

    Result<> beginPart()
    {
        ++m_part;
        m_row = 1;
        m_sheet = workbook_add_worksheet(m_workbook, partName().toUtf8().constData());
        if (!m_sheet)
            return fail(Error::Kind::Invalid, u"The workbook takes no sheet of this name."_s, partName());
        worksheet_freeze_panes(m_sheet, 1, 0);
        for (qsizetype i = 0; i < m_fields.size(); ++i) {
            const auto column = lxw_col_t(i);
            worksheet_set_column(m_sheet, column, column, widthOf(m_fields[i]), nullptr);
            worksheet_write_string(m_sheet, 0, column, m_fields[i].name.toUtf8().constData(), m_bold);
        }
        return {};
    }

    lxw_error write(lxw_col_t column, const Cell &cell)
    {
        switch (cell.kind) {
        case Cell::Kind::Null:
            return LXW_NO_ERROR;
        case Cell::Kind::Integer:
        case Cell::Kind::Number:
            return writeNumber(column, cell.bytes);
        case Cell::Kind::Boolean:
            return worksheet_write_boolean(m_sheet, m_row, column, cell.bytes == "true", nullptr);
        case Cell::Kind::Date:
        case Cell::Kind::Timestamp:
            if (auto time = dateTime(cell.bytes))
                return worksheet_write_datetime(m_sheet, m_row, column, &*time,
                                                cell.kind == Cell::Kind::Date ? m_date : m_time);
            return writeText(column, std::string(cell.bytes));
        case Cell::Kind::List: {
            std::string text;
            folded::append(text, cell.bytes);
            return writeText(column, std::move(text));
        }
        case Cell::Kind::Blob: {
            std::string text;
            cellbytes::appendHex(text, cell.bytes.substr(0, MostCharacters));
            return writeText(column, std::move(text));
        }
        case Cell::Kind::Text:
            return writeText(column, std::string(cell.bytes));
        }
        return LXW_NO_ERROR;
    }

    /// A spreadsheet has 15 digits: what has more stays a text.
    lxw_error writeNumber(lxw_col_t column, std::string_view number)
    {
        double value = 0;
        std::from_chars(number.data(), number.data() + number.size(), value);
        if (std::abs(value) > 999'999'999'999'999.0)
            return writeText(column, std::string(number));
        return worksheet_write_number(m_sheet, m_row, column, value, nullptr);
    }

    lxw_error writeText(lxw_col_t column, std::string text)
    {
        m_shortened += shorten(text) ? 1 : 0;
        return worksheet_write_string(m_sheet, m_row, column, text.c_str(), nullptr);
    }

    Error error(lxw_error code) const
    {
        return {.kind = Error::Kind::Storage,
                .message = u"The workbook could not be written: %1 What was there before is as it was."_s.arg(
                    QString::fromUtf8(lxw_strerror(code))),
                .detail = u"%1: sheet %2, row %3"_s.arg(QString::fromUtf8(m_file), partName()).arg(m_row)};
    }

    QByteArray m_file;
    QByteArray m_folder; // temporary files lie beside the workbook, where there has to be room anyway
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_time = nullptr;
    QString m_name;
    QList<Selection::Field> m_fields;
    lxw_row_t m_row = 0;
    int m_part = 0;
    int m_shortened = 0;
};

}

std::unique_ptr<Writer> writers::xlsx(const QString &file)
{
    return std::make_unique<XlsxWriter>(file);
}
