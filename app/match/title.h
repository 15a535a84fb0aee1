#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

/// Titles made comparable.
namespace title {

/// The part that identifies a film: case, accents, punctuation, a leading article, a disambiguator "(1995 film)" aside;
/// "&" is "and", ½ is "1 2", numerals are digits where they number a part.
QString key(QStringView title);

/// The article's title without its disambiguator, and what stood in it: "Heat", "1995 film".
struct Parts
{
    QStringView bare;
    QStringView disambiguator;
};
Parts parts(QStringView articleTitle);

/// What stands before and behind the colon or the dash of a title, or the name that it is put under: "Dune" and "Part
/// Two", "Spider Baby" and "The Maddest Story Ever Told", "Tyler Perry's" and "Meet the Browns". Both empty if
/// undivided.
struct Division
{
    QStringView head;
    QStringView subtitle;
};
Division division(QStringView bareTitle);

/// The year that a text names first: of a disambiguator, of a short description.
std::optional<int> year(QStringView text);

/// A title taken apart once, to be compared with many.
struct Name
{
    QString key;
    QString article; ///< the leading one, which the key lacks: "the"; empty for none
    QString loose; ///< the key without blanks, articles and the like, every number in digits: "9thguest", "wartime"
    QStringList numbers; ///< "2" of "Part Two", "2049" of "Blade Runner 2049"; sorted
    QStringList counts; ///< "12" of "Twelve Monkeys": those that may be no numbers of parts; sorted
    QStringList telling; ///< the key's words without articles
    QString head; ///< keys of its division
    QString subtitle;
    int words = 0; ///< of the key
};
Name name(QStringView title);

}
