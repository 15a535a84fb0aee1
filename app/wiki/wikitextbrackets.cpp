#include "wiki/wikitextbrackets.h"

#include <algorithm>
#include <span>
#include <utility>

namespace wikitext {

Brackets::Brackets(QStringView text)
    : m_text(text)
{
    m_open.emplace_back();
}

void Brackets::open(Node::Kind kind, qsizetype at, qsizetype size)
{
    m_open.push_back({.kind = kind, .begin = at, .partBegin = at + size});
    count(kind, 1);
}

void Brackets::close(qsizetype at, qsizetype size)
{
    finishPart(at);
    Open done = std::move(m_open.back());
    m_open.pop_back();
    count(done.kind, -1);
    add({.kind = done.kind, .text = m_text.sliced(done.begin, at + size - done.begin), .parts = std::move(done.parts)});
}

void Brackets::finishPart(qsizetype at)
{
    Open &open = m_open.back();
    open.parts.push_back(
        {.source = m_text.sliced(open.partBegin, at - open.partBegin), .nodes = std::exchange(open.nodes, {})});
    open.partBegin = at + 1;
}

void Brackets::giveUpToTemplate()
{
    giveUp(
        size_t(m_open.rend() - std::ranges::find(m_open.rbegin(), m_open.rend(), Node::Kind::Template, &Open::kind)));
}

void Brackets::giveUpAddresses()
{
    const auto isOther = [](const Open &open) { return open.kind != Node::Kind::ExternalLink; };
    giveUp(size_t(m_open.rend() - std::ranges::find_if(m_open.rbegin(), m_open.rend(), isOther)));
}

Nodes Brackets::finish()
{
    giveUp(1);
    return std::move(m_open.back().nodes);
}

void Brackets::count(Node::Kind kind, int by)
{
    m_templates += kind == Node::Kind::Template ? by : 0;
    m_links += kind == Node::Kind::Link ? by : 0;
}

/// The brackets from this one on were none: what they hold belongs to what is around them. All at once, so that no node
/// is moved more than once.
void Brackets::giveUp(size_t first)
{
    for (Open &lost : std::span(m_open).subspan(first)) {
        count(lost.kind, -1);
        moveOut(lost, m_open[first - 1].nodes);
    }
    m_open.erase(m_open.begin() + ptrdiff_t(first), m_open.end());
}

void Brackets::moveOut(Open &lost, Nodes &nodes) const
{
    qsizetype from = lost.begin;
    const auto move = [&](qsizetype until, Nodes &held) {
        nodes.push_back({.kind = Node::Kind::Text, .text = m_text.sliced(from, until - from)});
        std::ranges::move(held, std::back_inserter(nodes));
    };
    for (Part &part : lost.parts) {
        const qsizetype begin = part.source.begin() - m_text.begin();
        move(begin, part.nodes);
        from = begin + part.source.size();
    }
    move(lost.partBegin, lost.nodes);
}

}
