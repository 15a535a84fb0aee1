#include "facts/entitynames.h"
#include "facts/entityvalues.h"
#include "facts/facts.h"
#include "facts/genres.h"
#include "facts/lists.h"
#include "facts/places.h"
#include "facts/source.h"

using namespace Qt::Literals;

namespace {

MaybeFact<QString> textOf(const Entity &entity, const QString &property, const EntityNames &read)
{
    for (const Statement &statement : entity.statements(property)) {
        if (const auto *text = std::get_if<QString>(&statement.value); text && !text->trimmed().isEmpty())
            return factOf(text->trimmed(), read.source(property));
    }
    return {};
}

MaybeFact<QString> joined(QStringList names, const Source &source, QString (*readable)(const QString &) = nullptr)
{
    if (names.isEmpty())
        return {};
    const QString original = names.join(", "_L1);
    for (QString &name : names)
        name = readable ? readable(name) : name;
    names.removeDuplicates();
    const QString text = names.join(", "_L1);
    return factOf(text, source, text == original ? QString() : original);
}

/// https://www.wikidata.org/wiki/Property:P1657
QString motionPictureRating(const QString &id)
{
    static const QHash<QString, QString> ratings{{u"Q23660208"_s, u"G"_s},     {u"Q18665334"_s, u"PG"_s},
                                                 {u"Q18665339"_s, u"PG-13"_s}, {u"Q18665344"_s, u"R"_s},
                                                 {u"Q18665349"_s, u"NC-17"_s}, {u"Q47274658"_s, u"X"_s},
                                                 {u"Q29841070"_s, u"M"_s},     {u"Q29841078"_s, u"GP"_s}};
    return ratings.value(id);
}

void readAgeRating(Movie &movie, const Entity &entity, const Labels &labels, const EntityNames &read)
{
    for (const Statement &statement : entity.statements(u"P1657"_s)) {
        const auto *link = std::get_if<ItemLink>(&statement.value);
        if (!link)
            continue;
        const QString known = motionPictureRating(link->id);
        const QString rating = known.isEmpty() ? labels.value(link->id).name : known;
        if (!rating.isEmpty()) {
            movie.ageRating = factOf(rating, read.source(u"P1657"_s), link->id);
            return;
        }
        movie.unread.append({.column = u"age_rating"_s, .text = link->id, .source = read.source(u"P1657"_s)});
    }
}

void readGenres(Movie &movie, const EntityNames &read)
{
    Once once;
    for (const QString &label : read.linked(u"P136"_s, u"genres"_s, movie)) {
        if (const QString name = genres::readable(label); once.isNew(name))
            movie.genres.append(factOf(name, read.source(u"P136"_s), name == label ? QString() : label));
    }
}

/// The first that is an address of the web.
void readHomepage(Movie &movie, const Entity &entity, const EntityNames &read)
{
    for (const Statement &statement : entity.statements(u"P856"_s)) {
        const auto *text = std::get_if<QString>(&statement.value);
        const QUrl url = text ? QUrl(*text, QUrl::StrictMode) : QUrl();
        const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (url.isValid() && web && !movie.homepage)
            movie.homepage = factOf(url, read.source(u"P856"_s));
    }
}

void readTexts(Movie &movie, const Entity &entity, const EntityNames &read)
{
    if (!entity.label.isEmpty())
        movie.title = factOf(entity.label, read.source(u"label"_s));
    movie.originalTitle = textOf(entity, u"P1476"_s, read);
    movie.imdbId = textOf(entity, u"P345"_s, read);
    movie.tmdbId = textOf(entity, u"P4947"_s, read);
    movie.country = joined(read.linked(u"P495"_s, u"country"_s, movie), read.source(u"P495"_s), places::country);
    const QString language = entity.statements(u"P364"_s).isEmpty() ? u"P407"_s : u"P364"_s;
    movie.language = joined(read.linked(language, u"language"_s, movie), read.source(language));
}

}

Movie facts::fromEntity(const Entity &entity, const Labels &labels, const QDateTime &at)
{
    Movie movie{.wikidataId = entity.id, .article = entity.article.value_or(QString())};
    const EntityNames read(entity, labels, at);
    readTexts(movie, entity, read);
    movie.released = entityvalues::released(entity, read, movie);
    movie.runtime = entityvalues::runtime(entity, read, movie);
    movie.budget = entityvalues::money(entity, u"P2130"_s, u"budget"_s, read, movie);
    movie.boxOffice = entityvalues::money(entity, u"P2142"_s, u"box_office"_s, read, movie);
    movie.directors = read.names(u"P57"_s, u"directors"_s, movie);
    movie.writers = read.names(u"P58"_s, u"writers"_s, movie);
    movie.studios = read.names(u"P272"_s, u"studios"_s, movie);
    movie.distributors = read.names(u"P750"_s, u"distributors"_s, movie);
    movie.cast = read.cast(movie);
    readGenres(movie, read);
    movie.ratings = entityvalues::ratings(entity, read, movie);
    readAgeRating(movie, entity, labels, read);
    readHomepage(movie, entity, read);
    return movie;
}
