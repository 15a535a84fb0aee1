#pragma once

#include "data/result.h"

#include <QJsonObject>

/// What the program says: results on stdout, everything else on stderr.
namespace output {

/// The exit codes, as the README states them.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, Paused = 3, StoppedAtOnce = 130 };

void print(const QString &line);
void print(const QByteArray &bytes);
void print(const QJsonObject &object);
void tell(const QString &line); ///< on stderr

/// An error's detail as far as a person reads it: of what was asked on the web the host and the path.
QString inShort(const QString &detail);
/// Tells the error on stderr and gives its exit code.
int fail(const Error &error);

/// Whether stderr is a terminal, where a line can be written over.
bool isTerminal();
void tellOver(const QString &line); ///< in place of the line before, on a terminal

}
