#pragma once

#include "wiki/wikitextnode.h"

#include <QString>

namespace wikitext {

/// One argument of a template's call.
struct Argument
{
    QString name; ///< "1", "2", … where none is written
    QStringView value; ///< wikitext, trimmed if it is named
    const Part *part = nullptr; ///< that holds the value
};

/// A template as it is called: {{name|first|second|name=value}}.
struct Call
{
    QString name; ///< canonical
    QString key; ///< the name in lower case
    std::vector<Argument> arguments;

    const Argument *find(QStringView argument) const; ///< the last of this name
    QString raw(QStringView argument) const; ///< its wikitext, trimmed; empty if it is not there
};

/// A template's name as it would be written today: "infobox_movie" is "Infobox film".
QString canonicalName(QStringView name);

Call callOf(const Node &node);

}
