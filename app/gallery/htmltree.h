#pragma once

#include "data/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct GumboInternalNode;
struct GumboInternalOutput;

/// A page of HTML, read as browsers do.
class HtmlTree
{
public:
    /// Text in another charset than UTF-8 is read if the page names it. Too large or too deep is an error.
    static Result<HtmlTree> read(const QByteArray &html);

    /// An element of the tree; lives as long as the tree.
    class Element
    {
    public:
        QString name() const; ///< "div"; empty for what HTML does not know
        QString attribute(const char *name) const; ///< entities decoded; empty if there is none
        bool has(const char *attribute) const;
        QString text() const; ///< of the text right in it
        /// It and what is in it, in the order of the page, but not what is in another element with this attribute.
        QList<Element> own(const char *attribute) const;

    private:
        friend class HtmlTree;
        explicit Element(const GumboInternalNode *node)
            : m_node(node)
        {
        }
        const GumboInternalNode *m_node;
    };

    QList<Element> all() const; ///< in the order of the page

private:
    static QList<Element> walk(const GumboInternalNode *from, const char *stopAt);

    struct Destroy
    {
        void operator()(GumboInternalOutput *output) const;
    };
    QByteArray m_html; // the tree points into it
    std::unique_ptr<GumboInternalOutput, Destroy> m_output;
};
