#include "wiki/wikitextbrackets.h"
#include "wiki/wikitexttag.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals;
using wikitext::Node;
using wikitext::Nodes;

namespace {

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
        , m_brackets(text)
    {
    }

    Nodes parse()
    {
        while (m_at < m_text.size())
            step(m_text[m_at].unicode());
        flush();
        return m_brackets.finish();
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
    void skip(qsizetype size) { m_at += size; }
    void pass(qsizetype size) { m_kept = m_at += size; }

    /// What was skipped since the last piece becomes a text.
    void flush()
    {
        if (m_kept < m_at)
            m_brackets.add({.kind = Node::Kind::Text, .text = m_text.sliced(m_kept, m_at - m_kept)});
        m_kept = m_at;
    }

    void open(Node::Kind kind, qsizetype size)
    {
        if (m_brackets.isFull())
            return skip(size);
        flush();
        m_brackets.open(kind, m_at, size);
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
        if (!m_brackets.hasTemplate())
            return skip(2);
        flush();
        m_brackets.giveUpToTemplate();
        close(2);
    }

    void closeLink()
    {
        if (m_brackets.top() == Node::Kind::ExternalLink)
            return flush(), close(1);
        if (m_brackets.top() == Node::Kind::Link && next() == u']')
            return flush(), close(2);
        skip(1);
    }

    void close(qsizetype size)
    {
        m_brackets.close(m_at, size);
        pass(size);
    }

    /// Bars divide templates and links, but not what is within an address alone.
    void bar()
    {
        if (!m_brackets.divides())
            return skip(1);
        flush();
        m_brackets.giveUpAddresses();
        m_brackets.finishPart(m_at);
        pass(1);
    }

    void newLine()
    {
        if (m_brackets.top() == Node::Kind::ExternalLink) {
            flush();
            m_brackets.giveUpAddresses();
        }
        skip(1);
    }

    void tag()
    {
        const auto found = m_tags.at(m_at);
        if (found.size == 0)
            return skip(1);
        flush();
        if (!found.shown.isEmpty())
            m_brackets.add({.kind = found.kind, .text = found.shown});
        pass(found.size);
    }

    QStringView m_text;
    wikitext::Tags m_tags;
    wikitext::Brackets m_brackets;
    qsizetype m_at = 0;
    qsizetype m_kept = 0; ///< up to here everything is in a node
};

}

Nodes wikitext::parse(QStringView text)
{
    return Parser(text).parse();
}
