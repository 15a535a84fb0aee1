#pragma once

#include "data/article.h"

#include <QStringView>

#include <initializer_list>

namespace wikitext {

/// The text before the first heading.
QStringView lead(QStringView text);

/// The first section of one of these headings, in their order, with its subsections; empty if there is none.
QStringView section(QStringView text, std::initializer_list<QLatin1StringView> headings);

/// The first paragraph that tells something, plain.
QString firstParagraph(QStringView lead);

/// All paragraphs, plain, without headings.
QString paragraphs(QStringView section);

/// The entries of the lists and tables of a section about the cast, as they are shown: "Judy Garland as Dorothy".
QList<InfoboxLine> cast(QStringView section);

}
