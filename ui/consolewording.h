#pragma once

#include "store/consoleanswer.h"

/// What happened at the console, in a person's words.
namespace consolewording {

QString rows(qint64 count); ///< "1 row", "1,234 rows"
QString duration(std::chrono::milliseconds took); ///< "12 ms", "3.4 s"
/// "1,000 rows, and there are more", "3 rows changed", "3 rows would change", "done"
QString came(const console::Outcome &outcome, console::Way way);
QString brief(const console::Outcome &outcome); ///< "1,000+ rows", "plan"
/// "3 rows changed. It is in the database.", of all statements that change rows
QString changed(const console::Answer &answer);
/// "Line 3: no such column: nam"
QString trouble(const console::Trouble &trouble, console::Way way);

}
