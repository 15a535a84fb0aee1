#include "cli/commands.h"
#include "cli/output.h"
#include "store/newmigration.h"

#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals;

namespace {

/// Asks until the answer is one.
Result<bool> ask(QTextStream &answers, const QString &question)
{
    for (;;) {
        output::tell(question + u" [y/n]"_s);
        const QString answer = answers.readLine();
        if (answer.isNull())
            return fail(Error::Kind::Invalid, u"Not answered, so nothing was written."_s, question);
        const QString word = answer.trimmed().toLower();
        if (word == "y"_L1 || word == "yes"_L1)
            return true;
        if (word == "n"_L1 || word == "no"_L1)
            return false;
    }
}

}

int commands::newMigration(const QString &schema, const QString &message)
{
    QTextStream answers(stdin);
    const auto written
        = newmigration::write(schema, message, [&answers](const QString &question) { return ask(answers, question); });
    if (!written)
        return output::fail(written.error());
    if (written->files.isEmpty())
        output::print(u"The model is as the last migration leaves it: there is nothing to write."_s);
    for (const QString &file : written->files)
        output::print(file);
    if (!written->lost.isEmpty())
        output::print(u"DESTRUCTIVE: it loses %1."_s.arg(written->lost.join(u", ")));
    if (!written->byHand.isEmpty())
        output::print(u"To be written by hand: %1."_s.arg(written->byHand.join(u", ")));
    return output::Done;
}
