#include "wiki/wikitexttag.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestTag = 2000;

/// Extensions of which a reader of the text sees nothing.
constexpr std::array Hidden{
    "ref"_L1,          "references"_L1, "gallery"_L1,   "timeline"_L1, "score"_L1,           "math"_L1,
    "imagemap"_L1,     "graph"_L1,      "mapframe"_L1,  "hiero"_L1,    "includeonly"_L1,     "templatestyles"_L1,
    "categorytree"_L1, "inputbox"_L1,   "indicator"_L1, "source"_L1,   "syntaxhighlight"_L1,
};

/// Behind the ">" of the tag that begins here; 0 if there is none.
qsizetype endOfTag(QStringView text, qsizetype begin)
{
    const QStringView tag = text.sliced(begin + 1, std::min(LongestTag, text.size() - begin - 1));
    const auto end = std::ranges::find_if(tag, [](QChar c) { return c == u'>' || c == u'<'; });
    return end == tag.end() || *end == u'<' ? 0 : begin + 2 + (end - tag.begin());
}

}

QString wikitext::tagName(QStringView tag)
{
    const QStringView inner = tag.sliced(1);
    const auto end = std::find_if(inner.begin() + (inner.startsWith(u'/') ? 1 : 0), inner.end(),
                                  [](QChar c) { return !c.isLetterOrNumber(); });
    return inner.first(end - inner.begin()).toString().toLower();
}

wikitext::Tags::Found wikitext::Tags::at(qsizetype begin)
{
    if (m_text.sliced(begin).startsWith("<!--"_L1))
        return comment(begin);
    const qsizetype end = endOfTag(m_text, begin);
    if (end == 0)
        return {};
    const QStringView tag = m_text.sliced(begin, end - begin);
    const QString name = tagName(tag);
    if (name.isEmpty() || !(name.back().isLetterOrNumber()))
        return {};
    if (name == "nowiki"_L1)
        return extension(begin, end, "nowiki"_L1, true);
    const auto hidden = std::ranges::find(Hidden, name);
    return hidden == Hidden.end() ? Found{.size = end - begin, .shown = tag} : extension(begin, end, *hidden, false);
}

wikitext::Tags::Found wikitext::Tags::comment(qsizetype begin) const
{
    const qsizetype close = m_text.indexOf("-->"_L1, begin + 4);
    if (close < 0)
        return {.size = m_text.size() - begin};
    qsizetype end = close + 3;
    const bool ownLine = begin == 0 || m_text[begin - 1] == u'\n';
    if (ownLine && end < m_text.size() && m_text[end] == u'\n')
        ++end; // a line of nothing but a comment is no line
    return {.size = end - begin};
}

wikitext::Tags::Found wikitext::Tags::extension(qsizetype begin, qsizetype end, QLatin1StringView name, bool verbatim)
{
    const bool selfClosed = m_text.sliced(begin, end - begin - 1).trimmed().endsWith(u'/');
    if (selfClosed || m_neverClosed.contains(name))
        return {.size = end - begin};
    const qsizetype close = m_text.indexOf(QString("</"_L1 + name), end, Qt::CaseInsensitive);
    const qsizetype behind = close < 0 ? -1 : m_text.indexOf(u'>', close);
    if (behind < 0) {
        m_neverClosed.insert(name);
        return {.size = end - begin};
    }
    const QStringView held = verbatim ? m_text.sliced(end, close - end) : QStringView();
    return {.size = behind + 1 - begin, .kind = Node::Kind::Verbatim, .shown = held};
}
