#pragma once

#include "data/result.h"

#include <functional>

namespace server {

/// What a server says of itself, of the database and of what this user may do there.
struct Facts
{
    int version = 0; ///< 170004
    QString encoding;
    bool isReadOnly = false; ///< a standby, or one that its owner has closed
    bool isOurs = false; ///< has our tables
    bool mayMake = false; ///< tables
    bool mayRead = false;
    bool mayWrite = false;
};

constexpr int OldestVersion = 140'000;

/// One row: the facts in their order.
extern const QString FactsSql;
/// `value` gives the row's values as text.
Facts factsFrom(const std::function<QString(int)> &value);

/// Why we cannot work there at all: too old, another encoding, no rights.
std::optional<Error> obstacle(const Facts &facts, const QString &user);
/// Why the database can only be read, though the address does not say so.
std::optional<Error> onlyToBeRead(const Facts &facts, const QString &user);

}
