#include "wording.h"

#include "crawlrunner.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::Literals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("wording", text, nullptr, n);
}

struct Unit
{
    double seconds;
    const char *range;
    const char *about;
};

const Unit &unitOf(std::chrono::seconds time)
{
    static constexpr auto units = std::to_array<Unit>({
        {1, QT_TRANSLATE_NOOP("wording", "%1–%2 s"), QT_TRANSLATE_NOOP("wording", "about %1 s")},
        {60, QT_TRANSLATE_NOOP("wording", "%1–%2 min"), QT_TRANSLATE_NOOP("wording", "about %1 min")},
        {3600, QT_TRANSLATE_NOOP("wording", "%1–%2 h"), QT_TRANSLATE_NOOP("wording", "about %1 h")},
    });
    if (time < std::chrono::seconds(90))
        return units[0];
    return time < std::chrono::minutes(90) ? units[1] : units[2];
}

QStringList parts(const Progress &progress)
{
    QStringList parts{wording::share(progress.done, progress.total)};
    if (progress.perMinute >= 1)
        parts += tr("%1/min").arg(wording::number(std::llround(progress.perMinute)));
    if (progress.left)
        parts += tr("%1 left").arg(wording::timeLeft(*progress.left));
    if (progress.tally.failed > 0)
        parts += tr("%1 failed").arg(wording::number(progress.tally.failed));
    if (progress.workers > 1)
        parts += tr("%1 programs at work").arg(wording::number(progress.workers));
    return parts;
}

}

QString wording::number(qint64 number)
{
    return QLocale().toString(number);
}

QString wording::counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(wording::number(number));
}

QString wording::timeLeft(const TimeLeft &time)
{
    const Unit &unit = unitOf(time.most);
    const qint64 least = std::max<qint64>(1, qint64(std::floor(double(time.least.count()) / unit.seconds)));
    const qint64 most = std::max<qint64>(1, qint64(std::ceil(double(time.most.count()) / unit.seconds)));
    return least >= most ? tr(unit.about).arg(number(most)) : tr(unit.range).arg(number(least), number(most));
}

QString wording::moment(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == QDate::currentDate())
        return clock;
    return tr("%1 %2").arg(QLocale().toString(local.date(), QLocale::ShortFormat), clock);
}

QString wording::again(const QString &why, const QDateTime &at)
{
    const qint64 seconds = std::max<qint64>(1, QDateTime::currentDateTimeUtc().secsTo(at));
    return tr("%1 Trying again in %2 s.").arg(why, number(seconds));
}

QString wording::state(CrawlState state)
{
    switch (state) {
    case CrawlState::Running:
        return tr("Running");
    case CrawlState::Paused:
        return tr("Paused");
    case CrawlState::Finished:
        return tr("Finished");
    case CrawlState::Failed:
        return tr("Failed");
    }
    return {};
}

QString wording::stateIcon(CrawlState state)
{
    switch (state) {
    case CrawlState::Running:
        return u"media-playback-start"_s;
    case CrawlState::Paused:
        return u"media-playback-pause"_s;
    case CrawlState::Finished:
        return u"dialog-ok-apply"_s;
    case CrawlState::Failed:
        return u"dialog-error"_s;
    }
    return {};
}

QString wording::share(int done, std::optional<int> total)
{
    return total ? tr("%1 of %2").arg(number(done), number(*total)) : tr("%1 so far").arg(number(done));
}

QString wording::line(const Progress &progress, bool paused)
{
    if (paused)
        return tr("%1 · paused").arg(share(progress.done, progress.total));
    if (!progress.waiting.isEmpty())
        return tr("%1 · %2").arg(share(progress.done, progress.total), progress.waiting);
    return parts(progress).join(u" · ");
}

QString wording::offer(const Unfinished &unfinished)
{
    const int listed = unfinished.tally.listed;
    const int total = std::max(listed, unfinished.crawl.total.value_or(0));
    const QString at = share(unfinished.tally.through(), total);
    return unfinished.crawl.state == CrawlState::Failed
        ? tr("%1 failed at %2. %3").arg(unfinished.crawl.gallery.name, at, unfinished.crawl.error)
        : tr("%1 was paused at %2.").arg(unfinished.crawl.gallery.name, at);
}

QString wording::outcome(const QString &gallery, const Tally &tally)
{
    const int matched = tally.byMachine + tally.byPerson;
    const QString through
        = tr("%1 is through · listed %2 · matched %3 · for review %4 · failed %5")
              .arg(gallery, number(tally.listed), number(matched), number(tally.toReview), number(tally.failed));
    return tally.open > 0 ? tr("%1 · not looked up yet %2").arg(through, number(tally.open)) : through;
}

std::optional<int> wording::percent(const Progress &progress)
{
    if (!progress.total)
        return std::nullopt;
    return *progress.total > 0 ? int(qint64(progress.done) * 100 / *progress.total) : 100;
}
