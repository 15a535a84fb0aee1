#pragma once

#include "store/connection.h"

#include <QMap>
#include <QStringList>

/// What can be named in SQL.
namespace sqlnames {

struct Names
{
    QMap<QString, QStringList> columns; ///< by table or view
    QStringList words; ///< keywords in capitals, and functions; empty where only the server knows them
};

/// Those that every database of ours has.
Names ofModel();
/// Those that the database has.
Result<Names> read(Connection &connection);

}
