#pragma once

#include <Qt>

class QMenu;
class Settings;

/// Light, dark, or as the desktop has it.
namespace colorscheme {

void apply(Qt::ColorScheme scheme);

/// A menu with the three, which applies and remembers the choice.
QMenu *makeMenu(Settings &settings, QMenu *parent);

}
