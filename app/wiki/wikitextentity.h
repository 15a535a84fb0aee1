#pragma once

#include <QString>

namespace wikitext {

/// A character reference at the beginning of a text ("&nbsp;", "&#8211;"): what it means, and how long it is.
struct Entity
{
    QString text;
    qsizetype size = 0; ///< 0 if there is none
};
Entity entityAt(QStringView text);

}
