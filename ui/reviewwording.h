#pragma once

#include "data/match.h"
#include "store/reviewfilter.h"

#include <QString>

/// Items and decisions as a person reads them.
namespace reviewwording {

/// "Accepted by machine"
QString verdict(Verdict verdict);
QString icon(Verdict verdict);
/// "Dune (2021)"
QString title(const Item &item);
/// "2021 · 155 min · Denis Villeneuve · United States"
QString facts(const Item &item);
/// What was decided: "Dune (2021 film)", "no article", "rejected: a series".
QString outcome(const Decision &decision);
/// "98 %"
QString percent(double score);

/// Why a person says that nothing fits: kept in the rows as it is here, shown by reason().
const QStringList &rejections();
QString reason(const QString &kept);

// The choices of a filter
QString band(reviewing::Band band);
QString since(reviewing::Since since);
QString person(const QString &who); ///< "" is the machine
QString reasonKind(const QString &kind);

/// The address of what a candidate is about; invalid if there is none.
QUrl address(const Candidate &candidate);

}
