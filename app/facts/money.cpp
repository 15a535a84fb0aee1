#include "facts/currency.h"
#include "facts/values.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;

namespace {

constexpr auto Anyhow = QRegularExpression::CaseInsensitiveOption;

/// An amount with what is said about it behind it.
struct Figure
{
    Money money;
    QString before; ///< from the figure before it on
    QString note; ///< up to the next figure
};

const QRegularExpression &figurePattern()
{
    static const QRegularExpression pattern = [] {
        const QString sign = u"(?:(?:"_s + currency::prefixPattern() + u")\\s{0,2})"_s;
        const QString number
            = u"(?:\\d{1,3}(?:[,. ]\\d{3}){1,5}(?!\\d)(?:\\.\\d{1,2})?|\\d{1,15}(?:[.,]\\d{1,4})?|\\.\\d{1,3})"_s;
        const QString unit
            = u"(?:\\s{0,3}(thousand|k|mill?i?on|mln|mn|m|billion|bn|b|trillion|lakhs?|lacs?|crores?|cr)(?![a-z]))"_s;
        return QRegularExpression(u"(?<![\\w.,])(?:\\$(?=\\$))?(?<sign>"_s + sign + u")?(?<from>"_s + number + u")"_s
                                      + unit + u"?(?:\\s{0,2}(?:[-–—−]|to)\\s{0,2}"_s + sign + u"?(?<until>"_s + number
                                      + u")"_s + unit + u"?)?(?:\\s{0,2}(?<word>"_s + currency::suffixPattern()
                                      + u"))?"_s,
                                  Anyhow);
    }();
    return pattern;
}

double factorOf(const QString &unit)
{
    const QString word = unit.toLower();
    if (word.isEmpty())
        return 1;
    if (word.startsWith("la"_L1))
        return 1e5;
    if (word.startsWith(u'c'))
        return 1e7;
    if (word.startsWith(u'b'))
        return 1e9;
    if (word == u'k' || word == "thousand"_L1)
        return 1e3;
    return word == "trillion"_L1 ? 1e12 : 1e6;
}

/// "1,234,567", "335.000" and "413 733" are whole numbers; "3.650" is a fraction where a unit stands behind it.
double numberOf(QString text, bool unit)
{
    static const QRegularExpression grouped(u"^\\d{1,3}(?:[,. ]\\d{3})+(?=$|\\.\\d{1,2}$)"_s);
    const QString whole = grouped.match(text).captured();
    const bool fraction = unit && whole.count(u'.') == 1 && !whole.contains(u',') && !whole.contains(u' ');
    if (whole.isEmpty() || fraction)
        return text.replace(u',', u'.').toDouble();
    const QString digits = QString(whole).remove(u',').remove(u'.').remove(u' ');
    return QString(digits + text.sliced(whole.size())).toDouble();
}

/// Without a currency, only what is written like an amount is one: not a year, a count of reels or a mark.
bool looksLikeMoney(const QRegularExpressionMatch &match)
{
    static const QRegularExpression long_(u"\\d[,. ]\\d{3}|\\d{5}"_s);
    return match.hasCaptured(u"sign") || match.hasCaptured(u"word") || match.hasCaptured(3) || match.hasCaptured(5)
        || long_.match(match.captured(u"from")).hasMatch();
}

bool countsPeople(QStringView behind)
{
    static const QRegularExpression people(
        u"^\\s*(?:\\w+\\s+)?(?:admissions|tickets|viewers|spectators|people|entries|attendance)"_s, Anyhow);
    return people.matchView(behind).hasMatch();
}

bool isUpperBound(QStringView before)
{
    static const QRegularExpression bound(u"(?:less than|under|below|up to|at most|<)\\s*$"_s, Anyhow);
    return bound.matchView(before).hasMatch();
}

bool isEstimate(const Figure &figure)
{
    static const QRegularExpression words(
        u"\\best|approx|\\bcirca\\b|\\bc\\.|~|\\babout\\b|\\baround\\b|\\bover\\b|more than|at least"_s, Anyhow);
    static const QRegularExpression more(u"^\\s?\\+"_s);
    static const QRegularExpression conversion(u"\\((?:around|about|approx\\w*\\.?)\\s*$"_s,
                                               Anyhow); // of the next figure
    const QString note = QString(figure.note).remove(conversion);
    return words.match(figure.before).hasMatch() || figure.before.trimmed().endsWith(u'>')
        || words.match(note).hasMatch() || more.match(note).hasMatch();
}

Money moneyOf(const QRegularExpressionMatch &match)
{
    const QString firstUnit = match.captured(3);
    const QString lastUnit = match.captured(5);
    const bool range = match.hasCaptured(u"until");
    double from = numberOf(match.captured(u"from"), !firstUnit.isEmpty() || (range && !lastUnit.isEmpty()));
    double until = range ? numberOf(match.captured(u"until"), !lastUnit.isEmpty()) : 0;
    const bool shared = range && firstUnit.isEmpty() && from <= until; // "$92–145 million"
    from *= factorOf(shared ? lastUnit : firstUnit);
    until *= factorOf(lastUnit);
    if (!range || until < from)
        until = from;
    const QString sign = match.hasCaptured(u"sign") ? match.captured(u"sign") : match.captured(u"word");
    return {.amount = from, .upper = until, .currency = currency::code(sign)};
}

QList<Figure> figures(const QString &text)
{
    QList<Figure> found;
    qsizetype end = 0;
    for (const auto &match : figurePattern().globalMatch(text)) {
        const QStringView behind = QStringView(text).sliced(match.capturedEnd());
        if (!looksLikeMoney(match) || countsPeople(behind))
            continue;
        if (isUpperBound(QStringView(text).first(match.capturedStart()))) {
            if (found.isEmpty())
                return {}; // what comes after it is an alternative to a bound
            continue;
        }
        if (!found.isEmpty())
            found.last().note.chop(text.size() - match.capturedStart());
        found.append({.money = moneyOf(match),
                      .before = text.sliced(end, match.capturedStart() - end),
                      .note = behind.toString()});
        end = match.capturedEnd();
    }
    return found;
}

bool isWorldwide(const Figure &figure)
{
    static const QRegularExpression world(u"\\b(?:world-?wide|global|total)\\b(?!\\s+rental)"_s, Anyhow);
    return world.match(figure.note).hasMatch();
}

}

std::optional<Money> values::money(QStringView text)
{
    const QString cleaned = withoutMarks(text);
    const QList<Figure> all = figures(cleaned);
    if (all.isEmpty())
        return std::nullopt;
    const auto worldwide = std::ranges::find_if(all, isWorldwide);
    const Figure &figure = worldwide == all.end() ? all.first() : *worldwide;
    Money money = figure.money;
    money.estimate = isEstimate(figure);
    return money;
}
