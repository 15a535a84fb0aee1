#pragma once

#include "store/editing.h"

/// Any table's rows as a person's: found, added, changed and removed, with their history. Each call is one act.
namespace library {

/// The new row's key.
Result<QString> add(Connection &connection, const QString &table, const records::Values &values, const QString &who);
Result<std::optional<records::Record>> find(Connection &connection, const QString &table, const QString &key);
/// The rows that have these values.
Result<QList<records::Record>> find(Connection &connection, const QString &table, const records::Values &like);
/// Whatever was there: nobody has looked at it before. Missing if the row is not there.
Result<> update(Connection &connection, const QString &table, const QString &key, const records::Values &values,
                const QString &who);
/// With what cannot be without it. Missing if the row is not there.
Result<> remove(Connection &connection, const QString &table, const QString &key, const QString &who);
/// A film by its Wikidata id, its id at IMDb or the title of its article.
Result<std::optional<records::Record>> movieByKey(Connection &connection, const QString &key);

}
