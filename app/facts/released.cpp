#include "facts/dates.h"
#include "facts/places.h"
#include "facts/values.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

/// Who could see it then, best last.
enum class Audience { Festival, Premiere, City, Public };

struct Release
{
    PartialDate date;
    Audience audience = Audience::Public;
};

bool isFestival(const QString &note)
{
    static const QRegularExpression festival(
        u"festival|\\bfest\\b|sundance|cannes|berlinale|venice|\\btiff\\b|toronto international|telluride|tribeca|"
        u"\\bsxsw\\b|south by southwest|slamdance|locarno|\\bidfa\\b|\\bsiff\\b|\\bnyff\\b|\\bbfi\\b|hot docs|afi docs|"
        u"rotterdam|karlovy vary|biennale|mostra|annecy|sitges|fantasporto"_s,
        QRegularExpression::CaseInsensitiveOption);
    return festival.match(note).hasMatch();
}

/// By its name, or by the single house it is held in.
bool isPremiere(const QString &note)
{
    static const QRegularExpression premiere(
        u"premier|preview|screening|\\bgala\\b|film performance|"
        u"theat(?:re|er)\\b|\\bcinema\\b|auditorium|opera house|\\bhall\\b|\\bhouse\\b|\\bmuseum\\b|disneyland|"
        u"\\bresort\\b|speedway|\\bodeon\\b|grand rex|\\bpalace\\b|kennedy center|lincoln center"_s,
        QRegularExpression::CaseInsensitiveOption);
    return premiere.match(note).hasMatch();
}

bool isOpen(const QString &note)
{
    static const QRegularExpression open(
        u"theatrical|\\bwide\\b|limited|general|cinemas|world-?wide|\\binternational\\b|imax|\\bdvd\\b|video|blu-?ray|"
        u"streaming|digital|on demand|television|\\btv\\b|netflix|disney\\+|amazon|hulu|hbo|release|"
        u"^(?:north|south|latin) america$|^europe$|^asia$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return open.match(note).hasMatch();
}

Audience audienceOf(const QString &note)
{
    static const QRegularExpression between(u"\\s*(?:,|&|/|\\band\\b)\\s*"_s);
    if (isFestival(note))
        return Audience::Festival;
    if (isPremiere(note))
        return Audience::Premiere;
    const QStringList parts = note.trimmed().split(between, Qt::SkipEmptyParts);
    return isOpen(note) || std::ranges::all_of(parts, places::isCountry) ? Audience::Public : Audience::City;
}

/// What stands behind a date as its note: up to the next date, and within brackets alone where it has some.
QString noteBehind(const QString &text, qsizetype end, qsizetype next)
{
    static const QRegularExpression brackets(u"^[\\s)]*\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)?"_s);
    const QString behind = text.sliced(end, next - end);
    const auto match = brackets.match(behind);
    const QString note = match.hasMatch() ? match.captured(1) : behind.section(u'\n', 0, 0);
    const bool empty = std::ranges::none_of(note, [](QChar c) { return c.isLetterOrNumber(); });
    return empty ? QString() : note;
}

/// Whether a date only says the one before it again: "May 19, 1937 (1937-05-19)".
bool restates(const dates::Dated &again, const PartialDate &date)
{
    const PartialDate &other = again.date;
    return other.year == date.year && (!other.month || other.month == date.month)
        && (!other.day || other.day == date.day);
}

QList<Release> releasesOf(const QList<InfoboxLine> &lines)
{
    QList<Release> releases;
    const QString text = values::withoutMarks(values::joined(lines));
    const QList<dates::Dated> found = dates::all(text);
    for (qsizetype i = 0; i < found.size(); ++i) {
        const PartialDate date = found[i].date;
        const auto note
            = [&] { return noteBehind(text, found[i].end, i + 1 < found.size() ? found[i + 1].begin : text.size()); };
        if (note().isEmpty() && i + 1 < found.size() && restates(found[i + 1], date))
            ++i;
        releases.append({.date = date, .audience = audienceOf(note())});
    }
    return releases;
}

/// A link may say what its label does not: "[[26th Sundance Film Festival|Park City]]".
QList<InfoboxLine> withLinks(QList<InfoboxLine> lines)
{
    for (InfoboxLine &line : lines) {
        if (line.link.contains("festival"_L1, Qt::CaseInsensitive) && line.text.endsWith(u')'))
            line.text.insert(line.text.size() - 1, u", festival"_s);
    }
    return lines;
}

}

std::optional<PartialDate> values::released(const QList<InfoboxLine> &lines)
{
    QList<Release> releases = releasesOf(withLinks(lines));
    if (releases.isEmpty())
        return std::nullopt;
    const Audience most = std::ranges::max(releases, {}, &Release::audience).audience;
    if (most > Audience::Festival)
        releases.removeIf([](const Release &release) { return release.audience == Audience::Festival; });
    const int year = std::ranges::min(releases, {}, &Release::date).date.year;
    releases.removeIf([year](const Release &release) { return release.date.year > year; });
    const Audience best = std::ranges::max(releases, {}, &Release::audience).audience;
    releases.removeIf([best](const Release &release) { return release.audience < best; });
    return std::ranges::min(releases, {}, &Release::date).date;
}
