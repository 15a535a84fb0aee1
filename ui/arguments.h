#pragma once

#include <QString>
#include <QStringList>

/// What the program was started with: cineteca [--sample] [--db URL] [--origin NAME=URL…] [--pace-off] [ADDRESS|FILE]
struct Arguments
{
    bool sample = false;
    QString database; ///< URL or file; empty for the person's own
    QStringList origins; ///< NAME=URL
    bool paceOff = false; ///< no pause between requests; for origins on this machine only
    QString gallery; ///< address or file to open; empty for none

    bool operator==(const Arguments &) const = default;
};

namespace arguments {

/// Prints help, version or what is wrong and ends the program, where that is what the arguments ask for.
Arguments read(const QStringList &arguments);

}
