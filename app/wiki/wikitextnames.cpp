#include "wiki/wikitextnames.h"

#include "wiki/wikitextshow.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;
using wikitext::Line;

namespace {

/// A stretch of a line between two separators.
struct Piece
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

const Line::Link *linkIn(const Line &line, const Piece &piece)
{
    const auto inside = [&](const Line::Link &link) { return link.begin >= piece.begin && link.end <= piece.end; };
    const auto found = std::ranges::find_if(line.links, inside);
    return found == line.links.end() ? nullptr : &*found;
}

/// Whether a place stands within a link or within brackets, where nothing separates names.
class Guarded
{
public:
    explicit Guarded(const Line &line)
        : m_guarded(line.text.size(), false)
    {
        for (const Line::Link &link : line.links)
            std::fill(m_guarded.begin() + link.begin, m_guarded.begin() + link.end, true);
        int depth = 0;
        for (qsizetype i = 0; i < line.text.size(); ++i) {
            depth += line.text[i] == u'(' ? 1 : 0;
            m_guarded[i] = m_guarded[i] || depth > 0;
            depth -= line.text[i] == u')' && depth > 0 ? 1 : 0;
        }
        if (depth > 0) // never closed: it guards nothing
            std::ranges::fill(m_guarded, false);
    }

    bool at(qsizetype position) const { return m_guarded[size_t(position)]; }

private:
    std::vector<bool> m_guarded;
};

/// "Jr.", "Inc." and their like belong to the name before the comma.
bool isSuffix(QStringView behindComma)
{
    static const QRegularExpression suffix(
        u"^\\s*(jr|sr|inc|incorporated|ltd|limited|llc|l\\.l\\.c|l\\.?p|llp|co|corp|plc|pty|gmbh|s\\.?a|s\\.?r\\.?l|"
        u"s\\.?p\\.?a|b\\.?v|a\\.?g|kg|k\\.?k|ii|iii|iv|ph\\.?d|m\\.?d|esq|a\\.?s\\.?c|a\\.?c\\.?e|u\\.?s\\.?n)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return suffix.matchView(behindComma.first(std::min<qsizetype>(20, behindComma.size()))).hasMatch();
}

bool isOneLink(const Line &line, Piece piece)
{
    const Line::Link *link = linkIn(line, piece);
    return link && QStringView(line.text).sliced(piece.begin, link->begin - piece.begin).trimmed().isEmpty()
        && QStringView(line.text).sliced(link->end, piece.end - link->end).trimmed().isEmpty();
}

bool isTwoWords(const Line &line, Piece piece)
{
    return QStringView(line.text).sliced(piece.begin, piece.end - piece.begin).trimmed().contains(u' ');
}

/// Splits at commas, semicolons, bullets, slashes between spaces, and newlines of the source.
QList<Piece> apart(const Line &line)
{
    static const QRegularExpression separator(u"\\n|[,;](?=\\s|$)|\\s[/•·|]\\s"_s);
    const Guarded guarded(line);
    QList<Piece> pieces;
    qsizetype begin = 0;
    for (const auto &match : separator.globalMatch(line.text)) {
        const bool suffix
            = line.text[match.capturedStart()] == u',' && isSuffix(QStringView(line.text).sliced(match.capturedEnd()));
        if (guarded.at(match.capturedStart()) || suffix)
            continue;
        pieces.append({begin, match.capturedStart()});
        begin = match.capturedEnd();
    }
    pieces.append({begin, line.text.size()});
    return pieces;
}

/// Splits at "and" and "&" where a link stands on one side, or two words on both: "Joel and Ethan Coen" stays.
QList<Piece> conjoined(const Line &line, Piece piece, const Guarded &guarded)
{
    static const QRegularExpression conjunction(u"(?:^|\\s)(and|&)\\s"_s);
    QList<Piece> pieces;
    for (const auto &match : conjunction.globalMatch(line.text.first(piece.end), piece.begin)) {
        const Piece before{piece.begin, match.capturedStart()};
        const Piece behind{match.capturedEnd(), piece.end};
        const bool linked = isOneLink(line, before) || isOneLink(line, behind);
        const bool words = match.captured(1) == "and"_L1 && isTwoWords(line, before) && isTwoWords(line, behind);
        const bool isSplit = linked || words || before.begin == before.end;
        if (guarded.at(match.capturedStart(1)) || !isSplit)
            continue;
        pieces.append(before);
        piece.begin = match.capturedEnd();
    }
    pieces.append(piece);
    return pieces;
}

/// Links that follow each other with nothing between them are names of their own.
QList<Piece> linksOnly(const Line &line, Piece piece)
{
    QList<Piece> pieces;
    qsizetype at = piece.begin;
    for (const Line::Link &link : line.links) {
        if (link.begin < piece.begin || link.end > piece.end)
            continue;
        if (!QStringView(line.text).sliced(at, std::max<qsizetype>(0, link.begin - at)).trimmed().isEmpty())
            return {piece};
        pieces.append({link.begin, link.end});
        at = link.end;
    }
    const bool rest = !QStringView(line.text).sliced(at, piece.end - at).trimmed().isEmpty();
    return rest || pieces.isEmpty() ? QList{piece} : pieces;
}

void append(QList<InfoboxLine> &names, const Line &line, Piece piece)
{
    const QString text = wikitext::tidy(line.text.sliced(piece.begin, piece.end - piece.begin));
    const Line::Link *link = linkIn(line, piece);
    if (!text.isEmpty())
        names.append({.text = text, .link = link ? link->title : QString()});
}

bool isHeading(const Line &line)
{
    return (line.heading && line.links.isEmpty()) || line.text.endsWith(u':');
}

}

QList<InfoboxLine> wikitext::names(QStringView value)
{
    Show show(Form::Lines);
    show.nodes(parse(value));
    QList<InfoboxLine> names;
    for (const Line &line : show.lines()) {
        if (isHeading(line))
            continue;
        const Guarded guarded(line);
        for (const Piece &outer : apart(line)) {
            for (const Piece &inner : conjoined(line, outer, guarded)) {
                for (const Piece &piece : linksOnly(line, inner))
                    append(names, line, piece);
            }
        }
    }
    return names;
}
