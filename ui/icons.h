#pragma once

#include <QIcon>

/// Breeze's icons, drawn in the colours of the palette, so that they suit light and dark.
namespace icons {

/// The icon of that name of the freedesktop naming specification, or of Breeze; null if there is none.
QIcon named(const QString &name);

}
