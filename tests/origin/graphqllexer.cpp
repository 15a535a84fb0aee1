#include "graphqllexer.h"

#include <cctype>

namespace origin::graphql {

namespace {

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.';
}

}

Lexer::Lexer(QByteArray text)
    : m_text(std::move(text))
{
    advance();
}

QByteArray Lexer::take()
{
    const QByteArray taken = m_token;
    if (taken.isEmpty())
        fail("Unexpected <EOF>");
    advance();
    return taken;
}

bool Lexer::takeIf(QByteArrayView token)
{
    if (m_token != token)
        return false;
    advance();
    return true;
}

void Lexer::expect(QByteArrayView token)
{
    if (!takeIf(token))
        fail("Expected " + token.toByteArray() + ", found " + (m_token.isEmpty() ? QByteArray("<EOF>") : m_token));
}

void Lexer::fail(const QByteArray &message)
{
    if (m_error.isEmpty())
        m_error = message;
    m_token.clear();
    m_at = m_text.size();
}

void Lexer::skipBlanks()
{
    while (m_at < m_text.size() && (std::isspace(static_cast<unsigned char>(m_text[m_at])) || m_text[m_at] == ','))
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '#') {
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
        skipBlanks();
    }
}

qsizetype Lexer::stringEnd() const
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && m_text[end] != '"')
        end += m_text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, m_text.size());
}

void Lexer::advance()
{
    skipBlanks();
    qsizetype end = m_at;
    if (m_at < m_text.size() && m_text[m_at] == '"')
        end = stringEnd();
    else if (QByteArrayView(m_text).sliced(m_at).startsWith("..."))
        end = m_at + 3;
    else if (m_at < m_text.size() && isWord(m_text[m_at]))
        while (end < m_text.size() && isWord(m_text[end]))
            ++end;
    else
        end = std::min(m_at + 1, m_text.size());
    m_token = m_text.sliced(m_at, end - m_at);
    m_at = end;
}

}
