#pragma once

#include "store/connection.h"

#include <QStringView>

/// SQL as a person types it, cut into words, texts and comments: enough to see where statements end.
namespace sqltokens {

enum class Kind {
    Word,
    Name, ///< quoted
    Text, ///< a string, in quotes or between dollars
    Number,
    Comment,
    End, ///< a semicolon
    Sign, ///< any other character
};

struct Token
{
    Kind kind = Kind::Sign;
    QStringView text;
    qsizetype from = 0;

    qsizetype end() const { return from + text.size(); }
    bool isSign(QChar sign) const { return kind == Kind::Sign && text.startsWith(sign); }
    /// Letter case aside; `word` is ASCII.
    bool isWord(QLatin1StringView word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

/// All of it but white space. What is not closed goes on to the end.
QList<Token> read(QStringView sql, Connection::Engine engine);
/// The same without comments.
QList<Token> readCode(QStringView sql, Connection::Engine engine);

/// What is written in a quoted name, or the word itself.
QString nameOf(const Token &token);
/// What stands between the dollars or quotes of a text.
QStringView inside(const Token &text);

}
