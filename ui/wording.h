#pragma once

#include "data/crawl.h"
#include "jobs/estimate.h"

#include <QString>

struct Progress;
struct Unfinished;

/// Values as a person reads them, in the person's language.
namespace wording {

QString number(qint64 number);
/// "1 row", "2,489 rows": `many` has a %1 for the number.
QString counted(qint64 number, const QString &one, const QString &many);
/// "1–2 min", "about 40 s"
QString timeLeft(const TimeLeft &time);
/// "3 Nov 2026 14:05", "14:05" today
QString moment(const QDateTime &time);
/// "The connection to www.wikidata.org failed. Trying again in 4 s."
QString again(const QString &why, const QDateTime &at);
/// "Paused"
QString state(CrawlState state);
QString stateIcon(CrawlState state);
/// "1,543 of 2,489", or how many so far
QString share(int done, std::optional<int> total);
/// "1,543 of 2,489 · 610/min · 1–2 min left · 3 failed", or why nothing happens
QString line(const Progress &progress, bool paused);
/// "HBO Max (United States) was paused at 1,543 of 2,489."
QString offer(const Unfinished &unfinished);
/// "HBO Max (United States) is through · listed 2,489 · matched 2,301 · for review 118 · failed 3"
QString outcome(const QString &gallery, const Tally &tally);
/// 62, of a total that is known
std::optional<int> percent(const Progress &progress);

}
