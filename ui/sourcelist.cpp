#include "sourcelist.h"

#include "tablecell.h"
#include "tablewording.h"

#include <QMap>

using namespace Qt::Literals;
using provenance::Origin;

namespace {

/// "Wikidata" for all of its properties, at the page of its own.
QString linkOf(Source source)
{
    if (source.kind != Source::Kind::Person)
        source.name.clear();
    return tablewording::link(source.url, tablewording::source(source));
}

}

SourceList::SourceList(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"formSources"_s);
    setAccessibleName(tr("Sources of the values"));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setOpenExternalLinks(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    show({}, {});
}

void SourceList::show(const QString &table, const QHash<QString, Origin> &origins)
{
    QMap<QString, QStringList> columns; // by source
    for (const auto &[column, origin] : origins.asKeyValueRange())
        columns[linkOf(origin.source)].append(tablecell::title(table, column).toHtmlEscaped());
    QStringList lines;
    for (auto [source, titles] : columns.asKeyValueRange()) {
        titles.sort();
        lines.append(u"%1: %2"_s.arg(source, titles.join(u", "_s)));
    }
    setText(lines.isEmpty() ? tr("No source is noted.") : lines.join(u"<br>"_s));
}
