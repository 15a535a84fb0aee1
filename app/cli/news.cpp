#include "cli/news.h"

#include "cli/output.h"

using namespace Qt::Literals;

QStringList news::lines(const migrating::Report &report)
{
    if (report.from == report.to)
        return {};
    QStringList lines{u"The database went from version %1 to %2."_s.arg(report.from).arg(report.to)};
    if (!report.lost.isEmpty())
        lines.append(u"No more there: %1."_s.arg(report.lost.join(u", ")));
    const bool isFile = report.backupIs == migrating::Report::Backup::File;
    if (!report.backup.isEmpty())
        lines.append(
            (isFile ? u"As it was it is kept in %1."_s : u"As it was it is kept in the database's schema %1."_s)
                .arg(report.backup));
    return lines;
}

void news::tell(const opening::News &news)
{
    if (const auto &failure = news.readOnlyBecause) {
        output::tell(u"The database is opened only to be read. %1"_s.arg(failure->message));
        if (!failure->detail.isEmpty())
            output::tell(u"  "_s + failure->detail);
    }
    if (news.report.from == 0) // made just now: as everybody expects
        return;
    for (const QString &line : lines(news.report))
        output::tell(line);
}

void news::follow(const Database &database)
{
    QObject::connect(&database, &Database::lost, [](const Error &why) {
        output::tell(why.kind == Error::Kind::Lost ? u"The database server went away. Waiting for it."_s
                                                   : u"Another program is writing to the database. Waiting for it."_s);
    });
    QObject::connect(&database, &Database::back, [] { output::tell(u"The database is there again."_s); });
}
