#include "match/title.h"

#include "match/titlewords.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals;
using titlewords::keyed;

namespace {

/// What a disambiguator is told by, besides a year.
constexpr std::array Kinds{"film"_L1,       "films"_L1,       "movie"_L1,         "series"_L1,  "serial"_L1,
                           "miniseries"_L1, "season"_L1,      "episode"_L1,       "special"_L1, "short"_L1,
                           "novel"_L1,      "book"_L1,        "soundtrack"_L1,    "album"_L1,   "song"_L1,
                           "franchise"_L1,  "play"_L1,        "musical"_L1,       "opera"_L1,   "comics"_L1,
                           "game"_L1,       "documentary"_L1, "disambiguation"_L1};

bool isTelling(QStringView word)
{
    return std::ranges::any_of(Kinds, [&](QLatin1StringView kind) { return word == kind; })
        || (word.size() == 4 && titlewords::isNumber(word));
}

void readWords(title::Name &name)
{
    const auto words = titlewords::split(name.key);
    name.words = int(words.size());
    name.loose.reserve(name.key.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringView word = words[i];
        const auto digits = titlewords::asDigits(word);
        const QString number = digits.isEmpty() ? word.toString() : QString(digits);
        if (titlewords::isNumber(number))
            (digits.isEmpty() && number != "1"_L1 ? name.numbers : name.counts).append(number);
        if (!titlewords::isFiller(words, i))
            name.loose += number;
        if (!titlewords::isArticle(word))
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
        const bool owns = (bare[i - 1] == u's' && i > 2 && titlewords::isApostrophe(bare[i - 2]))
            || (titlewords::isApostrophe(bare[i - 1]) && i > 2 && bare[i - 2] == u's');
        if (words > 1 && owns)
            return i;
    }
    return -1;
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
    const QString words = titlewords::folded(inside);
    const bool tells = std::ranges::any_of(titlewords::split(words), isTelling);
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
