#include "tablewording.h"

#include "store/tablewords.h"
#include "tablecell.h"
#include "tableshape.h"
#include "wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tablewording", text);
}

QString kind(Source::Kind kind)
{
    switch (kind) {
    case Source::Kind::Gallery:
        return tr("Gallery");
    case Source::Kind::Wikidata:
        return tr("Wikidata");
    case Source::Kind::Wikipedia:
        return tr("Wikipedia");
    case Source::Kind::Person:
        return tr("A person");
    }
    return {};
}

/// What a row of the table is called, many of them.
QString rows(const QString &table)
{
    return table.contains(u'_') || table == "cast"_L1 ? tr("rows of %1").arg(tablecell::title(table)) : table;
}

QString found(const TableShape &shape)
{
    const QString all = tablewording::about(shape.total, shape.isTotalExact);
    const QString what = rows(shape.query.table);
    if (!shape.query.isNarrowed())
        return tr("%1 %2").arg(all, what);
    const QString found
        = shape.isExact ? wording::number(shape.count) : tr("at least %1").arg(wording::number(shape.count));
    const QString words = shape.query.words.trimmed();
    return shape.query.filters.isEmpty() ? tr("%1 of %2 %3 match “%4”").arg(found, all, what, words)
                                         : tr("%1 of %2 %3 match").arg(found, all, what);
}

}

QString tablewording::source(const Source &source)
{
    QString name = source.name.isEmpty()      ? kind(source.kind)
        : source.kind == Source::Kind::Person ? tr("Typed by %1").arg(source.name)
                                              : u"%1 %2"_s.arg(kind(source.kind), source.name);
    if (!source.at.isValid())
        return name;
    return u"%1 · %2"_s.arg(name, QLocale().toString(source.at.toLocalTime().date(), QLocale::ShortFormat));
}

QUrl tablewording::place(const Source &source)
{
    QUrl url = source.url;
    if (source.kind == Source::Kind::Wikidata)
        url.setFragment(source.name);
    return url;
}

QString tablewording::link(const QUrl &url, const QString &text)
{
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return isWeb
        ? u"<a href=\"%1\">%2</a>"_s.arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), text.toHtmlEscaped())
        : text.toHtmlEscaped();
}

QString tablewording::about(qint64 count, bool isExact)
{
    return isExact ? wording::number(count) : tr("about %1").arg(wording::number(count));
}

QString tablewording::count(const TableShape &shape, int newRows)
{
    const QString count = found(shape);
    return newRows == 0 ? count : tr("%1 · %2 new, not saved").arg(count, wording::number(newRows));
}

QString tablewording::find(const QString &table)
{
    return tablewords::placesIn(table) ? tr("Find words by their beginnings") : tr("Find words in any column");
}

QString tablewording::findWhere(const QString &table)
{
    const auto places = tablewords::placesIn(table);
    if (!places)
        return tr("Finds rows with all of these words in any of their columns.");
    QStringList columns;
    for (const QString &column : places->columns)
        columns.append(tablecell::title(column));
    QStringList others;
    for (const QString &other : places->others)
        others.append(tablecell::title(other));
    const QString where = tr("Each word begins one of: %1.").arg(columns.join(u", "_s));
    return others.isEmpty() ? where : where + u'\n' + tr("Or it begins a name of: %1.").arg(others.join(u", "_s));
}

QString tablewording::nothing(const TableShape &shape)
{
    if (!shape.query.filters.isEmpty())
        return tr("No row is as the filters want it.");
    if (shape.query.isNarrowed() && tablewords::placesIn(shape.query.table))
        return tr("No row has words that begin with “%1”.").arg(shape.query.words.trimmed());
    if (shape.query.isNarrowed())
        return tr("No row contains “%1”.").arg(shape.query.words.trimmed());
    return tr("This table is empty. It fills while a gallery is crawled.");
}

QString tablewording::referring(const table::Referrers &referrers)
{
    const QString as = QString(referrers.as).replace(u'_', u' ');
    return tr("%1 with this %2: %3").arg(tablecell::title(referrers.what), as, wording::number(referrers.count));
}

QString tablewording::showing(const QString &name)
{
    return tr("Show %1").arg(name);
}
