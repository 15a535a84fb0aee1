#pragma once

#include "export/order.h"

/// Exports as a person reads them.
namespace exportwording {

/// "The 12 rows shown", "The table movies, whole"
QString content(exports::Content content, const exports::Order &shown);
QString format(exports::Format format);
/// What comes of a choice, in a sentence.
QString hint(const exports::Order &order);
/// Title of the dialog that asks where to.
QString place(const exports::Order &order);
QString filter(exports::Format format);
/// Of a new file or folder.
QString fileName(const exports::Order &order);
/// "12 rows are in /home/a/movies.csv"
QString done(const exports::Report &report, const QString &path);

}
