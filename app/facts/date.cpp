#include "facts/dates.h"
#include "facts/values.h"

#include <QLocale>

using namespace Qt::Literals;

namespace {

const QRegularExpression &pattern()
{
    static const QRegularExpression dates = [] {
        const QString month = u"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
                              "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"_s;
        const QString day = u"(\\d{1,2})(?:st|nd|rd|th)?"_s;
        const QString year = u"(18[7-9]\\d|19\\d\\d|20\\d\\d)(?![\\d–])"_s;
        return QRegularExpression(u"\\b(?:"_s + year + u"-(\\d\\d)(?:-(\\d\\d))?(?!\\d)|"_s + month + u"\\s{1,3}"_s
                                      + day + u",?\\s{1,3}"_s + year + u"|"_s + day + u"\\s{1,3}"_s + month
                                      + u",?\\s{1,3}"_s + year + u"|"_s + month + u",?\\s{1,3}"_s + year
                                      + u"|(?<![–—-])"_s + year + u")"_s,
                                  QRegularExpression::CaseInsensitiveOption);
    }();
    return dates;
}

int monthOf(const QString &name)
{
    for (int month = 1; month <= 12; ++month) {
        if (QLocale::c().monthName(month).startsWith(name.first(3), Qt::CaseInsensitive))
            return month;
    }
    return 0;
}

/// Which captures of the pattern hold year, month and day of each way to write a date.
PartialDate dateOf(const QRegularExpressionMatch &match)
{
    const auto number = [&](int capture) { return match.captured(capture).toInt(); };
    if (match.hasCaptured(1))
        return {.year = number(1), .month = number(2), .day = number(3)};
    if (match.hasCaptured(4))
        return {.year = number(6), .month = monthOf(match.captured(4)), .day = number(5)};
    if (match.hasCaptured(7))
        return {.year = number(9), .month = monthOf(match.captured(8)), .day = number(7)};
    if (match.hasCaptured(10))
        return {.year = number(11), .month = monthOf(match.captured(10))};
    return {.year = number(12)};
}

bool exists(const PartialDate &date)
{
    return date.month <= 12 && (!date.day || QDate::isValid(date.year, date.month, date.day));
}

}

QList<dates::Dated> dates::all(const QString &text)
{
    QList<Dated> found;
    for (const auto &match : pattern().globalMatch(text)) {
        if (const PartialDate date = dateOf(match); exists(date))
            found.append({.date = date, .begin = match.capturedStart(), .end = match.capturedEnd()});
    }
    return found;
}

std::optional<PartialDate> values::date(QStringView text)
{
    const QList<dates::Dated> all = dates::all(withoutMarks(text));
    return all.isEmpty() ? std::nullopt : std::optional(all.first().date);
}
