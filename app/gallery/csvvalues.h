#pragma once

#include <QStringList>
#include <QUrl>

#include <optional>

/// Cells of a list of titles as values. What cannot be read is nothing.
namespace csvvalues {

/// "1939", "1939.0", "1939-08-25".
std::optional<int> yearOf(const QString &text);
/// "102", "102.0", "102 min", "1h 42m"; 0 is unknown.
std::optional<int> minutesOf(const QString &text);
/// An id alone, or at the end of an address ("https://www.imdb.com/title/tt0113277/").
std::optional<QString> idOf(const QString &text, std::optional<QString> (*check)(const QString &));
/// Names between `;`, `|` or commas, also as a list of Python ("['A', 'B']").
QStringList namesOf(QString text);
/// ISO codes of countries anywhere in the text: "['US', 'GB']"; XX is unknown.
QStringList countriesOf(const QString &text);
/// An address of the web, empty for anything else.
QUrl urlOf(const QString &text);

}
