#include "process.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace Qt::Literals;

namespace {

/// Crawls made titles from a local origin into SQLite, with the pace off, and prints a line.
bool crawl(int titles, bool withIds)
{
    QStringList world{u"--titles"_s, QString::number(titles)};
    if (!withIds)
        world.append(u"--no-ids"_s);
    const OriginProcess origin(world);
    const QTemporaryDir folder;
    const auto finished
        = runToEnd(QStringLiteral(CLI_PROGRAM),
                   QStringList{u"crawl"_s, u"https://www.justwatch.com/us/provider/made-stream/movies"_s, u"--json"_s,
                               u"--pace-off"_s, u"--db"_s, folder.filePath(u"bench.sqlite"_s)}
                       + origin.originOptions());
    const auto result = QJsonDocument::fromJson(finished.out).object();
    std::printf("%8d  %-11s %8.1f %9.0f %7.1f %9.2f %9.0f %9d %12.0f %9d %7d %7d\n", titles,
                withIds ? "with ids" : "without ids", finished.seconds, titles / finished.seconds, finished.cpuSeconds,
                finished.cpuSeconds * 1000 / titles, finished.peakMegabytes, result["requests"_L1].toInt(),
                result["requests"_L1].toInt() * 1000.0 / titles, result["recorded"_L1].toInt(),
                result["to_review"_L1].toInt(), result["failed"_L1].toInt());
    std::fflush(stdout);
    return finished.exitCode == 0;
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    std::printf("%d cores, which the origin uses too\n", QThread::idealThreadCount());
    std::printf("%8s  %-11s %8s %9s %7s %9s %9s %9s %12s %9s %7s %7s\n", "titles", "", "seconds", "titles/s", "CPU s",
                "ms/title", "peak MB", "requests", "per 1,000", "recorded", "review", "failed");
    bool ok = crawl(1'000, true) && crawl(1'000, false) && crawl(10'000, true);
    if (application.arguments().contains("--large"_L1))
        ok = ok && crawl(100'000, true);
    return ok ? 0 : 1;
}
