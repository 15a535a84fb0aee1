#pragma once

#include <QString>

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
/// Who operates this program, for the User-Agent: CINETECA_CONTACT, else the settings; empty if nobody said.
QString contact();

}
