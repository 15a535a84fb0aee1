#pragma once

#include <QString>
#include <QVarLengthArray>

/// The words of titles: what letters, articles and numerals come to.
namespace titlewords {

/// Letters and digits in lower case without accents; what stands between words is one space.
QString folded(QStringView title);

/// Of a folded text.
using Words = QVarLengthArray<QStringView, 24>;
Words split(QStringView folded);

/// The key of a title, and the article that it lacks.
struct Keyed
{
    QString key;
    QString article;
};
Keyed keyed(QStringView bareTitle);

bool isApostrophe(QChar c);
bool isNumber(QStringView word);
/// "the", "il", "der": of the languages of films, for the words that titles of one film often differ in.
bool isArticle(QStringView word);
/// A word as digits, where it is a number or an ordinal one; else empty.
QLatin1StringView asDigits(QStringView word);
/// Words that one title of a film has and another lacks: articles, "Part" before a number, "Movie" and "3D" at the end.
bool isFiller(const Words &words, qsizetype i);

}
