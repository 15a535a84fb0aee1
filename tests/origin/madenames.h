#pragma once

#include "dice.h"

#include <QString>

/// Names that nobody bears, composed of words.
namespace origin::madenames {

QByteArray title(Dice &dice);
QByteArray person(int number); ///< different for different numbers
QByteArray company(int number);
QByteArray character(Dice &dice);
QByteArray subtitle(Dice &dice);

}
