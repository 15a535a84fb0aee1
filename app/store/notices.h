#pragma once

#include "data/ids.h"
#include "store/connection.h"

/// What is told to others who have the database open, when the transaction is committed. Only a server tells.
namespace notices {

const QString Decided = QStringLiteral("cineteca_decided");

inline Result<> tellDecided(Connection &connection, ItemId item)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return {};
    return connection.run(QStringLiteral("SELECT pg_notify(?, ?)"), {Decided, QString::number(item.value)});
}

}
