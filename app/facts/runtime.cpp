#include "facts/values.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;

namespace {

constexpr auto Anyhow = QRegularExpression::CaseInsensitiveOption;
constexpr int Longest = 60 * 24 * 10; ///< minutes

/// One length that a value names, with what is said before and behind it.
struct Length
{
    int minutes = 0;
    bool range = false;
    QString before;
    QString behind;
};

/// Hours and minutes, in all ways that are written: "1 hour 32 minutes", "1h48m", "102 min", "1:42:05", "25:03".
const QRegularExpression &pattern()
{
    static const QRegularExpression lengths(
        u"(?<![\\d.])(?:"
        "(?<h>\\d{1,2})\\s?(?:h|hrs?|hours?)\\b\\.?(?:,?\\s?(?:and\\s)?(?<hm>\\d{1,2})\\s?(?:m|mins?|minutes?)\\b)?|"
        "(?<h2>\\d{1,2})h(?<hm2>\\d{1,2})m?\\b|"
        "(?:(?<low>\\d{1,4})(?:\\s?(?:m|mins?|minutes?)\\b)?\\s?(?<to>[-–—−/"
        "]|to|or)\\s?)*(?<m>\\d{1,4})(?:[.:]\\d\\d?)?"
        "\\s?(?:m|mins?|minuti|mintues|minutes?)\\b|"
        "(?<ch>\\d):(?<cm>\\d\\d):\\d\\d|"
        "(?<mm>\\d\\d{1,2})\\s?:\\s?\\d\\d(?![:\\d]))"_s,
        Anyhow);
    return lengths;
}

Length lengthOf(const QRegularExpressionMatch &match)
{
    const auto number = [&](QStringView name) { return match.captured(name).toInt(); };
    const int hours = number(u"h") + number(u"h2") + number(u"ch");
    const int minutes = number(u"hm") + number(u"hm2") + number(u"cm") + number(u"m") + number(u"mm");
    return {.minutes = hours * 60 + minutes, .range = match.hasCaptured(u"low")};
}

QList<Length> lengthsIn(const QString &text)
{
    QList<Length> lengths;
    qsizetype from = 0;
    for (const auto &match : pattern().globalMatch(text)) {
        Length length = lengthOf(match);
        length.before = text.sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (!lengths.isEmpty())
            lengths.last().behind = length.before;
        lengths.append(length);
    }
    if (!lengths.isEmpty())
        lengths.last().behind = text.sliced(from);
    return lengths;
}

/// What names a length: the brackets behind it, or the words on its line; and the words before it.
QString labelOf(const Length &length)
{
    static const QRegularExpression brackets(u"^[\\s.,]*\\(([^)]*)"_s);
    static const QRegularExpression words(u"^[^\\n,;/(:]*(?=$|[\\n,;/(])"_s);
    static const QRegularExpression heading(u"([^\\n:;()]*):?\\s*$"_s);
    const auto bracketed = brackets.match(length.behind);
    const QString behind = bracketed.hasMatch() ? bracketed.captured(1) : words.match(length.behind).captured();
    return behind + u' ' + heading.match(length.before).captured(1);
}

/// Not what was first shown to everybody.
bool isOtherCut(const Length &length)
{
    static const QRegularExpression other(
        u"director|extended|unrated|uncut|first cut|workprint|premiere|preview|special edition|restored|restoration|"
        u"re-?release|re-?issue|reconstruct|redux|final cut|assembly|rough cut|roadshow|tv\\b|television|video|"
        u"\\bvhs\\b|\\bdvd\\b|blu-?ray|(?<!24 )\\bfps\\b|sound version|edited|abridged|alternate|remaster"_s,
        Anyhow);
    return other.match(labelOf(length)).hasMatch();
}

bool isFirstCut(const Length &length)
{
    static const QRegularExpression first(u"theatrical|original|general release|wide release"_s, Anyhow);
    return first.match(labelOf(length)).hasMatch();
}

std::optional<int> bareNumber(const QString &text)
{
    static const QRegularExpression number(u"^\\s*(\\d{1,3})\\s*$"_s);
    const auto match = number.match(text);
    return match.hasMatch() && match.captured(1).toInt() > 0 ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

}

std::optional<int> values::runtime(const QList<InfoboxLine> &lines)
{
    const QString text = withoutMarks(joined(lines));
    QList<Length> lengths = lengthsIn(text);
    if (lengths.isEmpty())
        return bareNumber(text);
    lengths.removeIf(isOtherCut);
    if (lengths.isEmpty())
        return std::nullopt;
    const auto first = std::ranges::find_if(lengths, isFirstCut);
    const Length &length = first == lengths.end() ? lengths.first() : *first;
    const bool known = !length.range && length.minutes > 0 && length.minutes <= Longest;
    return known ? std::optional(length.minutes) : std::nullopt;
}
