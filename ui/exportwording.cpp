#include "exportwording.h"

#include "export/formats.h"
#include "tablecell.h"
#include "wording.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals;
using exports::Content;
using exports::Format;
using exports::Order;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("exportwording", text);
}

QString contentHint(const Order &order)
{
    switch (order.content) {
    case Content::Shown:
        return tr("The rows, columns and order that you see, with names instead of keys.");
    case Content::Table:
        return tr("Every row and column as the database holds it, in the order of the keys.");
    case Content::Films:
        return tr("One row a film, with directors, writers, companies, genres, cast and scores in it.");
    case Content::Items:
        return tr("Every title of the galleries with its article: a list that others can match or read in.");
    case Content::Database:
        return order.isFolder() ? tr("A folder with a file for each table.") : tr("All tables in one file.");
    }
    return {};
}

QString formatHint(Format format)
{
    switch (format) {
    case Format::Csv:
    case Format::Tsv:
        return tr("Unknown values are nothing, empty texts a pair of quotes.");
    case Format::Xlsx:
        return tr("A sheet has 1,048,575 rows; further rows go to further sheets. Texts are cut at 32,767 characters.");
    case Format::SqliteDump:
        return tr("Read it with: sqlite3 new.sqlite < file.");
    case Format::PostgresqlDump:
        return tr("Read it with: psql -d database -f file.");
    case Format::Nfo:
        return tr("A folder with a file for each film, as Kodi reads them, with the poster's address.");
    case Format::Json:
    case Format::JsonLines:
    case Format::ItemList:
        break;
    }
    return {};
}

}

QString exportwording::content(Content content, const Order &shown)
{
    switch (content) {
    case Content::Shown:
        return shown.total ? tr("Rows shown (%1)").arg(wording::number(*shown.total)) : tr("Rows shown");
    case Content::Table:
        return tr("Table %1, whole").arg(tablecell::title(shown.query.table));
    case Content::Films:
        return tr("Films, one row each");
    case Content::Items:
        return tr("Titles, as an item list");
    case Content::Database:
        return tr("The whole database");
    }
    return {};
}

QString exportwording::format(Format format)
{
    switch (format) {
    case Format::Csv:
        return tr("CSV");
    case Format::Tsv:
        return tr("TSV");
    case Format::Json:
        return tr("JSON");
    case Format::JsonLines:
        return tr("JSON Lines");
    case Format::Xlsx:
        return tr("Excel workbook (XLSX)");
    case Format::SqliteDump:
        return tr("SQL for SQLite");
    case Format::PostgresqlDump:
        return tr("SQL for PostgreSQL");
    case Format::Nfo:
        return tr("Kodi NFO");
    case Format::ItemList:
        return tr("Item list (JSON Lines)");
    }
    return {};
}

QString exportwording::hint(const Order &order)
{
    return QStringList{contentHint(order), formatHint(order.format),
                       tr("A manifest beside it says what the columns mean and where the values come from.")}
        .join(u' ')
        .simplified();
}

QString exportwording::place(const Order &order)
{
    return order.isFolder() ? tr("Name a new folder for the export") : tr("Save the export as");
}

QString exportwording::filter(Format format)
{
    return u"%1 (*.%2)"_s.arg(exportwording::format(format).remove(u'(').remove(u')'), formats::suffix(format));
}

QString exportwording::fileName(const Order &order)
{
    const QString name = order.content == Content::Database ? u"movie_db"_s
        : order.content == Content::Films                   ? u"films"_s
        : order.content == Content::Items                   ? u"titles"_s
                                                            : order.query.table;
    return order.isFolder() ? name + u'-' + formats::name(order.format) : name + u'.' + formats::suffix(order.format);
}

QString exportwording::done(const exports::Report &report, const QString &path)
{
    QString text = wording::counted(report.rows, tr("1 row is in %1"), tr("%1 rows are in %2"))
                       .arg(QDir::toNativeSeparators(path));
    if (report.shortened == 0)
        return text;
    return tr("%1. %2").arg(text,
                            wording::counted(report.shortened, tr("1 cell was too long for the format and is cut."),
                                             tr("%1 cells were too long for the format and are cut.")));
}
