#pragma once

#include "store/migrating.h"

/// A file's migration: on a copy, which then takes its place.
namespace filecopy {

/// `connection` is to the file, and in no transaction.
Result<migrating::Report> migrate(Connection &connection, const QString &file, const migrating::Course &course);

/// Writes the copy's content into the file, in one transaction of SQLite's own: whoever is interrupted in it leaves the
/// file as it was, and other programs that have it open see either. Says false, and does nothing, where `isUnchanged`
/// does once nobody else can write any more.
Result<bool> putInPlace(const QString &file, const QString &copy, const std::function<bool()> &isUnchanged);

}
