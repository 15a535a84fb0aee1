#pragma once

#include <QLatin1StringView>
#include <QPalette>

class QWidget;

/// How what is typed and not saved looks: by colour and by sign, in light and dark.
namespace editmark {

enum class State { Same, Changed, New, Removed, Bad };

/// Stands before what is not saved.
inline constexpr QLatin1StringView Pen("* ");

/// The ground of a cell or editor in this state; invalid for Same.
QColor ground(const QPalette &palette, State state);
/// Colours an editor's ground.
void mark(QWidget &editor, State state);

}
