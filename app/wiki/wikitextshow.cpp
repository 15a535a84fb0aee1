#include "wiki/wikitextshow.h"

#include "wiki/wikitexttag.h"
#include "wiki/wikitexttemplates.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals;

namespace {

qsizetype countWhile(QStringView text, auto &&holds)
{
    return std::ranges::find_if_not(text, holds) - text.begin();
}

/// Files and categories are no links to read.
bool isHiddenLink(QStringView target)
{
    constexpr std::array namespaces{"File:"_L1, "Image:"_L1, "Category:"_L1, "Media:"_L1};
    return std::ranges::any_of(namespaces,
                               [&](QLatin1StringView name) { return target.startsWith(name, Qt::CaseInsensitive); });
}

/// The title that a link leads to: "Batman (1966 film)" of "batman (1966 film)#Cast".
QString titleOf(QStringView target)
{
    QStringView page = target.first(std::min<qsizetype>(300, target.size())).trimmed();
    if (page.startsWith(u':'))
        page = page.sliced(1);
    if (const qsizetype section = page.indexOf(u'#'); section >= 0)
        page = page.first(section);
    QString title = page.toString().replace(u'_', u' ').simplified();
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

/// Tags that begin a line of their own.
bool breaksLine(const QString &name)
{
    static const QSet<QString> breaking{u"br"_s,  u"/br"_s,  u"p"_s,  u"/p"_s, u"li"_s,         u"/li"_s,
                                        u"div"_s, u"/div"_s, u"hr"_s, u"tr"_s, u"ul"_s,         u"/ul"_s,
                                        u"ol"_s,  u"/ol"_s,  u"dd"_s, u"dt"_s, u"blockquote"_s, u"/blockquote"_s};
    return breaking.contains(name);
}

}

namespace wikitext {

void Show::put(QStringView text)
{
    if (m_tables == 0)
        m_flow.put(text, m_bold);
}

void Show::newLine(int bullets)
{
    if (m_tables == 0)
        m_flow.newLine(bullets);
    m_lineStart = true;
}

void Show::nodes(const Nodes &nodes)
{
    for (const Node &each : nodes)
        node(each);
}

void Show::nodes(const Nodes &nodes, QStringView clip)
{
    for (const Node &each : nodes) {
        const QChar *begin = std::max(each.text.begin(), clip.begin());
        const QChar *end = std::min(each.text.end(), clip.end());
        if (begin >= end)
            continue;
        node(each.kind == Node::Kind::Text ? Node{.kind = each.kind, .text = QStringView(begin, end)} : each);
    }
}

void Show::argument(const Argument *argument)
{
    if (argument)
        nodes(argument->part->nodes, argument->value);
}

QString Show::text(const Argument *argument) const
{
    Show alone(m_form);
    alone.argument(argument);
    QStringList lines;
    for (const Line &line : alone.lines())
        lines.append(line.text);
    return tidy(lines.join(u' '));
}

void Show::node(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Text:
        return source(node.text);
    case Node::Kind::Verbatim:
        return put(node.text);
    case Node::Kind::Tag:
        return tag(node.text);
    case Node::Kind::Link:
        link(node);
        break;
    case Node::Kind::ExternalLink:
        externalLink(node);
        break;
    case Node::Kind::Template:
        if (m_tables == 0)
            show(*this, callOf(node));
        break;
    }
    m_lineStart = false;
}

void Show::link(const Node &node)
{
    const QStringView target = node.parts.front().source.trimmed();
    if (isHiddenLink(target) || m_tables > 0)
        return;
    m_lineStart = false;
    const Part &label = node.parts.back();
    const qsizetype begin = m_flow.position();
    if (node.parts.size() > 1 && !label.source.trimmed().isEmpty())
        nodes(label.nodes);
    else if (node.parts.size() > 1)
        put(titleOf(target).section(u" ("_s, 0, 0));
    else
        source(target.startsWith(u':') ? target.sliced(1) : target);
    m_flow.link(begin, titleOf(target));
}

void Show::externalLink(const Node &node)
{
    const Part &part = node.parts.front();
    const qsizetype address = countWhile(part.source, [](QChar c) { return !c.isSpace(); });
    nodes(part.nodes, part.source.sliced(address));
}

void Show::tag(QStringView tag)
{
    if (breaksLine(tagName(tag)))
        newLine();
}

}
