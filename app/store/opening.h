#pragma once

#include "store/address.h"
#include "store/migrating.h"

/// Opens databases: checks what the file or server holds, and brings it up to date.
namespace opening {

/// What a person should know of an opening.
struct News
{
    migrating::Report report;
    std::optional<Error> readOnlyBecause; ///< it can only be read, or could not be brought up to date and is as it was
};
struct Opened
{
    std::unique_ptr<Connection> connection;
    News news;
};

/// A connection of this name. Fails with a sentence where there is none, or not ours, or newer.
Result<Opened> open(const QString &address, const QString &name);
/// Another, to a database that was opened so, which cannot write.
Result<std::unique_ptr<Connection>> openToRead(const QString &address, const QString &name);
/// One that can write, to a database in whatever version it is; not where the address says that it is only to be read.
Result<std::unique_ptr<Connection>> openAsItIs(const QString &address, const QString &name);

}
