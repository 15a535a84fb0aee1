#pragma once

#include "store/editing.h"

/// Changes of many rows at once, to be looked at before they are staged or saved.
namespace bulk {

/// One value in many rows; those that have it already are left out.
QList<editing::Change> setAll(const QList<records::Record> &rows, const QString &column, const records::Cell &value);

enum class Case { Matters, Aside };
enum class Extent { Part, Whole };

struct Replacement
{
    QString column;
    QString find;
    QString with;
    Case letters = Case::Matters;
    Extent extent = Extent::Part; ///< of the value that is to be found
};
/// Of texts only.
QList<editing::Change> replace(const QList<records::Record> &rows, const Replacement &wanted);

/// Rows whose column contains the text (case aside); at most `limit`.
Result<QList<records::Record>> containing(Connection &connection, const QString &table, const QString &column,
                                          const QString &text, int limit = 10'000);

}
