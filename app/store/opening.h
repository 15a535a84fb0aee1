#pragma once

#include "store/address.h"

/// Opens databases: checks what the file or server holds, and brings it up to date.
namespace opening {

/// A connection of this name. Fails with a sentence where there is none, or not ours, or newer.
Result<std::unique_ptr<Connection>> open(const QString &address, const QString &name);
/// Another, to a database that was opened so, which cannot write.
Result<std::unique_ptr<Connection>> openToRead(const QString &address, const QString &name);

}
