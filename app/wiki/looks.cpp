#include "wiki/wikiclient.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

using namespace Qt::Literals;

namespace {

using Words = QSet<QString>;

/// A noun phrase is what its last word says: "film director" is a director, "animated television film" a film.
const Words FilmNouns{u"film"_s,      u"movie"_s,  u"telefilm"_s,   u"documentary"_s, u"mockumentary"_s,
                      u"docudrama"_s, u"biopic"_s, u"featurette"_s, u"telemovie"_s};
/// These are films where "film" or "movie" stands before them: "2009 film adaptation", "animated film, sequel".
const Words FilmKinds{u"adaptation"_s, u"remake"_s, u"version"_s, u"sequel"_s,  u"prequel"_s,     u"reboot"_s,
                      u"part"_s,       u"entry"_s,  u"short"_s,   u"feature"_s, u"installment"_s, u"instalment"_s,
                      u"musical"_s,    u"comedy"_s, u"drama"_s,   u"thriller"_s};
/// What shares titles, descriptions and infoboxes with films, and is none.
const Words OtherNouns{
    u"series"_s,      u"franchise"_s,      u"trilogy"_s,    u"duology"_s,  u"tetralogy"_s,    u"saga"_s,
    u"universe"_s,    u"films"_s,          u"movies"_s,     u"season"_s,   u"seasons"_s,      u"episode"_s,
    u"episodes"_s,    u"miniseries"_s,     u"show"_s,       u"list"_s,     u"lists"_s,        u"filmography"_s,
    u"discography"_s, u"album"_s,          u"soundtrack"_s, u"score"_s,    u"song"_s,         u"single"_s,
    u"ep"_s,          u"novel"_s,          u"novella"_s,    u"book"_s,     u"comics"_s,       u"comic"_s,
    u"manga"_s,       u"play"_s,           u"game"_s,       u"games"_s,    u"character"_s,    u"characters"_s,
    u"actor"_s,       u"actress"_s,        u"director"_s,   u"producer"_s, u"screenwriter"_s, u"filmmaker"_s,
    u"company"_s,     u"studio"_s,         u"festival"_s,   u"award"_s,    u"awards"_s,       u"genre"_s,
    u"magazine"_s,    u"disambiguation"_s, u"opera"_s,      u"band"_s,     u"singer"_s,       u"concept"_s};

QStringList wordsOf(const QString &phrase)
{
    static const QRegularExpression separators(u"[^\\p{L}\\p{N}'-]+"_s);
    return phrase.toLower().split(separators, Qt::SkipEmptyParts);
}

/// Whether a noun phrase names a film; nothing if it names something unknown.
std::optional<bool> namesFilm(const QStringList &words)
{
    if (words.isEmpty())
        return std::nullopt;
    if (OtherNouns.contains(words.last()) || words.contains("fictional"_L1))
        return false;
    if (FilmNouns.contains(words.last()))
        return true;
    const bool filmBefore = words.contains("film"_L1) || words.contains("movie"_L1) || words.contains("animated"_L1);
    return filmBefore && FilmKinds.contains(words.last()) ? std::optional(true) : std::nullopt;
}

/// What a description is about: its words before the first that begins to tell more ("by", "directed", "about").
QStringList headOf(const QString &description)
{
    static const QRegularExpression rest(
        u"\\s(by|directed|written|produced|starring|featuring|based|about|from|of|in|on|at|to|with|for|set|made|"
        u"released|created|that|which|who|whose|where|following|adapted|into|loosely|co-directed|co-written)\\b|[(;:]"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = rest.match(description);
    return wordsOf(match.hasMatch() ? description.left(match.capturedStart()) : description);
}

/// The word in the brackets at the end of a title: "Dune (2021 film)".
QStringList disambiguator(const QString &title)
{
    static const QRegularExpression brackets(u"\\(([^()]*)\\)$"_s);
    return wordsOf(brackets.match(title).captured(1));
}

bool titleOfAList(const QString &title)
{
    static const QRegularExpression shape(
        u"^(lists?|index|outline|timeline) of\\b|\\b(filmography|discography)$|^\\d{4}s? in (film|\\w+ cinema)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return shape.match(title).hasMatch();
}

bool isListOfLinks(const QString &description)
{
    return description.startsWith("Topics referred to by the same term"_L1, Qt::CaseInsensitive)
        || description.startsWith("Wikimedia "_L1, Qt::CaseInsensitive);
}

}

bool wikipedia::looksLikeFilm(const QString &title, const QString &description, bool hasFilmInfobox)
{
    if (isListOfLinks(description))
        return false;
    if (const auto verdict = namesFilm(disambiguator(title)))
        return *verdict;
    if (const auto verdict = namesFilm(headOf(description)))
        return *verdict;
    return hasFilmInfobox && !titleOfAList(title);
}
