#include "store/sqltokens.h"
#include "store/statements.h"

using namespace Qt::Literals;
using sqltokens::Kind;
using sqltokens::Token;
using statements::Nature;

namespace {

using Tokens = QList<Token>;

bool isAny(const Token &token, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return token.isWord(word); });
}

/// Whether a statement may begin behind this one: another's WITH, an EXPLAIN, the body of a routine.
bool opensStatement(const Token &before)
{
    return before.kind == Kind::End || before.isSign(u'(') || before.isSign(u')')
        || isAny(before,
                 {"explain"_L1, "analyze"_L1, "verbose"_L1, "plan"_L1, "begin"_L1, "then"_L1, "else"_L1, "loop"_L1});
}

/// Whether rows are changed by what begins here, wherever that is in the statement.
bool changesRows(const Tokens &tokens, qsizetype at)
{
    if (at > 0 && !opensStatement(tokens[at - 1]))
        return false;
    const Token &word = tokens[at];
    const Token next = at + 1 < tokens.size() ? tokens[at + 1] : Token();
    if (word.isWord("update"_L1))
        return !next.text.isEmpty() && !next.isWord("set"_L1) && !next.isSign(u')') && !next.isSign(u',');
    if (word.isWord("delete"_L1))
        return next.isWord("from"_L1);
    return (isAny(word, {"insert"_L1, "replace"_L1, "merge"_L1}) && next.isWord("into"_L1))
        || (at == 0 && isAny(word, {"insert"_L1, "replace"_L1, "copy"_L1, "truncate"_L1}));
}

bool changesRows(const Tokens &tokens)
{
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (changesRows(tokens, i))
            return true;
    }
    return false;
}

/// SELECT … INTO makes a table on a server.
bool selectsInto(const Tokens &tokens)
{
    return std::ranges::any_of(tokens, [](const Token &token) { return token.isWord("into"_L1); });
}

/// An EXPLAIN runs the statement only if it says ANALYZE.
bool runsWhatItExplains(const Tokens &tokens)
{
    return std::ranges::any_of(tokens.first(std::min<qsizetype>(12, tokens.size())),
                               [](const Token &token) { return token.isWord("analyze"_L1); });
}

Nature natureOfPragma(const Tokens &tokens)
{
    const bool sets = std::ranges::any_of(tokens, [](const Token &token) { return token.isSign(u'='); });
    return sets ? Nature::Session : Nature::Reads;
}

Nature natureOf(const Tokens &tokens, bool onServer)
{
    if (tokens.isEmpty())
        return Nature::Reads;
    const Token &first = tokens.first();
    if (first.isWord("explain"_L1))
        return onServer && runsWhatItExplains(tokens) && changesRows(tokens) ? Nature::ChangesRows : Nature::Reads;
    if (isAny(first, {"select"_L1, "with"_L1, "values"_L1, "table"_L1, "show"_L1}) || first.isSign(u'('))
        return changesRows(tokens) || (onServer && selectsInto(tokens)) ? Nature::ChangesRows : Nature::Reads;
    if (changesRows(tokens, 0))
        return Nature::ChangesRows;
    if (isAny(first, {"create"_L1, "alter"_L1, "drop"_L1, "comment"_L1, "grant"_L1, "revoke"_L1, "reindex"_L1}))
        return Nature::ChangesSchema;
    if (isAny(first,
              {"begin"_L1, "start"_L1, "commit"_L1, "end"_L1, "rollback"_L1, "abort"_L1, "savepoint"_L1, "release"_L1}))
        return Nature::Transaction;
    if (first.isWord("pragma"_L1))
        return natureOfPragma(tokens);
    return isAny(first, {"do"_L1, "call"_L1, "execute"_L1}) ? Nature::ChangesRows : Nature::Session;
}

/// From `at` to the end of what stands in the same brackets.
bool hasWhere(const Tokens &tokens, qsizetype at)
{
    int depth = 0;
    for (; at < tokens.size() && depth >= 0; ++at) {
        const Token &token = tokens[at];
        if (depth == 0 && token.isWord("where"_L1))
            return true;
        if (depth == 0 && token.kind == Kind::End)
            return false;
        depth += token.isSign(u'(') ? 1 : token.isSign(u')') ? -1 : 0;
    }
    return false;
}

/// The table that is named behind the verb: OR IGNORE, ONLY and a schema's name aside.
QString tableBehind(const Tokens &tokens, qsizetype at)
{
    for (; at < tokens.size(); ++at) {
        if (tokens[at].isWord("or"_L1)) {
            ++at; // UPDATE OR IGNORE
            continue;
        }
        const bool isFiller
            = isAny(tokens[at], {"from"_L1, "only"_L1, "table"_L1, "view"_L1, "if"_L1, "exists"_L1, "not"_L1});
        const bool isSchema = at + 1 < tokens.size() && tokens[at + 1].isSign(u'.');
        if (!isFiller && !isSchema && !tokens[at].isSign(u'.'))
            return sqltokens::nameOf(tokens[at]);
    }
    return {};
}

std::optional<QString> dangerOf(const Tokens &tokens)
{
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!changesRows(tokens, i) || !isAny(tokens[i], {"update"_L1, "delete"_L1, "truncate"_L1}))
            continue;
        const QString table = tableBehind(tokens, i + 1);
        if (tokens[i].isWord("truncate"_L1))
            return u"This TRUNCATE deletes every row of %1."_s.arg(table);
        if (!hasWhere(tokens, i + 1))
            return tokens[i].isWord("update"_L1)
                ? u"This UPDATE has no WHERE: it changes every row of %1."_s.arg(table)
                : u"This DELETE has no WHERE: it deletes every row of %1."_s.arg(table);
    }
    const bool drops = tokens.size() > 1 && tokens[0].isWord("drop"_L1) && tokens[1].isWord("table"_L1);
    return drops ? std::optional(u"This drops the table %1 with all that is in it."_s.arg(tableBehind(tokens, 2)))
                 : std::nullopt;
}

}

Nature statements::nature(const QString &statement, Connection::Engine engine)
{
    return natureOf(sqltokens::readCode(statement, engine), engine == Connection::Engine::PostgreSQL);
}

bool statements::isQuery(const QString &statement, Connection::Engine engine)
{
    const Tokens tokens = sqltokens::readCode(statement, engine);
    return !tokens.isEmpty()
        && (isAny(tokens.first(), {"select"_L1, "with"_L1, "values"_L1, "table"_L1}) || tokens.first().isSign(u'('))
        && natureOf(tokens, true) == Nature::Reads;
}

std::optional<QString> statements::danger(const QString &statement, Connection::Engine engine)
{
    const Tokens tokens = sqltokens::readCode(statement, engine);
    const Nature nature = natureOf(tokens, engine == Connection::Engine::PostgreSQL);
    if (nature != Nature::ChangesRows && nature != Nature::ChangesSchema)
        return std::nullopt;
    if (tokens.first().isWord("create"_L1)) // what its body says does not happen yet
        return std::nullopt;
    if (tokens.first().isWord("do"_L1)) {
        for (const Token &token : tokens) {
            if (token.kind != Kind::Text)
                continue;
            if (const auto inside = dangerOf(sqltokens::readCode(sqltokens::inside(token), engine)))
                return inside;
        }
    }
    return dangerOf(tokens);
}
