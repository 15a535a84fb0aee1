#include "gallery/csvvalues.h"

#include <QRegularExpression>

using namespace Qt::Literals;

std::optional<int> csvvalues::yearOf(const QString &text)
{
    static const QRegularExpression year(u"^(1[89]\\d\\d|20\\d\\d)(?:\\.0+|-\\d\\d-\\d\\d.*)?$"_s);
    const auto found = year.match(text);
    return found.hasMatch() ? std::optional(found.captured(1).toInt()) : std::nullopt;
}

std::optional<int> csvvalues::minutesOf(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:(\\d{1,3})\\s*h(?:ours?)?)?\\s*(?:(\\d{1,5})(?:\\.0+)?\\s*(?:m|min|mins|minutes)?\\.?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto found = form.match(text);
    const int minutes = found.captured(1).toInt() * 60 + found.captured(2).toInt();
    return minutes > 0 ? std::optional(minutes) : std::nullopt;
}

std::optional<QString> csvvalues::idOf(const QString &text, std::optional<QString> (*check)(const QString &))
{
    return check(text.contains(u'/') ? text.section(u'/', -1, -1, QString::SectionSkipEmpty) : text);
}

QStringList csvvalues::namesOf(QString text)
{
    static const QRegularExpression strong(u"\\s*[;|]\\s*"_s);
    static const QRegularExpression weak(u"\\s*,\\s*"_s);
    static const QRegularExpression brackets(u"^\\[['\"]?|['\"]?\\]$|(?<=,)\\s*['\"]|['\"](?=,)"_s);
    if (text.startsWith(u'['))
        text.remove(brackets);
    return text.split(text.contains(strong) ? strong : weak, Qt::SkipEmptyParts);
}

QStringList csvvalues::countriesOf(const QString &text)
{
    static const QRegularExpression code(u"\\b(?!XX\\b)[A-Z]{2}\\b"_s);
    QStringList codes;
    for (auto found = code.globalMatch(text); found.hasNext();)
        codes.append(found.next().captured());
    return codes;
}

QUrl csvvalues::urlOf(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1 ? url : QUrl();
}
