#include "store/statements.h"

#include "store/sqltokens.h"

using namespace Qt::Literals;
using sqltokens::Kind;
using sqltokens::Token;
using statements::Statement;

namespace {

/// Follows one statement, and knows whether a semicolon ends it.
class Course
{
public:
    explicit Course(Connection::Engine engine)
        : m_onServer(engine == Connection::Engine::PostgreSQL)
    {
    }

    bool endsHere() const { return m_blocks == 0 && (!m_isRule || m_brackets <= 0); }

    void see(const Token &token)
    {
        if (token.kind == Kind::Word && !m_afterDot)
            seeWord(token);
        if (token.isSign(u'('))
            ++m_brackets;
        else if (token.isSign(u')'))
            --m_brackets;
        m_afterDot = token.isSign(u'.'); // new.end is a column
    }

private:
    void seeWord(const Token &token)
    {
        const bool isExplained = token.isWord("explain"_L1) || token.isWord("query"_L1) || token.isWord("plan"_L1);
        if (m_words == 0 && !isExplained)
            m_isCreate = token.isWord("create"_L1);
        if (m_words > 0 || !isExplained)
            ++m_words;
        if (m_isCreate && m_words <= 4)
            seeKind(token);
        if (m_hasBody)
            seeBody(token);
        m_afterBegin = token.isWord("begin"_L1);
    }

    void seeKind(const Token &token)
    {
        m_hasBody = m_hasBody || (!m_onServer && token.isWord("trigger"_L1))
            || (m_onServer && (token.isWord("function"_L1) || token.isWord("procedure"_L1)));
        m_isRule = m_isRule || (m_onServer && token.isWord("rule"_L1));
    }

    void seeBody(const Token &token)
    {
        const bool opens = m_onServer ? m_afterBegin && token.isWord("atomic"_L1) : token.isWord("begin"_L1);
        if ((opens && m_blocks == 0) || (m_blocks > 0 && token.isWord("case"_L1)))
            ++m_blocks;
        else if (m_blocks > 0 && token.isWord("end"_L1))
            --m_blocks;
    }

    bool m_onServer;
    bool m_isCreate = false;
    bool m_hasBody = false;
    bool m_isRule = false; // of which semicolons stand in brackets
    bool m_afterDot = false;
    bool m_afterBegin = false;
    int m_words = 0;
    int m_blocks = 0;
    int m_brackets = 0;
};

Statement statement(const QString &typed, const Token &first, const Token &last)
{
    return {.text = typed.sliced(first.from, last.end() - first.from),
            .from = first.from,
            .line = int(QStringView(typed).first(first.from).count(u'\n')) + 1};
}

}

QList<Statement> statements::split(const QString &typed, Connection::Engine engine)
{
    const auto tokens = sqltokens::readCode(typed, engine);
    QList<Statement> list;
    Course course(engine);
    std::optional<Token> first;
    Token last;
    const auto end = [&] {
        if (first)
            list.append(statement(typed, *first, last));
        first.reset();
        course = Course(engine);
    };
    for (const Token &token : tokens) {
        if (token.kind == Kind::End && course.endsHere()) {
            end();
            continue;
        }
        if (!first)
            first = token;
        course.see(token);
        last = token;
    }
    end();
    return list;
}

qsizetype statements::at(const QList<Statement> &list, const QString &typed, qsizetype cursor)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < list.size() && list[i].from <= cursor; ++i)
        found = i;
    if (found < 0)
        return list.isEmpty() ? -1 : 0;
    const qsizetype end = list[found].from + list[found].text.size();
    const bool isBelow = cursor > end && QStringView(typed).sliced(end, cursor - end).contains(u'\n');
    return isBelow && found + 1 < list.size() ? found + 1 : found;
}
