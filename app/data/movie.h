#pragma once

#include "data/ids.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

/// Where a value comes from.
struct Source
{
    enum class Kind { Gallery, Wikidata, Wikipedia, Person };

    Kind kind = Kind::Gallery;
    QString name; ///< what in it: "content.runtime", "P2047", "Infobox film: released"
    QUrl url; ///< the page a person can open
    std::optional<qint64> revision; ///< of an article
    QDateTime at; ///< when it was read, UTC

    bool operator==(const Source &) const = default;
};

/// A value that can say where it comes from.
template<typename T>
struct Fact
{
    T value;
    Source source;
    QString original; ///< the text it was read from, where that differs

    bool operator==(const Fact &) const = default;
};
template<typename T>
using MaybeFact = std::optional<Fact<T>>;

/// An amount of money in one currency.
struct Money
{
    double amount = 0; ///< in units of the currency; the lower end of a range
    double upper = 0; ///< the upper end; equal to amount for a single figure
    QString currency; ///< ISO 4217 ("USD"), empty if unknown
    bool estimate = false;

    bool operator==(const Money &) const = default;
};

/// A date as far as it is known: a year is not 1 January.
struct PartialDate
{
    int year = 0;
    int month = 0; ///< 0 if unknown
    int day = 0; ///< 0 if unknown

    std::optional<QDate> date() const { return day ? std::optional(QDate(year, month, day)) : std::nullopt; }
    auto operator<=>(const PartialDate &) const = default;
};

/// A person or a company, with the ids that keep two of one name apart.
struct Name
{
    QString name;
    std::optional<QString> wikidataId;
    std::optional<QDate> born; ///< a person's birth or a company's founding
    QString nationality; ///< empty if unknown
    QString description; ///< one line, empty if unknown

    bool operator==(const Name &) const = default;
};

/// Somebody in the cast.
struct CastMember
{
    Name actor;
    QString role; ///< empty if unknown
    std::optional<int> billing; ///< from 1

    bool operator==(const CastMember &) const = default;
};

/// A score that somebody gives a film, brought to 0–10.
struct Rating
{
    QString source; ///< "IMDb", "Rotten Tomatoes", "Metacritic", "TMDB"
    double score = 0; ///< 0–10
    QString original; ///< "83%"
    std::optional<int> votes;

    bool operator==(const Rating &) const = default;
};

/// A text that could not be read as what it should be: kept with its source, and counted.
struct Unread
{
    QString column; ///< "budget"
    QString text;
    Source source;

    bool operator==(const Unread &) const = default;
};

/// A film with all that is known of it, each value with its source.
struct Movie
{
    MovieId id;
    QString wikidataId; ///< empty if only the gallery knows it
    QString article; ///< title of the article, empty if there is none
    MaybeFact<QString> title, originalTitle, plot, language, country, ageRating, imdbId, tmdbId;
    MaybeFact<QUrl> posterUrl, trailerUrl, homepage;
    MaybeFact<PartialDate> released;
    MaybeFact<int> runtime; ///< minutes
    MaybeFact<Money> budget, boxOffice;
    MaybeFact<Rating> rating; ///< the one shown in the movie's row
    QList<Fact<Rating>> ratings;
    QList<Fact<Name>> directors, writers, studios, distributors;
    QList<Fact<QString>> genres;
    QList<Fact<CastMember>> cast;
    QList<Unread> unread;

    bool operator==(const Movie &) const = default;
};
