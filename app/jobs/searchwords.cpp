#include "jobs/searching.h"

#include "match/score.h"
#include "match/title.h"
#include "wiki/wikiclient.h"
#include "wiki/wikirequests.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Likeliest = 6; ///< of what a search finds, as many are looked at

/// Words that hardly a text lacks: Lucene's own list for English.
bool isInEveryText(const QString &word)
{
    static const QSet<QString> words{u"a"_s,    u"an"_s,  u"and"_s,   u"are"_s,  u"as"_s,    u"at"_s,    u"be"_s,
                                     u"but"_s,  u"by"_s,  u"for"_s,   u"if"_s,   u"in"_s,    u"into"_s,  u"is"_s,
                                     u"it"_s,   u"no"_s,  u"not"_s,   u"of"_s,   u"on"_s,    u"or"_s,    u"such"_s,
                                     u"that"_s, u"the"_s, u"their"_s, u"then"_s, u"there"_s, u"these"_s, u"they"_s,
                                     u"this"_s, u"to"_s,  u"was"_s,   u"will"_s, u"with"_s};
    return words.contains(word);
}

/// A title's words in lower case, where an operator is a word.
QStringList wordsOf(const QString &title)
{
    static const QRegularExpression signs(u"[^\\p{L}\\p{M}\\p{N}'’]+"_s);
    return title.toLower().split(signs, Qt::SkipEmptyParts);
}

/// All of them if none tells anything.
QStringList tellingWords(const QString &title)
{
    const QStringList words = wordsOf(title);
    QStringList telling = words;
    telling.removeIf(isInEveryText);
    return telling.isEmpty() ? words : telling;
}

/// What the article may write otherwise: two words as one ("old boy"), and long words by a letter or two, which is what
/// a tilde asks for.
QStringList otherSpellings(const QString &title)
{
    constexpr qsizetype Long = 5;
    constexpr qsizetype VeryLong = 8;
    static const QRegularExpression letters(u"^[\\p{L}\\p{M}]+$"_s);
    const QStringList words = wordsOf(title);
    QStringList others;
    for (qsizetype i = 1; i < words.size(); ++i)
        others.append(words[i - 1] + words[i]);
    for (const QString &word : words) {
        if (word.size() >= Long && letters.match(word).hasMatch())
            others.append(word + (word.size() < VeryLong ? u"~1"_s : u"~2"_s));
    }
    return others;
}

}

QStringList searching::guesses(const Item &item)
{
    QStringList guesses;
    for (const QString &title : score::titlesOf(item)) {
        if (item.year)
            guesses.append(u"%1 (%2 film)"_s.arg(title).arg(*item.year));
        guesses.append(title + u" (film)"_s);
        guesses.append(title);
    }
    return guesses;
}

QStringList searching::names(const Item &item)
{
    QStringList names;
    for (const QString &title : score::titlesOf(item)) {
        const auto [head, subtitle] = title::division(title);
        for (const QString &name : {title, head.toString(), subtitle.toString()})
            names.append(name.simplified());
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

QString searching::byTitle(const QString &title)
{
    return u"intitle:\"%1\""_s.arg(wikipedia::plainWords(title));
}

QString searching::byWords(const Item &item)
{
    if (!item.year)
        return {};
    QStringList words;
    QStringList spellings;
    for (const QString &title : score::titlesOf(item)) {
        words += tellingWords(title);
        spellings += otherSpellings(title);
    }
    words += spellings;
    words.removeDuplicates();
    QStringList years;
    for (const int apart : {0, -1, 1, -2, 2, -3, 3})
        years.append(u"%1 films"_s.arg(*item.year + apart));
    const QString filter = u" incategory:\"%1\""_s.arg(years.join(u'|'));
    QString search;
    for (const QString &word : std::as_const(words)) {
        const QString next = search.isEmpty() ? word : search + u" OR "_s + word;
        if (next.size() + filter.size() > wikipedia::LongestSearch)
            break;
        search = next;
    }
    return search.isEmpty() ? QString() : search + filter;
}

QList<Candidate> searching::likeliest(const Item &item, const QList<Candidate> &found, const Weights &weights)
{
    const QList<Candidate> ranked = score::rank(item, found, weights);
    return ranked.first(std::min(ranked.size(), Likeliest));
}

QList<Candidate> searching::joined(QList<Candidate> first, const QList<Candidate> &second)
{
    for (const Candidate &candidate : second) {
        const auto same = [&](const Candidate &other) {
            return (candidate.page && other.page == candidate.page)
                || (candidate.wikidataId && other.wikidataId == candidate.wikidataId);
        };
        const auto known = std::ranges::find_if(first, same);
        if (known == first.end()) {
            first.append(candidate);
            continue;
        }
        const int rank = known->rank > 0 ? known->rank : candidate.rank;
        if (!known->page && candidate.page)
            *known = candidate;
        known->rank = rank;
    }
    return first;
}
