#include "cli/progressline.h"

#include "cli/output.h"

using namespace Qt::Literals;

namespace {

constexpr qint64 BetweenLines = 5'000; ///< ms

QString minutes(std::chrono::seconds time)
{
    return time.count() < 90 ? u"%1 s"_s.arg(time.count()) : u"%1 min"_s.arg((time.count() + 59) / 60);
}

QString inWords(const Progress &progress)
{
    QString text = u"%1: %2"_s.arg(progress.name).arg(progress.done);
    if (progress.total)
        text += u" of %1"_s.arg(*progress.total);
    text += u" · %1/min"_s.arg(qRound(progress.perMinute));
    if (progress.left)
        text += u" · %1–%2 left"_s.arg(minutes(progress.left->least), minutes(progress.left->most));
    text += u" · %1 to review · %2 failed · %3 requests"_s.arg(progress.tally.toReview)
                .arg(progress.tally.failed)
                .arg(progress.requests);
    if (progress.workers > 1)
        text += u" · %1 programs at work"_s.arg(progress.workers);
    return progress.waiting.isEmpty() ? text : text + u" · "_s + progress.waiting;
}

}

ProgressLine::ProgressLine(const Job &job)
{
    connect(&job, &Job::advanced, this, &ProgressLine::show);
    connect(&job, &Job::noted, this, [](const Note &note) {
        output::tell((output::isTerminal() ? u"\n"_s : QString()) + note.subject + u": "_s + note.error.message + u' '
                     + output::inShort(note.error.detail).left(200));
    });
}

ProgressLine::~ProgressLine()
{
    if (output::isTerminal())
        output::tell({});
}

void ProgressLine::show(const Progress &progress)
{
    if (output::isTerminal())
        return output::tellOver(inWords(progress));
    if (m_sinceLast.isValid() && m_sinceLast.elapsed() < BetweenLines)
        return;
    m_sinceLast.start();
    output::tell(inWords(progress));
}
