#pragma once

#include "store/sqlnames.h"

/// What may come next in SQL that a person is typing. Pure.
namespace sqlcompletion {

struct Offer
{
    qsizetype from = 0; ///< where the word begins that is being typed
    QStringList words; ///< those that begin like it, the likeliest first

    bool operator==(const Offer &) const = default;
};

Offer offer(const QString &typed, qsizetype cursor, const sqlnames::Names &names, Connection::Engine engine);

}
