#pragma once

#include "store/migrating.h"

/// A file's migration: on a copy, which then takes its place. The file that it was stays as the backup.
namespace filecopy {

/// `connection` is to the file, and in no transaction; it comes back open on what lies in the file's place. Others may
/// read meanwhile, but not write; nothing happens where another has the file open from before.
Result<migrating::Report> migrate(Connection &connection, const QString &file, const migrating::Course &course);

}
