#include "searchindex.h"

#include <QString>

namespace origin {

namespace {

bool isPlainAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; });
}

QString withoutMarks(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            plain += c;
    return plain.toCaseFolded();
}

/// "twisters" is found by "twister": search engines fold plurals.
QByteArray stem(QByteArray word)
{
    if (word.size() > 3 && word.endsWith('s') && !word.endsWith("ss"))
        word.chop(1);
    return word;
}

void take(QByteArrayList &words, QByteArray &word)
{
    if (!word.isEmpty())
        words.append(stem(std::exchange(word, {})));
}

QByteArrayList asciiWords(QByteArrayView text)
{
    QByteArrayList words;
    QByteArray word;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word += c;
        else if (c >= 'A' && c <= 'Z')
            word += char(c + 32);
        else if (c != '\'')
            take(words, word);
    }
    take(words, word);
    return words;
}

QByteArrayList unicodeWords(QByteArrayView text)
{
    QByteArrayList words;
    QByteArray word;
    for (const QChar c : withoutMarks(QString::fromUtf8(text))) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            word += QString(c).toUtf8();
        else if (c != u'\'' && c != u'’')
            take(words, word);
    }
    take(words, word);
    return words;
}

/// Splits off the next part of a query: a word, a phrase in quotes, key:"phrase".
QByteArray nextPart(const QByteArray &text, qsizetype &at)
{
    while (at < text.size() && text[at] == ' ')
        ++at;
    const qsizetype from = at;
    bool quoted = false;
    for (; at < text.size() && (quoted || text[at] != ' '); ++at)
        quoted ^= text[at] == '"';
    return text.sliced(from, at - from);
}

bool takePrefix(QByteArray &part, QByteArrayView prefix)
{
    if (!part.startsWith(prefix))
        return false;
    part = part.sliced(prefix.size());
    return true;
}

/// "kanal~1", "kanal~" without the tilde, and how many letters may differ: 0 for a word as it is.
int takeTilde(QByteArray &part)
{
    const qsizetype tilde = part.lastIndexOf('~');
    const QByteArray behind = part.sliced(tilde + 1);
    if (tilde < 1 || !(behind.isEmpty() || behind == "1" || behind == "2"))
        return 0;
    part.truncate(tilde);
    return behind == "1" ? 1 : 2;
}

/// The words of the part before an OR, which were a MUST so far.
void makeOptional(SearchQuery &query, const QByteArrayList *last, qsizetype from)
{
    if (last != &query.words)
        return;
    query.optional += query.words.sliced(from);
    query.words.resize(from);
}

}

QByteArrayList SearchIndex::words(QByteArrayView text)
{
    return isPlainAscii(text) ? asciiWords(text) : unicodeWords(text);
}

SearchQuery SearchQuery::parse(const QByteArray &text)
{
    SearchQuery query;
    QByteArrayList *last = nullptr; // where the words of the part before went
    qsizetype before = 0;
    bool isAlternative = false;
    for (qsizetype at = 0; at < text.size();) {
        QByteArray part = nextPart(text, at);
        if (part == "OR") {
            makeOptional(query, std::exchange(last, nullptr), before);
            isAlternative = true;
            continue;
        }
        const bool negated = part.size() > 1 && takePrefix(part, "-");
        last = nullptr;
        if (takePrefix(part, "intitle:")) {
            (negated ? query.notInTitle : query.inTitle).append(SearchIndex::words(part));
        } else if (takePrefix(part, "hastemplate:")) {
            query.templates.append(part.replace('"', ""));
        } else if (takePrefix(part, "incategory:")) {
            query.categories.append(part.replace('"', "").replace('_', ' ').toLower().split('|'));
        } else if (const int letters = negated ? 0 : takeTilde(part); letters > 0) {
            for (const QByteArray &word : SearchIndex::words(part))
                query.alike.append({.word = word, .letters = letters});
        } else {
            last = negated ? &query.notWords : isAlternative ? &query.optional : &query.words;
            before = last->size();
            last->append(SearchIndex::words(part));
        }
        isAlternative = false;
    }
    query.inTitle.removeAll({});
    return query;
}

QByteArrayList SearchQuery::all() const
{
    QByteArrayList wanted = words + optional;
    for (const QByteArrayList &phrase : inTitle)
        wanted += phrase;
    return wanted;
}

}
