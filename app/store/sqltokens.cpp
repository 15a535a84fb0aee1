#include "store/sqltokens.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using sqltokens::Kind;
using sqltokens::Token;

namespace {

bool beginsWord(QChar c)
{
    return c.isLetter() || c == u'_' || c.unicode() >= 0x80;
}

bool goesOn(QChar c)
{
    return beginsWord(c) || c.isDigit() || c == u'$';
}

class Reader
{
public:
    Reader(QStringView sql, Connection::Engine engine)
        : m_sql(sql)
        , m_onServer(engine == Connection::Engine::PostgreSQL)
    {
    }

    QList<Token> all()
    {
        QList<Token> tokens;
        while (m_at < m_sql.size()) {
            if (m_sql[m_at].isSpace()) {
                ++m_at;
                continue;
            }
            const qsizetype from = m_at;
            const Kind kind = next();
            tokens.append({.kind = kind, .text = m_sql.sliced(from, m_at - from), .from = from});
        }
        return tokens;
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_sql.size() ? m_sql[m_at + ahead] : QChar(); }

    Kind next()
    {
        const QChar c = peek();
        if (c == u'-' && peek(1) == u'-')
            return skipTo(u"\n", Kind::Comment);
        if (c == u'/' && peek(1) == u'*')
            return comment();
        if (c == u'\'')
            return quoted(u'\'', Kind::Text);
        if (c == u'"' || (c == u'`' && !m_onServer))
            return quoted(c, Kind::Name);
        if (c == u'[' && !m_onServer)
            return skipTo(u"]", Kind::Name);
        if (c == u'$' && m_onServer)
            return dollars();
        if (beginsWord(c))
            return word();
        if (c.isDigit())
            return number();
        ++m_at;
        return c == u';' ? Kind::End : Kind::Sign;
    }

    Kind skipTo(QStringView end, Kind kind)
    {
        const qsizetype found = m_sql.indexOf(end, m_at);
        m_at = found < 0 ? m_sql.size() : found + end.size();
        return kind;
    }

    /// PostgreSQL's comments stand in one another.
    Kind comment()
    {
        int depth = 0;
        for (; m_at < m_sql.size(); ++m_at) {
            if (peek() == u'/' && peek(1) == u'*' && (depth == 0 || m_onServer)) {
                ++depth;
                ++m_at;
            } else if (peek() == u'*' && peek(1) == u'/') {
                ++m_at;
                if (--depth == 0) {
                    ++m_at;
                    break;
                }
            }
        }
        return Kind::Comment;
    }

    /// Two quotes are one inside; with `escape` so is what follows a backslash.
    Kind quoted(QChar quote, Kind kind, bool escape = false)
    {
        for (++m_at; m_at < m_sql.size(); ++m_at) {
            if (escape && peek() == u'\\') {
                ++m_at;
            } else if (peek() == quote) {
                ++m_at;
                if (peek() != quote)
                    break;
            }
        }
        m_at = std::min(m_at, m_sql.size());
        return kind;
    }

    Kind dollars()
    {
        static const QRegularExpression opening(u"\\G\\$(?:[[:alpha:]_\\x{80}-\\x{ffff}][\\w]*)?\\$"_s,
                                                QRegularExpression::UseUnicodePropertiesOption);
        const auto match = opening.matchView(m_sql, m_at);
        if (!match.hasMatch()) {
            ++m_at;
            return Kind::Sign;
        }
        m_at = match.capturedEnd();
        return skipTo(match.capturedView(), Kind::Text);
    }

    Kind word()
    {
        const qsizetype from = m_at;
        while (m_at < m_sql.size() && goesOn(m_sql[m_at]))
            ++m_at;
        const bool isEscape = m_onServer && m_at == from + 1 && m_sql[from].toLower() == u'e' && peek() == u'\'';
        return isEscape ? quoted(u'\'', Kind::Text, true) : Kind::Word;
    }

    Kind number()
    {
        while (m_at < m_sql.size() && (goesOn(m_sql[m_at]) || m_sql[m_at] == u'.'))
            ++m_at;
        return Kind::Number;
    }

    QStringView m_sql;
    bool m_onServer;
    qsizetype m_at = 0;
};

}

QList<Token> sqltokens::read(QStringView sql, Connection::Engine engine)
{
    return Reader(sql, engine).all();
}

QList<Token> sqltokens::readCode(QStringView sql, Connection::Engine engine)
{
    QList<Token> tokens = read(sql, engine);
    tokens.removeIf([](const Token &token) { return token.kind == Kind::Comment; });
    return tokens;
}

QString sqltokens::nameOf(const Token &token)
{
    if (token.kind != Kind::Name || token.text.size() < 2)
        return token.text.toString();
    const QChar quote = token.text.back();
    return token.text.sliced(1, token.text.size() - 2).toString().replace(QString(2, quote), QString(quote));
}

QStringView sqltokens::inside(const Token &text)
{
    const qsizetype edge = text.text.startsWith(u'$') ? text.text.indexOf(u'$', 1) + 1 : text.text.indexOf(u'\'') + 1;
    return text.text.size() >= 2 * edge ? text.text.sliced(edge, text.text.size() - 2 * edge) : QStringView();
}
