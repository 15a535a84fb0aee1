#include "match/title.h"

#include <QVarLengthArray>

#include <rapidfuzz/fuzz.hpp>

#include <algorithm>
#include <array>

using namespace Qt::Literals;

namespace {

constexpr float Article = 0.99F; ///< only a leading article differs
constexpr float OneWord = 0.94F; ///< the same, and it is a single word: "Soap" and "A Soap" are two films
constexpr float Spelling = 0.96F; ///< only blanks and the form of numbers differ
constexpr float Part = 0.95F; ///< what stands before or behind the colon is the same
constexpr float Letters = 0.94F; ///< the most that letters alone can say
constexpr double SameSubtitle = 80; ///< per cent of their letters

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
constexpr std::array Words{
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
/// Of the languages of films, for the words that titles of one film often differ in.
constexpr std::array AnyArticles{
    "the"_L1, "a"_L1,   "an"_L1,  "le"_L1, "la"_L1,  "les"_L1, "l"_L1,   "un"_L1,  "une"_L1, "il"_L1,  "lo"_L1,
    "gli"_L1, "uno"_L1, "una"_L1, "el"_L1, "los"_L1, "las"_L1, "der"_L1, "die"_L1, "das"_L1, "den"_L1, "det"_L1,
    "de"_L1,  "het"_L1, "o"_L1,   "en"_L1, "et"_L1,  "ein"_L1, "os"_L1,  "as"_L1,  "um"_L1,  "uma"_L1, "eine"_L1};
constexpr std::array Endings{"movie"_L1, "film"_L1, "3d"_L1, "4d"_L1};
/// What a disambiguator is told by, besides a year.
constexpr std::array Kinds{"film"_L1,       "films"_L1,       "movie"_L1,         "series"_L1,  "serial"_L1,
                           "miniseries"_L1, "season"_L1,      "episode"_L1,       "special"_L1, "short"_L1,
                           "novel"_L1,      "book"_L1,        "soundtrack"_L1,    "album"_L1,   "song"_L1,
                           "franchise"_L1,  "play"_L1,        "musical"_L1,       "opera"_L1,   "comics"_L1,
                           "game"_L1,       "documentary"_L1, "disambiguation"_L1};

constexpr qsizetype LongestArticle = 6; ///< with comma and blank

using WordList = QVarLengthArray<QStringView, 24>;

bool oneOf(const auto &words, QStringView word)
{
    return std::ranges::any_of(words, [&](QLatin1StringView known) { return word == known; });
}

QLatin1StringView digitsOf(const auto &numerals, QStringView word)
{
    const auto found = std::ranges::find_if(numerals, [&](const Numeral &numeral) { return word == numeral.word; });
    return found == numerals.end() ? QLatin1StringView() : found->digits;
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'‘' || c == u'ʻ' || c == u'`' || c == u'´';
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
        fraction.isEmpty() && !isApostrophe(c) ? plainly += c : plainly += fraction;
    }
    return plainly.normalized(QString::NormalizationForm_KD).toCaseFolded();
}

/// Letters and digits in lower case without accents; what stands between words is one space.
QString folded(QStringView title)
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

WordList wordsOf(QStringView text)
{
    WordList words;
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

/// Numbers that count parts as digits: "part two" and "ii" behind a word, but not "Seven" or "I, Robot".
QLatin1StringView partNumber(const WordList &words, qsizetype i)
{
    if (i == 0)
        return {};
    const bool afterPart = oneOf(PartWords, words[i - 1]);
    auto digits = digitsOf(Romans, words[i]);
    if (digits.isEmpty() && afterPart)
        digits = digitsOf(Words, words[i]);
    if (digits.isEmpty() && (afterPart || i == words.size() - 1))
        digits = digitsOf(ShortRomans, words[i]);
    return digits;
}

/// The words of a folded title as its key, and the article that it lacks.
struct Keyed
{
    QString key;
    QString article;
};
Keyed keyed(const QString &folded, bool mayEndWithArticle)
{
    const WordList words = wordsOf(folded);
    const bool leads = words.size() > 1 && oneOf(Articles, words.first());
    const bool trails = !leads && words.size() > 1 && mayEndWithArticle && oneOf(AnyArticles, words.last());
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

Keyed keyed(QStringView bare)
{
    const qsizetype comma = bare.lastIndexOf(u',');
    return keyed(folded(bare), comma >= 0 && bare.size() - comma <= LongestArticle);
}

bool isNumber(QStringView word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

/// A word as digits, where it is a number or an ordinal one.
QLatin1StringView asDigits(QStringView word)
{
    const auto digits = digitsOf(Words, word);
    return digits.isEmpty() ? digitsOf(Ordinals, word) : digits;
}

/// Words that one title of a film has and another lacks: articles, "Part" before a number, "Movie" and "3D" at the end.
bool isFiller(const WordList &words, qsizetype i)
{
    const bool last = i > 0 && i + 1 == words.size();
    if (oneOf(AnyArticles, words[i]) || (last && oneOf(Endings, words[i])))
        return true;
    return i + 1 < words.size() && oneOf(PartWords, words[i]) && isNumber(words[i + 1]);
}

void readWords(title::Name &name)
{
    const WordList words = wordsOf(name.key);
    name.words = int(words.size());
    name.loose.reserve(name.key.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringView word = words[i];
        const auto digits = asDigits(word);
        const QString number = digits.isEmpty() ? word.toString() : QString(digits);
        if (isNumber(number))
            (digits.isEmpty() && number != "1"_L1 ? name.numbers : name.counts).append(number);
        if (!isFiller(words, i))
            name.loose += number;
        if (!oneOf(AnyArticles, word))
            name.telling.append(word.toString());
    }
    name.numbers.sort();
    name.counts.sort();
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—';
}

/// Where the first colon or dash stands, -1 for none.
qsizetype divider(QStringView bare)
{
    for (qsizetype i = 1; i + 1 < bare.size(); ++i) {
        if ((bare[i] == u':' && bare[i + 1].isSpace())
            || (isDash(bare[i]) && bare[i - 1].isSpace() && bare[i + 1].isSpace()))
            return i;
    }
    return -1;
}

/// Where a name of two or three words ends that the title is put under: "John Carpenter's …", "Lee Daniels' …"; -1 for
/// none.
qsizetype endOfOwner(QStringView bare)
{
    int words = 0;
    for (qsizetype i = 1; i < bare.size() && words < 3; ++i) {
        if (!bare[i].isSpace())
            continue;
        ++words;
        const bool owns = (bare[i - 1] == u's' && i > 2 && isApostrophe(bare[i - 2]))
            || (isApostrophe(bare[i - 1]) && i > 2 && bare[i - 2] == u's');
        if (words > 1 && owns)
            return i;
    }
    return -1;
}

double similarity(QStringView a, QStringView b)
{
    const auto units = [](QStringView text) { return std::u16string_view(text.utf16(), size_t(text.size())); };
    return rapidfuzz::fuzz::ratio(units(a), units(b));
}

/// The share of whole words that both have, from 0 to 1; a word counts by the square of its letters, for long ones tell
/// more.
double commonWords(const QStringList &ours, const QStringList &theirs)
{
    const auto weight = [](const QString &word) { return double(word.size() * word.size()); };
    double common = 0;
    double all = 0;
    for (const QString &word : ours) {
        all += weight(word);
        common += theirs.contains(word) ? weight(word) : 0;
    }
    for (const QString &word : theirs)
        all += weight(word);
    return all > 0 ? std::min(1.0, 2 * common / all) : 0;
}

/// What one has more than the other; both sorted.
QStringList surplus(const QStringList &one, const QStringList &other)
{
    QStringList surplus;
    std::ranges::set_difference(one, other, std::back_inserter(surplus));
    return surplus;
}

QStringList allNumbers(const title::Name &name)
{
    QStringList all = name.numbers + name.counts;
    all.sort();
    return all;
}

/// "Yamakasi" and "Yamakasi: The Samurai", "Dressed to Kill" and "Sherlock Holmes: Dressed to Kill".
bool isPartOf(const title::Name &one, const title::Name &divided)
{
    return one.subtitle.isEmpty() && !divided.subtitle.isEmpty()
        && (one.key == divided.head || one.key == divided.subtitle);
}

/// "Saw Again" and "Saw": something follows the whole title, as a subtitle would.
bool hasMore(const title::Name &longer, const title::Name &name)
{
    return longer.key.size() > name.key.size() && longer.key.startsWith(name.key)
        && longer.key[name.key.size()] == u' ';
}

/// "House III: The Horror Show" and "The Horror Show", "Ice Age 2: The Meltdown" and "Ice Age: The Meltdown".
bool hasSameSubtitle(const title::Name &ours, const title::Name &theirs)
{
    const QString &one = ours.subtitle.isEmpty() ? ours.key : ours.subtitle;
    const QString &other = theirs.subtitle.isEmpty() ? theirs.key : theirs.subtitle;
    return one == other;
}

}

QString title::key(QStringView title)
{
    return keyed(parts(title).bare).key;
}

title::Parts title::parts(QStringView articleTitle)
{
    const Parts whole{.bare = articleTitle, .disambiguator = {}};
    const qsizetype open = articleTitle.endsWith(u')') ? articleTitle.lastIndexOf(u'(') : -1;
    if (open < 2 || !articleTitle[open - 1].isSpace())
        return whole;
    const QStringView inside = articleTitle.sliced(open + 1).chopped(1);
    const QString words = folded(inside);
    const bool tells = std::ranges::any_of(
        wordsOf(words), [](QStringView word) { return oneOf(Kinds, word) || (word.size() == 4 && isNumber(word)); });
    return tells ? Parts{.bare = articleTitle.first(open).trimmed(), .disambiguator = inside} : whole;
}

std::optional<int> title::year(QStringView text)
{
    qsizetype digits = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] >= u'0' && text[i] <= u'9') {
            ++digits;
            continue;
        }
        if (digits == 4) {
            const int year = text.sliced(i - 4, 4).toInt();
            if (year >= 1870 && year < 2200)
                return year;
        }
        digits = 0;
    }
    return {};
}

title::Division title::division(QStringView bareTitle)
{
    constexpr QStringView Or = u" or";
    if (const qsizetype at = bareTitle.indexOf(u" or, "); at > 0)
        return {.head = bareTitle.first(at), .subtitle = bareTitle.sliced(at + 5).trimmed()};
    if (const qsizetype at = divider(bareTitle); at > 0) {
        QStringView head = bareTitle.first(at).trimmed();
        if (head.endsWith(Or) && head.size() > Or.size())
            head.chop(Or.size());
        return {.head = head, .subtitle = bareTitle.sliced(at + 1).trimmed()};
    }
    if (const qsizetype at = bareTitle.indexOf(u", or "); at > 0)
        return {.head = bareTitle.first(at), .subtitle = bareTitle.sliced(at + 5).trimmed()};
    if (const qsizetype at = endOfOwner(bareTitle); at > 0)
        return {.head = bareTitle.first(at), .subtitle = bareTitle.sliced(at + 1).trimmed()};
    return {};
}

title::Name title::name(QStringView title)
{
    const QStringView bare = parts(title).bare;
    const auto [key, article] = keyed(bare);
    Name name{.key = key, .article = article, .loose = {}, .numbers = {}, .head = {}, .subtitle = {}};
    if (const Division parts = division(bare); !parts.subtitle.isEmpty()) {
        name.head = keyed(parts.head).key;
        name.subtitle = keyed(parts.subtitle).key;
    }
    readWords(name);
    return name;
}

float title::agreement(const Name &ours, const Name &theirs)
{
    if (ours.key == theirs.key) {
        if (ours.article == theirs.article)
            return 1;
        const bool oneHasIt = ours.article.isEmpty() != theirs.article.isEmpty();
        return oneHasIt && ours.words == 1 ? OneWord : Article;
    }
    if (ours.loose == theirs.loose && !ours.loose.isEmpty())
        return Spelling;
    if (isPartOf(ours, theirs) || isPartOf(theirs, ours))
        return Part;
    const double letters = similarity(ours.key, theirs.key) / 100;
    return Letters * float(std::max(letters, (letters + commonWords(ours.telling, theirs.telling)) / 2));
}

std::optional<float> title::samePart(const Name &ours, const Name &theirs)
{
    const QStringList ourNumbers = allNumbers(ours);
    const QStringList theirNumbers = allNumbers(theirs);
    if (ourNumbers.isEmpty() && theirNumbers.isEmpty() && ours.subtitle.isEmpty() && theirs.subtitle.isEmpty())
        return hasMore(ours, theirs) || hasMore(theirs, ours) ? std::optional(0.5F) : std::nullopt;
    if (ours.key == theirs.key || ours.loose == theirs.loose)
        return 1.0F;
    const QStringList ourSurplus = surplus(ourNumbers, theirNumbers);
    const QStringList theirSurplus = surplus(theirNumbers, ourNumbers);
    if (!ourSurplus.isEmpty() && !theirSurplus.isEmpty())
        return 0.0F;
    const bool oneIsNumbered
        = !surplus(ourSurplus, ours.counts).isEmpty() || !surplus(theirSurplus, theirs.counts).isEmpty();
    if (oneIsNumbered)
        return hasSameSubtitle(ours, theirs) ? 0.5F : 0.0F;
    if (ours.subtitle.isEmpty() != theirs.subtitle.isEmpty() || hasMore(ours, theirs) || hasMore(theirs, ours))
        return 0.5F;
    return similarity(ours.subtitle, theirs.subtitle) >= SameSubtitle ? 1.0F : 0.0F;
}
