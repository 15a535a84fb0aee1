#include "cli/interrupt.h"

#include "cli/output.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <unistd.h>

using namespace Qt::Literals;

namespace {

std::array<int, 2> ends{-1, -1}; // a pipe: a signal handler may do little more than write
std::atomic<int> times = 0;
static_assert(std::atomic<int>::is_always_lock_free); // else a signal handler may not count

/// Counts here and not where the pipe is read: the program may be busy, and not come to read it.
void wake(int)
{
    if (++times > 1)
        ::_exit(output::StoppedAtOnce);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
}

}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::pipe(ends.data()) != 0)
        return; // Ctrl-C then ends the program, as everywhere: the rows can take it
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Interrupt::read);
    std::signal(SIGINT, wake);
    std::signal(SIGTERM, wake);
}

void Interrupt::read()
{
    char byte = 0;
    if (::read(ends[0], &byte, 1) != 1)
        return;
    output::tell(u"\nPausing after the present step. Ctrl-C again stops at once."_s);
    emit asked();
}
