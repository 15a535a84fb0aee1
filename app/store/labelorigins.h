#pragma once

#include "store/provenance.h"

/// People and companies get their details with the labels that Wikidata was asked for, which say when that was.
namespace labelorigins {

/// By column: values of a row that are as its label says. Empty for other tables, and for rows without a Wikidata id.
Result<QHash<QString, provenance::Origin>> of(Connection &connection, const QString &table, qint64 row);

}
