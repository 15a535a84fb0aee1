#pragma once

#include "data/match.h"
#include "store/connection.h"

/// Decisions as rows, and what a list of them amounts to.
namespace decisionrows {

constexpr QStringView Columns = u"d.decision_id, d.item_id, d.verdict, d.judge, d.who, d.reason, d.page_id, d.article, "
                                "d.wikidata_id, d.score, d.retry_at, d.undoes, d.decided_at";

Decision read(const Rows &row, int from);

/// Appends them as they are, as part of a batch where there is one. Returns their keys by item.
Result<QHash<ItemId, DecisionId>> append(Connection &connection, const QList<Decision> &decisions,
                                         std::optional<qint64> batch = {});

/// What holds after all that was decided and taken back.
struct Standing
{
    std::optional<Decision> decision; ///< the newest that was not taken back
    bool byPerson = false; ///< no machine may decide otherwise
    bool weighed = false; ///< a machine has seen candidates at some time
    QSet<DecisionId> takenBack;
};

/// A decision may be taken back by a later entry, and that entry by a still later one. So, from the newest to the
/// oldest: an entry that was not taken back itself takes back the one it names. What holds is the newest plain decision
/// that is left: undoing the newest brings back the one before it, undoing an older one changes nothing but what a
/// later undo falls back to. A person's word binds machines as long as it is left; taking back a machine's decision is
/// such a word, taking back one's own is not.
Standing standing(const QList<Decision> &history);

}
