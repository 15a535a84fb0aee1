#include "arguments.h"
#include "crawlrunner.h"
#include "process.h"
#include "settings.h"
#include "turns.h"
#include "workspace.h"

#include <QAction>
#include <QEventLoop>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

using namespace Qt::Literals;
using namespace std::chrono;

namespace {

constexpr int Titles = 5'000;
constexpr int Starts = 5;

/// A window of its own on an empty database, as the program opens it.
struct Bench
{
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    std::unique_ptr<Workspace> workspace;

    explicit Bench(const QStringList &origins = {}, const QString &gallery = {})
    {
        settings.setWelcomed();
        settings.setKnowsTerms();
        auto opened = Workspace::open({.database = folder.filePath(u"bench.sqlite"_s),
                                       .origins = origins,
                                       .paceOff = !origins.isEmpty(),
                                       .gallery = gallery},
                                      settings);
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().message));
        workspace = *std::move(opened);
    }

    MainWindow &window() const { return workspace->window(); }
    QAction *action(const QString &name) const { return window().findChild<QAction *>(name); }
};

/// Since the kernel started this process, linking and loading included.
milliseconds sinceProcessStart()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray read = stat.readAll();
    const qint64 ticks = read.sliced(read.lastIndexOf(')') + 2).split(' ').value(19).toLongLong(); // proc(5), field 22
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return milliseconds(now.tv_sec * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / sysconf(_SC_CLK_TCK));
}

/// Opens the window, prints how long that took until it was painted, and ends.
int start()
{
    const Bench bench;
    Turns::whenPainted(bench.window(), [] {
        std::printf("%lld\n", static_cast<long long>(sinceProcessStart().count()));
        QCoreApplication::exit();
    });
    return QApplication::exec();
}

void benchStart()
{
    QList<int> times;
    for (int i = 0; i < Starts; ++i)
        times.append(runToEnd(QCoreApplication::applicationFilePath(), {u"--start"_s}).out.trimmed().toInt());
    std::ranges::sort(times);
    std::printf("start until painted, ms: %d (best %d, worst %d of %d)\n\n", times[Starts / 2], times.first(),
                times.last(), Starts);
}

/// Crawls made titles from a local origin while one page is shown, and prints a line about the turns meanwhile.
bool crawl(const OriginProcess &origin, Turns &turns, const QString &page, const QString &view)
{
    QStringList origins = origin.originOptions();
    origins.removeAll(u"--origin"_s);
    const Bench bench(origins, u"https://www.justwatch.com/us/provider/made-stream/movies"_s);
    QAction *begin = bench.action(u"crawl"_s);
    QObject::connect(begin, &QAction::enabledChanged, begin, [begin] { begin->trigger(); }, Qt::SingleShotConnection);
    QEventLoop loop;
    CrawlRunner &runner = bench.window().runner();
    bool ok = false;
    QObject::connect(
        &runner, &CrawlRunner::started, bench.action(view),
        [&] {
            bench.action(view)->trigger();
            turns.begin();
        },
        Qt::QueuedConnection);
    QObject::connect(&runner, &CrawlRunner::finished, &loop, [&](const Result<Tally> &tally) {
        ok = tally.has_value();
        loop.quit();
    });
    QElapsedTimer timer;
    timer.start();
    loop.exec();
    turns.end();
    std::printf("%-8s %8.1f %9lld %8.2f %8.2f %8.2f  %s\n", qPrintable(page), double(timer.elapsed()) / 1000,
                static_cast<long long>(turns.count()), turns.percentile(99), turns.percentile(100), turns.busiest(),
                qPrintable(turns.longest()));
    std::fflush(stdout);
    return ok;
}

}

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // GLib's dispatcher does not say when it sleeps
    qputenv("CINETECA_CONTACT", "bench@example.org");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Turns turns(argc, argv);
    if (QApplication::arguments().contains("--start"_L1))
        return start();

    benchStart();
    const OriginProcess origin({u"--titles"_s, QString::number(Titles)});
    std::printf("%-8s %8s %9s %8s %8s %8s  %s\n", "page", "seconds", "turns", "99 %, ms", "max, ms", "max CPU",
                "the longest turn");
    const std::pair<QString, QString> pages[]
        = {{u"Gallery"_s, u"view1"_s}, {u"Crawl"_s, u"view2"_s}, {u"Review"_s, u"view3"_s}, {u"Tables"_s, u"view4"_s}};
    bool ok = true;
    for (const auto &[page, view] : pages)
        ok = crawl(origin, turns, page, view) && ok;
    return ok ? 0 : 1;
}
