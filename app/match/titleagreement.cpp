#include "match/titleagreement.h"

#include <rapidfuzz/fuzz.hpp>

#include <algorithm>

namespace {

constexpr float Article = 0.99F; ///< only a leading article differs
constexpr float OneWord = 0.94F; ///< the same, and it is a single word: "Soap" and "A Soap" are two films
constexpr float Spelling = 0.96F; ///< only blanks and the form of numbers differ
constexpr float Part = 0.95F; ///< what stands before or behind the colon is the same
constexpr float Letters = 0.94F; ///< the most that letters alone can say
constexpr double SameSubtitle = 80; ///< per cent of their letters

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
