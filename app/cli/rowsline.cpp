#include "cli/rowsline.h"

#include "cli/output.h"

using namespace Qt::Literals;

namespace {

constexpr qint64 BetweenLines = 5'000; ///< ms

QString inWords(const Progress &progress)
{
    QString text = u"%1: %2"_s.arg(progress.name).arg(progress.done);
    if (progress.total)
        text += u" of %1 rows"_s.arg(*progress.total);
    if (progress.left)
        text += u" · %1–%2 s left"_s.arg(progress.left->least.count()).arg(progress.left->most.count());
    return text;
}

}

RowsLine::RowsLine(const Job &job)
{
    m_sinceLast.start();
    connect(&job, &Job::advanced, this, &RowsLine::show);
}

RowsLine::~RowsLine()
{
    if (output::isTerminal())
        output::tellOver({});
}

void RowsLine::show(const Progress &progress)
{
    if (output::isTerminal())
        return output::tellOver(inWords(progress));
    if (m_sinceLast.elapsed() < BetweenLines)
        return;
    m_sinceLast.start();
    output::tell(inWords(progress));
}
