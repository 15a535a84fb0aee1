#pragma once

#include <QString>

namespace origin::graphql {

/// The words of a document: names, numbers, strings in quotes, signs.
class Lexer
{
public:
    explicit Lexer(QByteArray text);

    QByteArrayView peek() const { return m_token; } ///< empty at the end
    QByteArray take();
    bool takeIf(QByteArrayView token); ///< and whether it was there
    bool failed() const { return !m_error.isEmpty(); }
    QByteArray error() const { return m_error; }
    void expect(QByteArrayView token);
    void fail(const QByteArray &message);

private:
    void advance();
    void skipBlanks();
    qsizetype stringEnd() const;

    QByteArray m_text;
    qsizetype m_at = 0;
    QByteArray m_token;
    QByteArray m_error;
};

}
