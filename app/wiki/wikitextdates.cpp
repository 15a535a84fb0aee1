#include "wiki/wikitexttemplates.h"

#include <QLocale>
#include <QSet>

using namespace Qt::Literals;
using wikitext::Call;
using wikitext::Form;
using wikitext::Show;

namespace {

constexpr int MostDates = 50;

/// A month by its number or its English name; 0 if it is none.
int monthOf(const QString &text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok)
        return number >= 1 && number <= 12 ? number : 0;
    for (int month = 1; text.size() >= 3 && month <= 12; ++month) {
        if (QLocale::c().monthName(month).startsWith(text, Qt::CaseInsensitive))
            return month;
    }
    return 0;
}

/// "2013-09-02", "2013-09" or "2013": as far as it is known.
QString iso(int year, int month, int day)
{
    QString text = QString::number(year);
    if (month)
        text += u'-' + QString::number(month).rightJustified(2, u'0');
    if (month && day)
        text += u'-' + QString::number(day).rightJustified(2, u'0');
    return text;
}

QString written(int year, int month, int day)
{
    QString text = month ? QString(QLocale::c().monthName(month) + u' ') : QString();
    if (month && day)
        text += QString::number(day) + u", "_s;
    return text + QString::number(year);
}

/// The date whose year is the argument of this number, as the form wants it; its text where that is no year.
QString dateText(const Show &show, const Call &call, int from)
{
    const auto at = [&](int offset) { return show.text(call.find(QString::number(from + offset))); };
    QString first = at(0);
    bool ok = false;
    const int year = first.toInt(&ok);
    if (!ok || year < 1)
        return first;
    const int month = monthOf(at(1));
    const int day = std::clamp(at(2).toInt(), 0, 31);
    return show.form() == Form::Lines ? iso(year, month, day) : written(year, month, day);
}

/// https://en.wikipedia.org/wiki/Template:Film_date: year, month, day and place, again and again.
void filmDate(Show &show, const Call &call)
{
    for (int from = 1; from < MostDates * 4; from += 4) {
        const QString date = dateText(show, call, from);
        if (date.isEmpty())
            break;
        show.newLine(1);
        show.put(date);
        if (call.raw(QString::number(from + 3)).isEmpty())
            continue;
        show.put(u" (");
        show.argument(call.find(QString::number(from + 3)));
        show.put(u")");
    }
    show.newLine();
}

void startDate(Show &show, const Call &call)
{
    show.put(dateText(show, call, 1));
}

QString counted(const QString &number, QLatin1StringView unit)
{
    if (number.toDouble() <= 0)
        return {};
    return number + u' ' + unit + (number == u'1' ? " "_L1 : "s "_L1);
}

/// {{Duration|h=1|m=32|s=10}} or {{Duration|1:32:10}}.
void duration(Show &show, const Call &call)
{
    const QStringList parts = call.raw(u"1").split(u':');
    if (parts.size() > 1)
        return show.put(call.raw(u"1"));
    const auto number = [&](QStringView name, QStringView position) {
        const QString named = call.raw(name);
        return named.isEmpty() ? call.raw(position) : named;
    };
    const QString text = counted(number(u"h", u"1"), "hour"_L1) + counted(number(u"m", u"2"), "minute"_L1)
        + counted(number(u"s", u"3"), "second"_L1);
    show.put(text.trimmed());
}

}

bool wikitext::showDate(Show &show, const Call &call)
{
    static const QSet<QString> starts{u"start date"_s,   u"start date and age"_s, u"start-date"_s,
                                      u"release date"_s, u"released date"_s,      u"end date"_s,
                                      u"dts"_s,          u"start and end date"_s};
    if (call.key == "film date"_L1 || call.key == "film release date"_L1)
        filmDate(show, call);
    else if (starts.contains(call.key))
        startDate(show, call);
    else if (call.key == "duration"_L1 || call.key == "hms"_L1)
        duration(show, call);
    else
        return false;
    return true;
}
