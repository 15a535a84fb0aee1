#pragma once

#include "store/connection.h"

#include <QMultiHash>

/// What a person may mean, from a few letters of it.
namespace suggestions {

struct Name
{
    QString key;
    QString name;

    bool operator==(const Name &) const = default;
};

/// Rows of a table by their label: those that begin with the letters first.
Result<QList<Name>> names(Connection &connection, const QString &table, const QString &letters, int most = 50);
/// Values that a column has already.
Result<QStringList> values(Connection &connection, const QString &table, const QString &column, const QString &letters,
                           int most = 50);
/// The keys of these names, for each every row that is called so.
Result<QMultiHash<QString, QString>> keys(Connection &connection, const QString &table, const QStringList &names);
/// What a row is called; empty if it has no name or is not there.
Result<QString> nameOf(Connection &connection, const QString &table, const QString &key);

}
