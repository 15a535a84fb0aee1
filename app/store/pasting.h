#pragma once

#include "store/editing.h"
#include "store/suggestions.h"

#include <QLocale>

/// A block from a spreadsheet or a file as changes: looked at and checked before anything is staged.
namespace pasting {

/// Texts as they were typed; each line has a cell a column, a null one where it says nothing of it.
struct Block
{
    QStringList columns; ///< as the model names them; empty for one that is left aside
    QStringList aside; ///< headers that are no column for people
    QList<QStringList> lines;
    QList<int> places; ///< of the lines in their file, from 0; none where they have only their order
};

/// A block of a file: its headers are columns' names, their titles, or a reference's without "_id".
Block block(const model::Table &table, const QStringList &headers, const QList<QStringList> &lines,
            const QList<int> &places = {});

/// What the names in references may be, by table.
using Names = QHash<QString, QMultiHash<QString, QString>>;
Result<Names> names(Connection &connection, const model::Table &table, const Block &block);
/// The rows that the lines name by their key, one a line; without one a line is a new row.
Result<QList<std::optional<records::Record>>> rows(Connection &connection, const model::Table &table,
                                                   const Block &block);

/// A cell that cannot be meant.
struct Fault
{
    int line = 0; ///< from 0
    QString column;
    QString text;
    QString sentence;

    bool operator==(const Fault &) const = default;
};

struct Preview
{
    QList<editing::Change> changes; ///< of the good cells
    QList<Fault> faults;
    QList<Fault> notices; ///< of good cells
    int unchanged = 0; ///< cells
    int notMade = 0; ///< new rows, each for a fault
};

/// What to do with names that nobody has.
enum class Unknown { IsFault, IsMade };

/// `rows` are those that the lines are to change, in order; lines beyond them are new rows.
Preview preview(const model::Table &table, const Block &block, const QList<std::optional<records::Record>> &rows,
                const Names &names, Unknown unknown, const QLocale &locale = {});
/// The same of a block whose lines name their rows by the key, as the rows are now.
Result<Preview> preview(Connection &connection, const model::Table &table, const Block &block, Unknown unknown);

}
