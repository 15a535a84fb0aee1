#include "match/title.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals;

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
constexpr std::array Words{
    Numeral{"one"_L1, "1"_L1},  Numeral{"two"_L1, "2"_L1}, Numeral{"three"_L1, "3"_L1}, Numeral{"four"_L1, "4"_L1},
    Numeral{"five"_L1, "5"_L1}, Numeral{"six"_L1, "6"_L1}, Numeral{"seven"_L1, "7"_L1}, Numeral{"eight"_L1, "8"_L1},
};
constexpr std::array PartWords{"part"_L1, "chapter"_L1, "volume"_L1, "vol"_L1, "episode"_L1, "book"_L1};
constexpr std::array Articles{"the"_L1, "a"_L1, "an"_L1};

bool oneOf(const auto &words, QStringView word)
{
    return std::ranges::any_of(words, [&](QLatin1StringView known) { return word == known; });
}

QLatin1StringView digitsOf(const auto &numerals, QStringView word)
{
    const auto found = std::ranges::find_if(numerals, [&](const Numeral &numeral) { return word == numeral.word; });
    return found == numerals.end() ? QLatin1StringView() : found->digits;
}

/// Letters and digits in lower case without accents; what stands between words is one space.
QString folded(QStringView title)
{
    QString text = title.toString();
    text.replace(u'&', " and "_L1).replace(u'½', " 1 2"_L1).replace(u'⅓', " 1 3"_L1).replace(u'⅔', " 2 3"_L1);
    text = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    key.reserve(text.size());
    for (const QChar c : std::as_const(text)) {
        if (c.isMark() || c == u'\'' || c == u'’' || c == u'‘' || c == u'ʻ')
            continue;
        if (c.isLetterOrNumber() || c.isSurrogate())
            key += c;
        else if (!key.isEmpty() && key.back() != u' ')
            key += u' ';
    }
    return key.trimmed();
}

/// Numbers that count parts as digits: "part two" and "ii" behind a word, but not "Seven" or "I, Robot".
void countParts(QStringList &words)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        const bool afterPart = oneOf(PartWords, words[i - 1]);
        auto digits = digitsOf(Romans, words[i]);
        if (digits.isEmpty() && afterPart)
            digits = digitsOf(Words, words[i]);
        if (digits.isEmpty() && (afterPart || i == words.size() - 1))
            digits = digitsOf(ShortRomans, words[i]);
        if (!digits.isEmpty())
            words[i] = digits;
        if (words[i - 1] == "vol"_L1)
            words[i - 1] = u"volume"_s;
    }
}

const QRegularExpression &disambiguator()
{
    static const QRegularExpression pattern(
        u"^(.+?)\\s+\\(([^()]*\\b(?:film|films|movie|\\d{4}|series|serial|miniseries|season|episode|special|short|"
        u"novel|"
        "book|soundtrack|album|song|franchise|play|musical|opera|comics|video game|disambiguation)\\b[^()]*)\\)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

}

QString title::key(QStringView title)
{
    QStringList words = folded(parts(title).bare).split(u' ');
    countParts(words);
    if (words.size() > 1 && oneOf(Articles, words.first()))
        words.removeFirst();
    else if (words.size() > 1 && oneOf(Articles, words.last()) && title.contains(u','))
        words.removeLast(); // "Matrix, The"
    return words.join(u' ');
}

title::Parts title::parts(QStringView articleTitle)
{
    if (!articleTitle.endsWith(u')'))
        return {.bare = articleTitle.toString(), .disambiguator = {}};
    const auto found = disambiguator().matchView(articleTitle);
    if (!found.hasMatch())
        return {.bare = articleTitle.toString(), .disambiguator = {}};
    return {.bare = found.captured(1), .disambiguator = found.captured(2)};
}

title::Sequel title::sequel(QStringView title)
{
    static const QRegularExpression colon(u"\\s*:\\s+|\\s+[-–—]\\s+"_s);
    const QString bare = parts(title).bare;
    Sequel sequel;
    QString head = bare;
    if (const auto found = colon.match(bare); found.hasMatch()) {
        head = bare.first(found.capturedStart());
        sequel.subtitle = key(bare.sliced(found.capturedEnd()));
    }
    QStringList words = key(head).split(u' ');
    const auto isNumber = [](const QString &word) {
        return word.size() < 4
            && std::ranges::all_of(word, [](QChar c) { return c.isDigit(); }); // 1984 numbers no part
    };
    if (words.size() > 1 && isNumber(words.last()))
        sequel.number = words.last();
    return sequel;
}
