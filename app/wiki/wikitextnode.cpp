#include "wiki/wikitextnode.h"

#include "wiki/wikitexttag.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

using namespace Qt::Literals;
using wikitext::Node;
using wikitext::Nodes;

namespace {

/// A template or link that is not closed yet; the undermost one is the whole text.
struct Open
{
    Node::Kind kind = Node::Kind::Text;
    qsizetype begin = 0; ///< of its brackets
    qsizetype partBegin = 0;
    std::vector<wikitext::Part> parts;
    Nodes nodes; ///< of the part that is being read
};

bool opensAddress(QStringView text)
{
    constexpr std::array schemes{"http://"_L1, "https://"_L1, "//"_L1, "ftp://"_L1, "mailto:"_L1};
    return std::ranges::any_of(schemes, [&](QLatin1StringView scheme) { return text.startsWith(scheme); });
}

class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
        , m_tags(text)
    {
        m_open.emplace_back();
    }

    Nodes parse()
    {
        while (m_at < m_text.size())
            step(m_text[m_at].unicode());
        flush();
        giveUp(1);
        return std::move(m_open.back().nodes);
    }

private:
    void step(char16_t c)
    {
        switch (c) {
        case u'{':
            return next() == u'{' ? open(Node::Kind::Template, 2) : skip(1);
        case u'[':
            return openLink();
        case u'}':
            return next() == u'}' ? closeTemplate() : skip(1);
        case u']':
            return closeLink();
        case u'|':
            return bar();
        case u'<':
            return tag();
        case u'\n':
            return newLine();
        default:
            return skip(1);
        }
    }

    QChar next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }
    Node::Kind top() const { return m_open.back().kind; }
    void skip(qsizetype size) { m_at += size; }

    /// What was skipped since the last piece becomes a text.
    void flush()
    {
        if (m_kept < m_at)
            m_open.back().nodes.push_back({.kind = Node::Kind::Text, .text = m_text.sliced(m_kept, m_at - m_kept)});
        m_kept = m_at;
    }
    void pass(qsizetype size) { m_kept = m_at += size; }

    void open(Node::Kind kind, qsizetype size)
    {
        if (m_open.size() > wikitext::MaxDepth)
            return skip(size);
        flush();
        m_open.push_back({.kind = kind, .begin = m_at, .partBegin = m_at + size});
        count(kind, 1);
        pass(size);
    }

    void openLink()
    {
        if (next() == u'[')
            return open(Node::Kind::Link, 2);
        if (opensAddress(m_text.sliced(m_at + 1, std::min<qsizetype>(8, m_text.size() - m_at - 1))))
            return open(Node::Kind::ExternalLink, 1);
        skip(1);
    }

    void closeTemplate()
    {
        if (m_templates == 0)
            return skip(2);
        flush();
        const auto open = std::ranges::find(m_open.rbegin(), m_open.rend(), Node::Kind::Template, &Open::kind);
        giveUp(size_t(m_open.rend() - open));
        close(2);
    }

    void closeLink()
    {
        if (top() == Node::Kind::ExternalLink)
            return flush(), close(1);
        if (top() == Node::Kind::Link && next() == u']')
            return flush(), close(2);
        skip(1);
    }

    void close(qsizetype size)
    {
        finishPart();
        Open done = std::move(m_open.back());
        m_open.pop_back();
        count(done.kind, -1);
        m_open.back().nodes.push_back({.kind = done.kind,
                                       .text = m_text.sliced(done.begin, m_at + size - done.begin),
                                       .parts = std::move(done.parts)});
        pass(size);
    }

    void finishPart()
    {
        Open &open = m_open.back();
        open.parts.push_back(
            {.source = m_text.sliced(open.partBegin, m_at - open.partBegin), .nodes = std::exchange(open.nodes, {})});
        open.partBegin = m_at + 1;
    }

    /// The brackets from this one on were none: what they hold belongs to what is around them.
    void giveUp(size_t first)
    {
        Nodes &nodes = m_open[first - 1].nodes;
        for (Open &lost : std::span(m_open).subspan(first)) {
            count(lost.kind, -1);
            qsizetype from = lost.begin;
            const auto add = [&](qsizetype until, Nodes &held) {
                nodes.push_back({.kind = Node::Kind::Text, .text = m_text.sliced(from, until - from)});
                std::ranges::move(held, std::back_inserter(nodes));
            };
            for (wikitext::Part &part : lost.parts) {
                const qsizetype begin = part.source.begin() - m_text.begin();
                add(begin, part.nodes);
                from = begin + part.source.size();
            }
            add(lost.partBegin, lost.nodes);
        }
        m_open.erase(m_open.begin() + ptrdiff_t(first), m_open.end());
    }

    /// Bars divide templates and links, but not what is within an address alone.
    void bar()
    {
        if (m_templates + m_links == 0)
            return skip(1);
        flush();
        giveUpAddresses();
        finishPart();
        pass(1);
    }

    void newLine()
    {
        if (top() == Node::Kind::ExternalLink) {
            flush();
            giveUpAddresses();
        }
        skip(1);
    }

    void giveUpAddresses()
    {
        const auto isOther = [](const Open &open) { return open.kind != Node::Kind::ExternalLink; };
        giveUp(size_t(m_open.rend() - std::find_if(m_open.rbegin(), m_open.rend(), isOther)));
    }

    void count(Node::Kind kind, int by)
    {
        m_templates += kind == Node::Kind::Template ? by : 0;
        m_links += kind == Node::Kind::Link ? by : 0;
    }

    void tag()
    {
        const auto found = m_tags.at(m_at);
        if (found.size == 0)
            return skip(1);
        flush();
        if (!found.shown.isEmpty())
            m_open.back().nodes.push_back({.kind = found.kind, .text = found.shown});
        pass(found.size);
    }

    QStringView m_text;
    wikitext::Tags m_tags;
    std::vector<Open> m_open;
    qsizetype m_at = 0;
    qsizetype m_kept = 0; ///< up to here everything is in a node
    int m_templates = 0; ///< open ones
    int m_links = 0;
};

}

Nodes wikitext::parse(QStringView text)
{
    return Parser(text).parse();
}
