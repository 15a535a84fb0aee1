#pragma once

class QAbstractItemView;
class QString;

/// What an empty view says in place of rows.
namespace hint {

/// Writes the text into the middle of the view if it has no rows; to be called when it has painted itself.
void paint(QAbstractItemView &view, const QString &text);

}
