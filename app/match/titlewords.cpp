#include "match/titlewords.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals;
using titlewords::Keyed;
using titlewords::Words;

namespace {

struct Numeral
{
    QLatin1StringView word;
    QLatin1StringView digits;
};
constexpr std::array Romans{
    Numeral{"ii"_L1, "2"_L1},   Numeral{"iii"_L1, "3"_L1},   Numeral{"iv"_L1, "4"_L1}, Numeral{"vi"_L1, "6"_L1},
    Numeral{"vii"_L1, "7"_L1},  Numeral{"viii"_L1, "8"_L1},  Numeral{"ix"_L1, "9"_L1}, Numeral{"xi"_L1, "11"_L1},
    Numeral{"xii"_L1, "12"_L1}, Numeral{"xiii"_L1, "13"_L1},
};
constexpr std::array ShortRomans{Numeral{"i"_L1, "1"_L1}, Numeral{"v"_L1, "5"_L1}, Numeral{"x"_L1, "10"_L1}};
constexpr std::array Cardinals{
    Numeral{"one"_L1, "1"_L1},       Numeral{"two"_L1, "2"_L1},     Numeral{"three"_L1, "3"_L1},
    Numeral{"four"_L1, "4"_L1},      Numeral{"five"_L1, "5"_L1},    Numeral{"six"_L1, "6"_L1},
    Numeral{"seven"_L1, "7"_L1},     Numeral{"eight"_L1, "8"_L1},   Numeral{"nine"_L1, "9"_L1},
    Numeral{"ten"_L1, "10"_L1},      Numeral{"eleven"_L1, "11"_L1}, Numeral{"twelve"_L1, "12"_L1},
    Numeral{"thirteen"_L1, "13"_L1}, Numeral{"twenty"_L1, "20"_L1}, Numeral{"thirty"_L1, "30"_L1},
};
constexpr std::array Ordinals{
    Numeral{"first"_L1, "1st"_L1},       Numeral{"second"_L1, "2nd"_L1},    Numeral{"third"_L1, "3rd"_L1},
    Numeral{"fourth"_L1, "4th"_L1},      Numeral{"fifth"_L1, "5th"_L1},     Numeral{"sixth"_L1, "6th"_L1},
    Numeral{"seventh"_L1, "7th"_L1},     Numeral{"eighth"_L1, "8th"_L1},    Numeral{"ninth"_L1, "9th"_L1},
    Numeral{"tenth"_L1, "10th"_L1},      Numeral{"eleventh"_L1, "11th"_L1}, Numeral{"twelfth"_L1, "12th"_L1},
    Numeral{"thirteenth"_L1, "13th"_L1},
};
constexpr std::array PartWords{"part"_L1, "chapter"_L1, "volume"_L1, "vol"_L1, "episode"_L1, "book"_L1};
constexpr std::array Articles{"the"_L1, "a"_L1, "an"_L1};
constexpr std::array AnyArticles{
    "the"_L1, "a"_L1,   "an"_L1,  "le"_L1, "la"_L1,  "les"_L1, "l"_L1,   "un"_L1,  "une"_L1, "il"_L1,  "lo"_L1,
    "gli"_L1, "uno"_L1, "una"_L1, "el"_L1, "los"_L1, "las"_L1, "der"_L1, "die"_L1, "das"_L1, "den"_L1, "det"_L1,
    "de"_L1,  "het"_L1, "o"_L1,   "en"_L1, "et"_L1,  "ein"_L1, "os"_L1,  "as"_L1,  "um"_L1,  "uma"_L1, "eine"_L1};
constexpr std::array Endings{"movie"_L1, "film"_L1, "3d"_L1, "4d"_L1};

constexpr qsizetype LongestArticle = 6; ///< with comma and blank

bool oneOf(const auto &words, QStringView word)
{
    return std::ranges::any_of(words, [&](QLatin1StringView known) { return word == known; });
}

QLatin1StringView digitsOf(const auto &numerals, QStringView word)
{
    const auto found = std::ranges::find_if(numerals, [&](const Numeral &numeral) { return word == numeral.word; });
    return found == numerals.end() ? QLatin1StringView() : found->digits;
}

/// Letters that no decomposition makes plain.
QLatin1StringView plain(QChar c)
{
    switch (c.unicode()) {
    case u'ø':
        return "o"_L1;
    case u'ł':
        return "l"_L1;
    case u'đ':
    case u'ð':
        return "d"_L1;
    case u'þ':
        return "th"_L1;
    case u'æ':
        return "ae"_L1;
    case u'œ':
        return "oe"_L1;
    case u'ı':
        return "i"_L1;
    default:
        return {};
    }
}

/// Most titles are ASCII, which needs no tables.
QString decomposed(QStringView text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; }))
        return text.toString().toLower();
    QString plainly;
    for (const QChar c : text) {
        const auto fraction = c == u'½' ? " 1 2"_L1
            : c == u'⅓'                 ? " 1 3"_L1
            : c == u'⅔'                 ? " 2 3"_L1
                                        : QLatin1StringView();
        fraction.isEmpty() && !titlewords::isApostrophe(c) ? plainly += c : plainly += fraction;
    }
    return plainly.normalized(QString::NormalizationForm_KD).toCaseFolded();
}

/// Numbers that count parts as digits: "part two" and "ii" behind a word, but not "Seven" or "I, Robot".
QLatin1StringView partNumber(const Words &words, qsizetype i)
{
    if (i == 0)
        return {};
    const bool afterPart = oneOf(PartWords, words[i - 1]);
    auto digits = digitsOf(Romans, words[i]);
    if (digits.isEmpty() && afterPart)
        digits = digitsOf(Cardinals, words[i]);
    if (digits.isEmpty() && (afterPart || i == words.size() - 1))
        digits = digitsOf(ShortRomans, words[i]);
    return digits;
}

Keyed apart(const QString &folded, bool mayEndWithArticle)
{
    const Words words = titlewords::split(folded);
    const bool leads = words.size() > 1 && oneOf(Articles, words.first());
    const bool trails = !leads && words.size() > 1 && mayEndWithArticle && titlewords::isArticle(words.last());
    Keyed keyed;
    if (leads || trails)
        keyed.article = (leads ? words.first() : words.last()).toString();
    keyed.key.reserve(folded.size());
    for (qsizetype i = leads ? 1 : 0; i < words.size() - (trails ? 1 : 0); ++i) {
        if (!keyed.key.isEmpty())
            keyed.key += u' ';
        const auto digits = partNumber(words, i);
        if (!digits.isEmpty())
            keyed.key += digits;
        else if (i + 1 < words.size() && words[i] == "vol"_L1)
            keyed.key += "volume"_L1;
        else
            keyed.key += words[i];
    }
    return keyed;
}

}

QString titlewords::folded(QStringView title)
{
    const QString text = decomposed(title);
    QString key;
    key.reserve(text.size() + 8);
    const auto space = [&] {
        if (!key.isEmpty() && key.back() != u' ')
            key += u' ';
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool inThreeD = c == u'-' && i > 0 && text[i - 1].isDigit() && QStringView(text).sliced(i + 1) == "d"_L1;
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            const auto letters = c.unicode() < 128 ? QLatin1StringView() : plain(c);
            letters.isEmpty() ? key += c : key += letters;
        } else if (c == u'&' || c == u'+') {
            space();
            key += "and "_L1;
        } else if (!isApostrophe(c) && !c.isMark() && !inThreeD) {
            space();
        }
    }
    if (key.endsWith(u' '))
        key.chop(1);
    return key;
}

Words titlewords::split(QStringView text)
{
    Words words;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != u' ')
            continue;
        if (i > from)
            words.append(text.sliced(from, i - from));
        from = i + 1;
    }
    return words;
}

Keyed titlewords::keyed(QStringView bareTitle)
{
    const qsizetype comma = bareTitle.lastIndexOf(u',');
    return apart(folded(bareTitle), comma >= 0 && bareTitle.size() - comma <= LongestArticle);
}

bool titlewords::isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'‘' || c == u'ʻ' || c == u'`' || c == u'´';
}

bool titlewords::isNumber(QStringView word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

bool titlewords::isArticle(QStringView word)
{
    return oneOf(AnyArticles, word);
}

QLatin1StringView titlewords::asDigits(QStringView word)
{
    const auto digits = digitsOf(Cardinals, word);
    return digits.isEmpty() ? digitsOf(Ordinals, word) : digits;
}

bool titlewords::isFiller(const Words &words, qsizetype i)
{
    const bool last = i > 0 && i + 1 == words.size();
    if (isArticle(words[i]) || (last && oneOf(Endings, words[i])))
        return true;
    return i + 1 < words.size() && oneOf(PartWords, words[i]) && isNumber(words[i + 1]);
}
