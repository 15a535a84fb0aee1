#include "wiki/wikitextentity.h"
#include "wiki/wikitextshow.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestWord = 40; ///< of the magic ones

bool isListMark(QChar c)
{
    return c == u'*' || c == u'#' || c == u':' || c == u';';
}

qsizetype countWhile(QStringView text, auto &&holds)
{
    return std::ranges::find_if_not(text, holds) - text.begin();
}

}

namespace wikitext {

void Show::source(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = text.sliced(at);
        qsizetype read = m_lineStart ? lineStart(rest) : 0;
        if (read == 0)
            read = special(rest);
        if (read == 0) {
            read = 1 + countWhile(rest.sliced(1), [](QChar c) { return c.isLetterOrNumber(); });
            put(rest.first(read));
            m_lineStart &= rest.front().isSpace();
        }
        at += read;
    }
}

/// Marks of lists and tables, which count at the beginning of a line only.
qsizetype Show::lineStart(QStringView rest)
{
    if (rest.startsWith("{|"_L1) || (m_tables > 0 && rest.startsWith("|}"_L1))) {
        m_tables += rest.front() == u'{' ? 1 : -1;
        return 2;
    }
    const qsizetype marks = countWhile(rest, isListMark);
    if (marks > 0) {
        const auto bullets = rest.first(marks).count(u'*') + rest.first(marks).count(u'#');
        newLine(int(std::min<qsizetype>(marks, 9) * (bullets > 0)));
        m_lineStart = false;
    }
    return marks;
}

/// What is not shown as it is written.
qsizetype Show::special(QStringView rest)
{
    switch (rest.front().unicode()) {
    case u'\n':
        return lineEnd(rest);
    case u'\'':
        return quotes(rest);
    case u'&': {
        const Entity entity = entityAt(rest);
        put(entity.text);
        return entity.size;
    }
    case u'_': {
        const QStringView word = rest.first(std::min(LongestWord, rest.size()));
        const qsizetype letters
            = word.startsWith("__"_L1) ? countWhile(word.sliced(2), [](QChar c) { return c >= u'A' && c <= u'Z'; }) : 0;
        return letters > 0 && word.sliced(2 + letters).startsWith("__"_L1) ? letters + 4 : 0;
    }
    default:
        return 0;
    }
}

/// Two quotes are italic, three bold, five both: https://www.mediawiki.org/wiki/Help:Formatting
qsizetype Show::quotes(QStringView rest)
{
    const qsizetype count = countWhile(rest, [](QChar c) { return c == u'\''; });
    if (count < 2)
        return 0;
    if (count == 4 || count > 5)
        put(u"'");
    m_bold ^= count > 2;
    return count;
}

qsizetype Show::lineEnd(QStringView rest)
{
    const qsizetype spaces = countWhile(rest, [](QChar c) { return c.isSpace(); });
    const bool paragraph = rest.first(spaces).count(u'\n') > 1;
    if (m_tables == 0)
        paragraph ? m_flow.newParagraph() : m_flow.softBreak();
    m_lineStart = true;
    m_bold = false;
    return spaces;
}

}
