#pragma once

#include "data/article.h"

#include <QStringView>

/// Wikitext: templates, links, lists, and the plain text of them.
namespace wikitext {

/// One template call: its name (normalised: "Infobox film") and its parameters, named or "1", "2", …
struct Template
{
    QString name;
    QMap<QString, QString> parameters; ///< wikitext, trimmed
};

/// The first template of exactly this name (case of the first letter and underscores aside), if the text has one.
std::optional<Template> findTemplate(QStringView text, QStringView name);

/// Plain text: links by their label, templates by what they show, without references, comments, tables and markup.
QString plain(QStringView text);

/// The lines of a value: items of lists, list templates, <br>, date templates.
QList<InfoboxLine> lines(QStringView value);

/// Reads the infobox, the first paragraph and the plot out of an article's wikitext.
void read(Article &article, QStringView text);

}
