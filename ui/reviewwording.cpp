#include "reviewwording.h"

#include "countries.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::Literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("reviewwording", text);
}

constexpr auto Rejections = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("reviewwording", "A remake or another version."),
    QT_TRANSLATE_NOOP("reviewwording", "Another film."),
    QT_TRANSLATE_NOOP("reviewwording", "A series, not a film."),
    QT_TRANSLATE_NOOP("reviewwording", "A novel, play, album or game."),
    QT_TRANSLATE_NOOP("reviewwording", "A disambiguation page or list."),
    QT_TRANSLATE_NOOP("reviewwording", "Something else."),
});

struct Words
{
    const char *name;
    QLatin1StringView icon;
};

Words wordsOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unreviewed:
        return {QT_TRANSLATE_NOOP("reviewwording", "Not reviewed"), "question"_L1};
    case Verdict::AcceptedByMachine:
        return {QT_TRANSLATE_NOOP("reviewwording", "Accepted by machine"), "system-run"_L1};
    case Verdict::Accepted:
        return {QT_TRANSLATE_NOOP("reviewwording", "Accepted"), "dialog-ok-apply"_L1};
    case Verdict::NoArticle:
        return {QT_TRANSLATE_NOOP("reviewwording", "No article exists"), "edit-none"_L1};
    case Verdict::Rejected:
        return {QT_TRANSLATE_NOOP("reviewwording", "Rejected"), "dialog-cancel"_L1};
    case Verdict::LookupFailed:
        return {QT_TRANSLATE_NOOP("reviewwording", "Look-up failed"), "network-disconnect"_L1};
    case Verdict::Postponed:
        return {QT_TRANSLATE_NOOP("reviewwording", "Postponed"), "chronometer"_L1};
    }
    return {};
}

QStringList countryNames(const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes)
        names.append(countries::name(code));
    return names;
}

}

QString reviewwording::verdict(Verdict verdict)
{
    return tr(wordsOf(verdict).name);
}

QString reviewwording::icon(Verdict verdict)
{
    return wordsOf(verdict).icon;
}

QString reviewwording::title(const Item &item)
{
    return item.year ? tr("%1 (%2)").arg(item.title).arg(*item.year) : item.title;
}

QString reviewwording::facts(const Item &item)
{
    QStringList facts;
    if (item.year)
        facts += QString::number(*item.year);
    if (item.runtime)
        facts += tr("%1 min").arg(*item.runtime);
    if (!item.directors.isEmpty())
        facts += item.directors.join(u", "_s);
    if (!item.countries.isEmpty())
        facts += countryNames(item.countries).join(u", "_s);
    return facts.join(u" · "_s);
}

QString reviewwording::outcome(const Decision &decision)
{
    switch (decision.verdict) {
    case Verdict::Accepted:
    case Verdict::AcceptedByMachine:
        return decision.article.value_or(decision.wikidataId.value_or(verdict(decision.verdict)));
    case Verdict::NoArticle:
        return tr("no article");
    case Verdict::Rejected:
        return tr("rejected: %1").arg(reason(decision.reason));
    case Verdict::Postponed:
        return tr("later");
    case Verdict::Unreviewed:
    case Verdict::LookupFailed:
        break;
    }
    return verdict(decision.verdict);
}

QString reviewwording::percent(double score)
{
    return tr("%1%").arg(QLocale().toString(qRound(score * 100)));
}

const QStringList &reviewwording::rejections()
{
    static const QStringList reasons = [] {
        QStringList list;
        for (const char *reason : Rejections)
            list.append(QString::fromLatin1(reason));
        return list;
    }();
    return reasons;
}

QString reviewwording::reason(const QString &kept)
{
    return rejections().contains(kept) ? tr(qUtf8Printable(kept)) : kept;
}

QString reviewwording::band(reviewing::Band band)
{
    using enum reviewing::Band;
    switch (band) {
    case Unknown:
        return tr("No candidate");
    case Below50:
        return tr("Below 50%");
    case From50:
        return tr("50–80%");
    case From80:
        return tr("80–95%");
    case From95:
        return tr("95–99%");
    case From99:
        return tr("99% and more");
    }
    return {};
}

QString reviewwording::since(reviewing::Since since)
{
    using enum reviewing::Since;
    switch (since) {
    case Today:
        return tr("Today");
    case Week:
        return tr("In the last 7 days");
    case Month:
        return tr("In the last 30 days");
    case Earlier:
        return tr("Earlier");
    }
    return {};
}

QString reviewwording::person(const QString &who)
{
    return who.isEmpty() ? tr("Machine") : who;
}

QString reviewwording::reasonKind(const QString &kind)
{
    return kind.isEmpty() ? tr("No reason given") : reason(kind);
}

QUrl reviewwording::address(const Candidate &candidate)
{
    if (!candidate.key.isEmpty())
        return QUrl(u"https://en.wikipedia.org/wiki/"_s
                    + QString::fromLatin1(QUrl::toPercentEncoding(candidate.key, "/:,()!*'@;")));
    return candidate.wikidataId ? QUrl(u"https://www.wikidata.org/wiki/"_s + *candidate.wikidataId) : QUrl();
}
