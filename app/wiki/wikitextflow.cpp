#include "wiki/wikitextflow.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;

void wikitext::Flow::put(QStringView text, bool bold)
{
    Line &last = m_lines.last();
    QString &line = last.text;
    bool afterSpace = line.isEmpty() || line.back().isSpace();
    for (const QChar c : text) {
        const bool space = c.isSpace();
        if (space && afterSpace)
            continue;
        line += space ? QChar(u' ') : c;
        last.heading &= space || bold;
        afterSpace = space;
    }
}

void wikitext::Flow::softBreak()
{
    QString &line = m_lines.last().text;
    if (!line.isEmpty() && line.back() == u' ')
        line.chop(1);
    if (!line.isEmpty() && line.back() != u'\n')
        line += u'\n';
}

void wikitext::Flow::newLine(int bullets)
{
    if (m_lines.last().isEmpty())
        m_lines.last().bullets = bullets;
    else
        m_lines.append(Line{.bullets = bullets});
}

void wikitext::Flow::newParagraph()
{
    newLine();
    m_lines.last().paragraph = true;
}

void wikitext::Flow::link(qsizetype begin, const QString &title)
{
    if (position() > begin)
        m_lines.last().links.append({.begin = begin, .end = position(), .title = title});
}

QList<wikitext::Line> wikitext::Flow::lines() const
{
    QList<Line> full;
    bool paragraph = false;
    for (Line line : m_lines) {
        paragraph |= line.paragraph;
        while (!line.isEmpty() && line.text.back().isSpace())
            line.text.chop(1);
        if (line.isEmpty())
            continue;
        line.paragraph = std::exchange(paragraph, false);
        full.append(line);
    }
    return full;
}

namespace {

/// Whether a space stands before a mark that wants none, perhaps: nearly no text has that.
bool hasSpaceBeforeMark(QStringView text)
{
    const auto isMark = [](QChar c) { return c == u',' || c == u';' || c == u':' || c == u'.'; };
    const auto apart = [&](QChar space, QChar mark) { return space.isSpace() && isMark(mark); };
    return std::ranges::adjacent_find(text, apart) != text.end();
}

}

QString wikitext::tidy(const QString &text)
{
    static const QRegularExpression opened(u"([(\\[])[\\s;,:]{1,20}"_s);
    static const QRegularExpression closed(u"[\\s;,]{1,20}([)\\]])"_s);
    static const QRegularExpression empty(u"\\s?(\\(\\)|\\[\\])"_s);
    static const QRegularExpression before(u"\\s([,;:.](?=\\s|$))"_s);
    QString tidied = text;
    if (tidied.contains(u'(') || tidied.contains(u'['))
        tidied.replace(opened, u"\\1"_s).replace(closed, u"\\1"_s).remove(empty);
    if (hasSpaceBeforeMark(tidied))
        tidied.replace(before, u"\\1"_s);
    return tidied.simplified();
}
