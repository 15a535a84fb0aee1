#pragma once

#include "data/result.h"

#include <QMap>

/// Where this program keeps a person's things.
namespace places {

/// Names the program to Qt, so that the window and the command line share settings and data.
void nameApplication();

/// The person's own database: movies.sqlite in the data folder.
QString database();
/// The sample's: apart from the person's films.
QString sampleDatabase();

/// The INI file of the settings, shared by the window and the command line.
QString settingsFile();

/// The databases that the settings name, with their addresses: movie_db, test_db.
QMap<QString, QString> databases(const QString &file = settingsFile());
/// Names one, a file by its whole path. An error if the name is no plain word, or the address cannot be read or holds a
/// password.
Result<> keepDatabase(const QString &name, const QString &address, const QString &file = settingsFile());
/// An error if no database has this name.
Result<> forgetDatabase(const QString &name, const QString &file = settingsFile());
/// The address that a person means by a name of the settings, an address, a file, or nothing: then the own database.
/// Missing for a word that names neither a database nor a file.
Result<QString> databaseOf(const QString &given);

/// Who operates this program, for the User-Agent: CINETECA_CONTACT, else the settings; empty if nobody said.
QString contact();
/// Who decides here: the login name.
QString person();

}
