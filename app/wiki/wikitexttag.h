#pragma once

#include "wiki/wikitextnode.h"

#include <QSet>

namespace wikitext {

/// What begins with "<" in a text: comments, extensions with what they hold, tags of HTML.
class Tags
{
public:
    explicit Tags(QStringView text)
        : m_text(text)
    {
    }

    struct Found
    {
        qsizetype size = 0; ///< 0 if it is no tag
        Node::Kind kind = Node::Kind::Tag;
        QStringView shown; ///< empty if nothing of it is shown
    };
    Found at(qsizetype begin);

private:
    Found comment(qsizetype begin) const;
    Found extension(qsizetype begin, qsizetype end, QLatin1StringView name, bool verbatim);

    QStringView m_text;
    QSet<QLatin1StringView> m_neverClosed; ///< so that nobody searches the whole text for each of them
};

/// "br" of "<br />", "/small" of "</small>".
QString tagName(QStringView tag);

}
