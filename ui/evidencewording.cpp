#include "evidencewording.h"

#include "countries.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals;
using evidencewording::Strength;

namespace {

constexpr float Same = 0.995F;
constexpr float Other = 0.3F;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("evidencewording", text, nullptr, n);
}

/// What a signal is called, and what is said where both sides agree, partly agree and differ; only its name where
/// that is told in numbers.
struct Words
{
    const char *name;
    const char *agrees = nullptr;
    const char *partly = nullptr;
    const char *differs = nullptr;
};

const Words &wordsOf(Signal signal)
{
    static const std::array<Words, SignalCount> words{{
        {QT_TRANSLATE_NOOP("evidencewording", "Id"), QT_TRANSLATE_NOOP("evidencewording", "Same id"),
         QT_TRANSLATE_NOOP("evidencewording", "One of the ids is the same"),
         QT_TRANSLATE_NOOP("evidencewording", "Another id")},
        {QT_TRANSLATE_NOOP("evidencewording", "Title"), QT_TRANSLATE_NOOP("evidencewording", "Same title"),
         QT_TRANSLATE_NOOP("evidencewording", "A similar title"),
         QT_TRANSLATE_NOOP("evidencewording", "Another title")},
        {QT_TRANSLATE_NOOP("evidencewording", "Part of a series"), QT_TRANSLATE_NOOP("evidencewording", "Same part"),
         QT_TRANSLATE_NOOP("evidencewording", "Perhaps another part"),
         QT_TRANSLATE_NOOP("evidencewording", "Another part")},
        {QT_TRANSLATE_NOOP("evidencewording", "Year")},
        {QT_TRANSLATE_NOOP("evidencewording", "Director"), QT_TRANSLATE_NOOP("evidencewording", "Same director"),
         QT_TRANSLATE_NOOP("evidencewording", "One of the directors"),
         QT_TRANSLATE_NOOP("evidencewording", "Another director")},
        {QT_TRANSLATE_NOOP("evidencewording", "Cast"), QT_TRANSLATE_NOOP("evidencewording", "Same cast"),
         QT_TRANSLATE_NOOP("evidencewording", "Some of the cast"),
         QT_TRANSLATE_NOOP("evidencewording", "Another cast")},
        {QT_TRANSLATE_NOOP("evidencewording", "Length"), QT_TRANSLATE_NOOP("evidencewording", "Same length"),
         QT_TRANSLATE_NOOP("evidencewording", "About the same length"),
         QT_TRANSLATE_NOOP("evidencewording", "Another length")},
        {QT_TRANSLATE_NOOP("evidencewording", "Country"), QT_TRANSLATE_NOOP("evidencewording", "Same country"),
         QT_TRANSLATE_NOOP("evidencewording", "One of the countries"),
         QT_TRANSLATE_NOOP("evidencewording", "Another country")},
        {QT_TRANSLATE_NOOP("evidencewording", "Kind"), QT_TRANSLATE_NOOP("evidencewording", "It is a film"),
         QT_TRANSLATE_NOOP("evidencewording", "Perhaps a film"),
         QT_TRANSLATE_NOOP("evidencewording", "It is not a film")},
        {QT_TRANSLATE_NOOP("evidencewording", "Search")},
        {QT_TRANSLATE_NOOP("evidencewording", "Namesakes")},
        {QT_TRANSLATE_NOOP("evidencewording", "Rarity")},
    }};
    return words[size_t(signal)];
}

QString years(const score::Reason &reason)
{
    const int apart = std::abs(reason.ours.toInt() - reason.theirs.toInt());
    return apart == 0 ? tr("Same year") : apart == 1 ? tr("1 year apart") : tr("%n years apart", apart);
}

/// Place and number of namesakes are weighed by their inverse.
int inverse(float agreement)
{
    return agreement > 0 ? int(std::lround(1 / agreement)) : 0;
}

QString place(float agreement)
{
    const int rank = inverse(agreement);
    return rank == 1 ? tr("First in the search") : tr("In place %n of the search", rank);
}

QString namesakes(float agreement)
{
    const int films = inverse(agreement);
    return films == 1 ? tr("The only film of this title") : tr("One of %n films of this title", films);
}

/// One word has no rarity, five and more have all of it.
QString length(float agreement)
{
    const int words = 1 + int(std::lround(agreement * 4));
    return words == 1 ? tr("A title of one word")
        : words > 4   ? tr("A long, rare title")
                      : tr("A title of %n words", words);
}

QString comparison(const score::Reason &reason)
{
    const Words &words = wordsOf(reason.signal);
    switch (evidencewording::strength(reason)) {
    case Strength::Agrees:
        return tr(words.agrees);
    case Strength::Partly:
        return tr(words.partly);
    case Strength::Differs:
        return tr(words.differs);
    }
    return {};
}

}

Strength evidencewording::strength(const score::Reason &reason)
{
    if (reason.agreement >= Same)
        return Strength::Agrees;
    // Nobody is another film for being found third, or for bearing a short title.
    const bool says = reason.signal != Signal::Rank && reason.signal != Signal::Rarity;
    const bool differs = reason.agreement <= Other && says;
    return differs ? Strength::Differs : Strength::Partly;
}

QString evidencewording::icon(Strength strength)
{
    switch (strength) {
    case Strength::Agrees:
        return u"dialog-ok-apply"_s;
    case Strength::Partly:
        return u"dialog-information"_s;
    case Strength::Differs:
        return u"dialog-warning"_s;
    }
    return {};
}

QString evidencewording::name(Signal signal)
{
    return tr(wordsOf(signal).name);
}

QString evidencewording::finding(const score::Reason &reason)
{
    switch (reason.signal) {
    case Signal::Year:
        return years(reason);
    case Signal::Rank:
        return place(reason.agreement);
    case Signal::Namesakes:
        return namesakes(reason.agreement);
    case Signal::Rarity:
        return length(reason.agreement);
    default:
        return comparison(reason);
    }
}

QString evidencewording::value(Signal signal, const QString &value)
{
    if (signal != Signal::Country || value.isEmpty())
        return value;
    QStringList names;
    for (const QString &code : value.split(u", "_s))
        names.append(countries::name(code));
    return names.join(u", "_s);
}

QString evidencewording::weight(const score::Reason &reason)
{
    const QString number = QLocale().toString(std::abs(reason.weight), 'f', 1);
    return (reason.weight < 0 ? u"−"_s : u"+"_s) + number;
}
