#include "wiki/wikitextsections.h"

#include "wiki/wikitext.h"
#include "wiki/wikitextshow.h"
#include "wiki/wikitexttables.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals;

namespace {

constexpr qsizetype MostCast = 200;
constexpr qsizetype ShortestParagraph = 20;
constexpr qsizetype LongestHeading = 300;

struct Heading
{
    qsizetype begin = 0; ///< of its line
    qsizetype end = 0; ///< behind its line
    qsizetype level = 0; ///< 2 for "== Plot =="; 0 if there is none
    QStringView title;
};

/// The next line that is a heading, from the beginning of a line on.
Heading nextHeading(QStringView text, qsizetype from)
{
    while (from < text.size()) {
        const qsizetype newLine = text.indexOf(u'\n', from);
        const qsizetype end = newLine < 0 ? text.size() : newLine;
        const QStringView line = text.sliced(from, end - from).trimmed();
        if (line.size() > 4 && line.size() < LongestHeading && line.startsWith("=="_L1) && line.endsWith("=="_L1)) {
            const auto isMark = [](QChar c) { return c == u'='; };
            const qsizetype level = std::ranges::find_if_not(line, isMark) - line.begin();
            if (line.size() > 2 * level)
                return {from, end, level, line.sliced(level, line.size() - 2 * level).trimmed()};
        }
        from = end + 1;
    }
    return {.begin = text.size(), .end = text.size()};
}

QStringView bodyOf(QStringView text, const Heading &heading)
{
    Heading next = nextHeading(text, heading.end + 1);
    while (next.level > heading.level)
        next = nextHeading(text, next.end + 1);
    return text.sliced(heading.end, next.begin - heading.end);
}

}

QStringView wikitext::lead(QStringView text)
{
    return text.first(nextHeading(text, 0).begin);
}

QStringView wikitext::section(QStringView text, std::initializer_list<QLatin1StringView> headings)
{
    auto best = headings.end();
    QStringView body;
    for (Heading at = nextHeading(text, 0); at.level > 0; at = nextHeading(text, at.end + 1)) {
        const auto same = [&](QLatin1StringView name) { return at.title.compare(name, Qt::CaseInsensitive) == 0; };
        const auto found = std::find_if(headings.begin(), best, same);
        if (found == best)
            continue;
        best = found;
        body = bodyOf(text, at);
    }
    return body;
}

QString wikitext::firstParagraph(QStringView lead)
{
    Show show(Form::Prose);
    show.nodes(parse(lead));
    QString paragraph;
    for (const Line &line : show.lines()) {
        if (line.paragraph && paragraph.size() >= ShortestParagraph)
            break;
        if (line.paragraph)
            paragraph.clear();
        paragraph += (paragraph.isEmpty() ? QString() : u" "_s) + tidy(line.text);
    }
    return paragraph;
}

QString wikitext::paragraphs(QStringView section)
{
    QString text;
    qsizetype from = 0;
    for (Heading at = nextHeading(section, 0); at.level > 0; at = nextHeading(section, at.end + 1)) {
        text += section.sliced(from, at.begin - from) + u"\n\n"_s;
        from = at.end;
    }
    return plain(QString(text + section.sliced(from)));
}

QList<InfoboxLine> wikitext::cast(QStringView section)
{
    Show show(Form::Lines);
    show.nodes(parse(section));
    QList<InfoboxLine> cast;
    for (const Line &line : show.lines()) {
        const bool entry = line.bullets == 1 || (line.bullets > 1 && line.text.contains(" as "_L1));
        if (entry)
            cast.append({.text = tidy(line.text), .link = line.links.isEmpty() ? QString() : line.links.first().title});
    }
    cast += castTables(section);
    return cast.first(std::min(MostCast, cast.size()));
}
