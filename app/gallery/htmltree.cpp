#include "gallery/htmltree.h"

#include <QStringDecoder>

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>

using namespace Qt::Literals;

namespace {

constexpr qsizetype MaxBytes = qsizetype(32) * 1024 * 1024;
constexpr int MaxDepth = 20'000; ///< the parser looks up the tree at every paragraph: deeper is slow, and nobody's page

constexpr std::array<QByteArrayView, 12> Voids{"img", "source", "br",   "meta", "link", "input",
                                               "hr",  "area",   "base", "col",  "wbr",  "path"};

bool isVoid(QByteArrayView tag)
{
    return std::ranges::any_of(Voids, [&](QByteArrayView name) {
        return tag.size() > name.size() && tag.first(name.size()).compare(name, Qt::CaseInsensitive) == 0
            && !std::isalnum(static_cast<unsigned char>(tag[name.size()]));
    });
}

/// How deep the tags are nested, roughly: what opens less what closes.
bool isTooDeep(QByteArrayView html)
{
    int depth = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0 && at + 1 < html.size(); at = html.indexOf('<', at + 1)) {
        const char next = html[at + 1];
        if (next == '/')
            depth = std::max(0, depth - 1);
        else if (std::isalpha(static_cast<unsigned char>(next))
                 && !isVoid(html.sliced(at + 1, std::min<qsizetype>(8, html.size() - at - 1))))
            ++depth;
        if (depth > MaxDepth)
            return true;
    }
    return false;
}

QByteArray asUtf8(const QByteArray &html)
{
    QStringDecoder decoder = QStringDecoder::decoderForHtml(html);
    if (!decoder.isValid() || qstrcmp(decoder.name(), "UTF-8") == 0)
        return html;
    return QString(decoder(html)).toUtf8();
}

const GumboVector *childrenOf(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
        return &node->v.element.children;
    return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : nullptr;
}

}

void HtmlTree::Destroy::operator()(GumboInternalOutput *output) const
{
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

Result<HtmlTree> HtmlTree::read(const QByteArray &html)
{
    if (html.size() > MaxBytes)
        return fail(Error::Kind::Malformed, u"The page is larger than 32 MiB."_s);
    HtmlTree tree;
    tree.m_html = asUtf8(html);
    if (isTooDeep(tree.m_html))
        return fail(Error::Kind::Malformed, u"The page is nested too deeply to be read."_s);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    tree.m_output.reset(gumbo_parse_with_options(&options, tree.m_html.constData(), size_t(tree.m_html.size())));
    if (!tree.m_output)
        return fail(Error::Kind::Malformed, u"The page cannot be read as HTML."_s);
    return tree;
}

QList<HtmlTree::Element> HtmlTree::all() const
{
    return walk(m_output->document, nullptr);
}

QString HtmlTree::Element::name() const
{
    return QString::fromLatin1(gumbo_normalized_tagname(m_node->v.element.tag));
}

QString HtmlTree::Element::attribute(const char *name) const
{
    const GumboAttribute *attribute = gumbo_get_attribute(&m_node->v.element.attributes, name);
    return attribute ? QString::fromUtf8(attribute->value) : QString();
}

bool HtmlTree::Element::has(const char *attribute) const
{
    return gumbo_get_attribute(&m_node->v.element.attributes, attribute) != nullptr;
}

QString HtmlTree::Element::text() const
{
    QString text;
    const GumboVector &children = m_node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA || child->type == GUMBO_NODE_WHITESPACE)
            text += QString::fromUtf8(child->v.text.text);
    }
    return text;
}

QList<HtmlTree::Element> HtmlTree::Element::own(const char *attribute) const
{
    return walk(m_node, attribute);
}

QList<HtmlTree::Element> HtmlTree::walk(const GumboNode *from, const char *stopAt)
{
    QList<Element> elements;
    QList<const GumboNode *> open{from}; // no recursion: the page decides how deep it is
    while (!open.isEmpty()) {
        const GumboNode *node = open.takeLast();
        const GumboVector *children = childrenOf(node);
        if (!children)
            continue;
        if (node->type != GUMBO_NODE_DOCUMENT) {
            if (stopAt && node != from && Element(node).has(stopAt))
                continue;
            elements.append(Element(node));
        }
        for (unsigned i = children->length; i-- > 0;)
            open.append(static_cast<const GumboNode *>(children->data[i]));
    }
    return elements;
}
