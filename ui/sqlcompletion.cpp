#include "sqlcompletion.h"

#include "store/sqltokens.h"
#include "store/statements.h"

using namespace Qt::Literals;
using sqlcompletion::Offer;
using sqlnames::Names;
using sqltokens::Kind;
using sqltokens::Token;

namespace {

/// The statement around the cursor: its tables by the names that they go by in it.
QMap<QString, QString> tablesIn(const QString &statement, const Names &names, Connection::Engine engine)
{
    QMap<QString, QString> tables;
    const auto tokens = sqltokens::readCode(statement, engine);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QString table = sqltokens::nameOf(tokens[i]);
        if (!names.columns.contains(table))
            continue;
        tables.insert(table, table);
        qsizetype alias = i + 1;
        if (alias < tokens.size() && tokens[alias].isWord("as"_L1))
            ++alias;
        if (alias < tokens.size() && tokens[alias].kind == Kind::Word
            && !names.words.contains(tokens[alias].text.toString().toUpper()))
            tables.insert(tokens[alias].text.toString(), table);
    }
    return tables;
}

QString statementAt(const QString &typed, qsizetype cursor, Connection::Engine engine)
{
    const auto list = statements::split(typed, engine);
    const qsizetype at = statements::at(list, typed, cursor);
    return at < 0 ? QString() : list[at].text;
}

/// Where tables are named.
bool wantsTable(const Token &before)
{
    for (const auto word : {"from"_L1, "join"_L1, "into"_L1, "update"_L1, "table"_L1, "on"_L1}) {
        if (before.isWord(word))
            return word != "on"_L1;
    }
    return false;
}

/// Begins as what is typed begins; keywords take over its letter case.
void add(Offer &offer, const QString &prefix, const QStringList &words)
{
    for (const QString &word : words) {
        if (word.startsWith(prefix, Qt::CaseInsensitive) && !offer.words.contains(word))
            offer.words.append(word);
    }
}

QStringList inCaseOf(const QString &prefix, QStringList keywords)
{
    if (!prefix.isEmpty() && prefix.front().isLower()) {
        for (QString &word : keywords)
            word = word.toLower();
    }
    return keywords;
}

}

Offer sqlcompletion::offer(const QString &typed, qsizetype cursor, const Names &names, Connection::Engine engine)
{
    auto before = sqltokens::readCode(QStringView(typed).first(cursor), engine);
    QString prefix;
    Offer offer{.from = cursor};
    if (!before.isEmpty() && before.constLast().end() == cursor) {
        const Token last = before.constLast();
        if (last.kind == Kind::Text || last.kind == Kind::Number)
            return offer;
        if (last.kind == Kind::Word) {
            prefix = last.text.toString();
            offer.from = last.from;
            before.removeLast();
        }
    }
    const auto tables = tablesIn(statementAt(typed, cursor, engine), names, engine);
    if (before.size() > 1 && before.constLast().isSign(u'.')) {
        const QString owner = sqltokens::nameOf(before[before.size() - 2]);
        add(offer, prefix, names.columns.value(tables.value(owner, owner)));
        return offer;
    }
    if (!before.isEmpty() && wantsTable(before.constLast())) {
        add(offer, prefix, names.columns.keys());
        return offer;
    }
    for (const QString &table : tables)
        add(offer, prefix, names.columns.value(table));
    add(offer, prefix, tables.keys());
    add(offer, prefix, inCaseOf(prefix, names.words));
    add(offer, prefix, names.columns.keys());
    return offer;
}
