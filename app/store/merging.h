#pragma once

#include "store/records.h"

/// Two rows that are one and the same person, company or genre become one.
namespace merging {

struct Wish
{
    QString table;
    QString kept; ///< key
    QStringList merged; ///< keys of those that go into it
    records::Values values; ///< chosen for the row that is kept

    bool operator==(const Wish &) const = default;
};

/// The tables whose rows can be merged.
const QStringList &tables();

/// All that referred to the others refers to the one that is kept. The act, which can be undone.
Result<qint64> merge(Connection &connection, const Wish &wish, const QString &who);

}
