#include "store/tablewords.h"

#include "store/searchsql.h"
#include "store/tablerelation.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using condition::Sql;
using table::Field;
using table::Form;

namespace {

/// As the tables of FTS5 have it, which go by Unicode 6.1: some letters of now were marks then.
bool isOfWord(char32_t letter)
{
    const bool wasMark = (letter >= 0x19b0 && letter <= 0x19c9) || letter == 0x1cf2 || letter == 0x1cf3;
    return QChar::isLetterOrNumber(letter) && !wasMark;
}

QStringList splitAt(const QString &text, auto isSeparator)
{
    QStringList parts{QString()};
    for (const char32_t letter : text.toUcs4()) {
        if (isSeparator(letter))
            parts.append(QString());
        else
            parts.last() += QChar::fromUcs4(letter);
    }
    parts.removeAll(QString());
    return parts;
}

/// A letter alone begins too many words.
bool isBeginning(const QString &token)
{
    return token.toUcs4().size() > 1;
}

/// All words of the text are in the row, the last of them may go on.
QVariant matchOf(const Connection &connection, const QString &text)
{
    const bool isSqlite = connection.engine() == Connection::Engine::SQLite;
    const QStringList tokens
        = tablewords::tokens(isSqlite ? text.normalized(QString::NormalizationForm_C) : tablewords::folded(text));
    QStringList terms;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool goesOn = i == tokens.size() - 1 && isBeginning(tokens[i]);
        terms.append(isSqlite ? u'"' + tokens[i] + (goesOn ? u"\"*"_s : u"\""_s)
                              : u'\'' + tokens[i] + (goesOn ? u"':*"_s : u"'"_s));
    }
    return terms.join(isSqlite ? u" AND "_s : u" & "_s);
}

/// "SELECT the keys of rows that have the words FROM a table with an index".
QString found(const Connection &connection, const model::Table &table)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return u"SELECT rowid FROM %1 WHERE %1 MATCH ?"_s.arg(searchsql::name(table.name));
    return u"SELECT %1 FROM %2 WHERE %3 @@ CAST(? AS tsquery)"_s.arg(
        connection.quoted(table.primaryKey.first()), connection.quoted(table.name), searchsql::vector(table));
}

/// The tables in whose indexes the words are looked for: the form's own first, then those that are joined to it.
struct Asked
{
    const model::Table *own = nullptr;
    QList<std::pair<Field, const model::Table *>> joined;

    QStringList tables() const
    {
        QStringList names{own->name};
        for (const auto &[field, table] : joined)
            names.append(table->name);
        return names;
    }
};

const model::Table *searched(const QString &name)
{
    const model::Table *table = model::own().table(name);
    return table && !table->search.isEmpty() ? table : nullptr;
}

/// Nothing where one of them has no index. A film's first director is one of its directors, who are looked at anyway.
std::optional<Asked> askedOf(const Form &form)
{
    Asked asked{.own = searched(form.table), .joined = {}};
    if (!asked.own || asked.own->primaryKey != form.key)
        return std::nullopt;
    for (const Field &field : form.fields) {
        const model::Table *other = field.kind == Field::Kind::Own ? nullptr : searched(field.table);
        if (field.kind != Field::Kind::Own && !other)
            return std::nullopt;
        if (field.kind == Field::Kind::Relation)
            asked.joined.append({field, other});
    }
    return asked;
}

Sql indexed(const Connection &connection, const Form &form, const Asked &asked, const QString &word)
{
    const QVariant wanted = matchOf(connection, word);
    QStringList parts{found(connection, *asked.own)};
    QVariantList values{wanted};
    for (const auto &[field, table] : asked.joined) {
        parts.append(relation::joinedTo(connection, field, found(connection, *table)));
        values.append(wanted);
    }
    return {u"t.%1 IN (%2)"_s.arg(connection.quoted(form.key.first()), parts.join(u" UNION ALL "_s)), values};
}

Sql anywhere(const Connection &connection, const Form &form, const QString &word)
{
    QStringList any;
    QVariantList values;
    for (const Field &field : form.fields) {
        const Sql sql = relation::contains(connection, form, field, word);
        any.append(sql.text);
        values += sql.values;
    }
    return {u'(' + any.join(u" OR ") + u')', values};
}

}

QStringList tablewords::tokens(const QString &text)
{
    return splitAt(text, [](char32_t letter) { return !isOfWord(letter); });
}

QString tablewords::folded(const QString &text)
{
    static const QRegularExpression marks(u"([A-Za-z])[\\x{300}-\\x{36f}]+"_s);
    QString plain = text.normalized(QString::NormalizationForm_D);
    plain.replace(marks, u"\\1"_s);
    plain = plain.normalized(QString::NormalizationForm_C).toLower();
    return plain.replace(u'ς', u'σ').replace(u'ſ', u's').replace(u'µ', u'μ');
}

bool tablewords::isUnspaced(const QString &text)
{
    return std::ranges::any_of(text.toUcs4(), [](char32_t letter) {
        switch (QChar::script(letter)) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Thai:
        case QChar::Script_Lao:
        case QChar::Script_Khmer:
        case QChar::Script_Myanmar:
            return true;
        default:
            return false;
        }
    });
}

std::optional<tablewords::Places> tablewords::placesIn(const QString &table)
{
    const model::Table *known = searched(table);
    if (!known)
        return std::nullopt;
    Places places{.columns = known->search, .others = {}};
    for (const Field &relation : table::relations(table))
        places.others.append(relation.header);
    return places;
}

Result<Sql> tablewords::holds(Connection &connection, const Form &form, const QString &words)
{
    const QStringList all = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (all.isEmpty())
        return Sql();
    const auto asked = askedOf(form);
    // A database that could not be brought up to date has no index.
    const auto isIndexed = asked ? table::haveSearchIndexes(connection, asked->tables()) : Result<bool>(false);
    if (!isIndexed)
        return std::unexpected(isIndexed.error());
    const bool hasWords = !tokens(words).isEmpty();
    QStringList terms;
    QVariantList values;
    for (const QString &word : all) {
        const bool isSign = tokens(word).isEmpty(); // "Tom & Jerry" are two words
        if (*isIndexed && isSign && hasWords)
            continue;
        const Sql sql = asked && *isIndexed && !isSign && !isUnspaced(word) ? indexed(connection, form, *asked, word)
                                                                            : anywhere(connection, form, word);
        terms.append(sql.text);
        values += sql.values;
    }
    return Sql{terms.join(u" AND "), values};
}
