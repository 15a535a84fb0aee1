#pragma once

#include <QString>

/// This program among others.
namespace processes {

/// Tells machines apart: one boot of one machine, and there those who see each other's processes.
QString machine();
bool isRunning(qint64 process);
/// For people: "anna@studio, 4711".
QString nameOfThis();

/// Takes passwords out of the addresses among the arguments, which other programs on this machine can read.
void hidePasswords(int argc, char **argv);

}
