#pragma once

#include "data/result.h"

#include <QElapsedTimer>

#include <cstdio>

/// Lines of a table of timings, and results that a bench cannot go on without.
namespace timing {

template<typename T>
T got(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// Nanoseconds that the work takes.
qint64 spent(auto work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return timer.nsecsElapsed();
}

/// What, how many, in what time.
inline void print(const char *what, qint64 count, qint64 nanoseconds)
{
    const double seconds = double(nanoseconds) / 1e9;
    std::printf("%-56s %8lld %9.3f s %10.0f /s\n", what, count, seconds, double(count) / seconds);
    std::fflush(stdout);
}

inline void print(const char *what, qint64 nanoseconds)
{
    std::printf("%-56s %18.2f ms\n", what, double(nanoseconds) / 1e6);
    std::fflush(stdout);
}

/// How much as fast as it should be, or as slow as it may be.
inline void printRatio(const char *what, double ratio, const char *asked)
{
    std::printf("%-56s %18.2f   (asked: %s)\n", what, ratio, asked);
    std::fflush(stdout);
}

}
