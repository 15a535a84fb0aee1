#pragma once

#include "match/score.h"

/// Evidence as a person reads it.
namespace evidencewording {

enum class Strength { Agrees, Partly, Differs };

Strength strength(const score::Reason &reason);
QString icon(Strength strength);
/// "Director"
QString name(Signal signal);
/// "Same director", "3 years apart"
QString finding(const score::Reason &reason);
/// One side's value: "France, Germany" for "FR, DE".
QString value(Signal signal, const QString &value);
/// "+2.4", "−0.8": how much it speaks for the candidate, in log-odds
QString weight(const score::Reason &reason);

}
