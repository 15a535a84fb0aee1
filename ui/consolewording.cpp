#include "consolewording.h"

#include "wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals;
using console::Answer;
using console::Outcome;
using console::Trouble;
using console::Way;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("consolewording", text);
}

}

QString consolewording::rows(qint64 count)
{
    return wording::counted(count, tr("1 row"), tr("%1 rows"));
}

QString consolewording::duration(std::chrono::milliseconds took)
{
    const auto milliseconds = double(took.count());
    return milliseconds < 1000 ? tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', 0))
                               : tr("%1 s").arg(QLocale().toString(milliseconds / 1000, 'f', 1));
}

QString consolewording::came(const Outcome &outcome, Way way)
{
    if (outcome.changed)
        return way == Way::Try ? tr("%1 would change").arg(rows(*outcome.changed))
                               : tr("%1 changed").arg(rows(*outcome.changed));
    if (!outcome.plan.isEmpty())
        return tr("plan");
    if (outcome.columns.isEmpty())
        return tr("done");
    return outcome.isCut ? tr("%1, and there are more").arg(rows(outcome.rows.size())) : rows(outcome.rows.size());
}

QString consolewording::brief(const Outcome &outcome)
{
    if (!outcome.plan.isEmpty())
        return tr("plan");
    const qint64 count = outcome.rows.size();
    return outcome.isCut ? tr("%1+ rows").arg(wording::number(count)) : rows(count);
}

QString consolewording::changed(const Answer &answer)
{
    qint64 sum = 0;
    for (const Outcome &outcome : answer.outcomes)
        sum += outcome.changed.value_or(0);
    if (answer.way == Way::Try)
        return tr("Dry run: %1 would change. Nothing is changed.").arg(rows(sum));
    return tr("%1 changed, and kept.").arg(rows(sum));
}

QString consolewording::trouble(const Trouble &trouble, Way way)
{
    QString text = tr("Line %1: %2").arg(wording::number(trouble.line), trouble.message);
    const bool ran = trouble.kind == Trouble::Kind::Failed || trouble.kind == Trouble::Kind::Stopped
        || trouble.kind == Trouble::Kind::TookTooLong;
    if (way == Way::Write && ran)
        text += u' ' + tr("Nothing was changed.");
    return text;
}
