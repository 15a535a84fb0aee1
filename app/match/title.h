#pragma once

#include <QString>
#include <QStringView>

/// Titles made comparable.
namespace title {

/// The part that identifies a film: case, accents, punctuation, a leading article, a disambiguator "(1995 film)" aside;
/// "&" is "and", ½ is "half", numerals are digits where they number a part.
QString key(QStringView title);

/// The article's title without its disambiguator, and what stood in it: "Heat", "1995 film".
struct Parts
{
    QString bare;
    QString disambiguator;
};
Parts parts(QStringView articleTitle);

/// What numbers a sequel: "2", "part 1", and the words behind a colon. Two films of one series differ here.
struct Sequel
{
    QString number; ///< digits, empty for none
    QString subtitle; ///< key of the words behind ":" or " - ", empty for none

    bool operator==(const Sequel &) const = default;
};
Sequel sequel(QStringView title);

}
