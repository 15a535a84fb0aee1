#pragma once

#include "export/order.h"
#include "store/cell.h"

#include <memory>

class Sink;

/// What becomes one table of an export.
struct Sheet
{
    struct Meaning
    {
        QString text;
        QString unit; ///< "minutes", empty for none
    };

    QString name; ///< of the table, or "films"
    Selection selection;
    QList<Meaning> meanings; ///< of each column, empty where the model does not know it
    std::optional<qint64> total; ///< rows

    const QList<Selection::Field> &fields() const { return selection.fields; }
};

/// A format: takes tables, one after another, row by row.
class Writer
{
public:
    virtual ~Writer() = default;
    virtual Result<> begin(const Sheet &sheet) = 0;
    virtual Result<> row(Cells cells) = 0;
    virtual Result<> end() = 0;
    /// After the last table.
    virtual Result<> finish() { return {}; }
    /// Cells that were too long for the format.
    virtual int shortened() const { return 0; }
};

namespace writers {

std::unique_ptr<Writer> csv(Sink &sink, const exports::Order &order);
std::unique_ptr<Writer> json(Sink &sink, const exports::Order &order);
/// `file` is new, and made by it.
std::unique_ptr<Writer> xlsx(const QString &file);
/// Files in a folder that is there.
std::unique_ptr<Writer> nfo(const QString &folder, Sink &all);

}
