#pragma once

#include "store/records.h"

#include <QLocale>

/// What a person types, read as what a column holds: the one check of grid, form, paste and import.
namespace typed {

struct Checked
{
    records::Cell value;
    QString fault; ///< why it cannot be meant, one sentence; empty if it can
    QString notice; ///< what is worth knowing of a value that can, such as its length

    bool isFine() const { return fault.isEmpty(); }
    bool operator==(const Checked &) const = default;
};

/// Numbers and dates are read in the person's language, else as ISO and C have them. An empty text is the unknown where
/// the column knows it. References are checked as keys; a new row's stand-in ("new:7") is fine.
Checked read(const model::Table &table, const model::Column &column, const QString &text, const QLocale &locale = {});

/// The same for a value that is one already.
Checked check(const model::Table &table, const model::Column &column, const records::Cell &value);

/// What an editor shows to begin with: numbers and dates in the person's language.
QString shown(const model::Column &column, const records::Cell &value, const QLocale &locale = {});

/// Whether it is a stand-in for a row that is not made yet, and one that nobody has.
bool isNew(const QString &key);
QString newStandIn();

}
