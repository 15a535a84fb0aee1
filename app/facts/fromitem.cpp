#include "facts/facts.h"
#include "facts/genres.h"
#include "facts/lists.h"
#include "facts/places.h"
#include "facts/source.h"
#include "facts/values.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

/// The gallery's answer about an item, read field by field.
struct Content
{
    const Item &item;
    QJsonObject json = item.node["content"_L1].toObject();

    Source source(const QString &field) const { return source::ofGallery(item, u"content."_s + field); }
    QString text(QLatin1StringView field) const { return json[field].toString().trimmed(); }

    MaybeFact<QString> maybe(QLatin1StringView field) const
    {
        return text(field).isEmpty() ? MaybeFact<QString>() : factOf(text(field), source(QString(field)));
    }
};

MaybeFact<QString> plain(const Item &item, const QString &field, const std::optional<QString> &value)
{
    return value && !value->isEmpty() ? MaybeFact<QString>(factOf(*value, source::ofGallery(item, field)))
                                      : std::nullopt;
}

MaybeFact<PartialDate> releasedOf(const Content &content)
{
    if (const auto date = values::date(content.text("originalReleaseDate"_L1)))
        return factOf(*date, content.source(u"originalReleaseDate"_s), content.text("originalReleaseDate"_L1));
    if (content.item.year)
        return factOf(PartialDate{.year = *content.item.year}, source::ofGallery(content.item, u"year"_s));
    return {};
}

QList<Fact<Name>> people(const Content &content, std::initializer_list<QLatin1StringView> roles)
{
    QList<Fact<Name>> found;
    Once once;
    for (const QJsonValue &credit : content.json["credits"_L1].toArray()) {
        const QString role = credit["role"_L1].toString();
        const QString name = credit["name"_L1].toString().simplified();
        const bool wanted = std::ranges::any_of(roles, [&](QLatin1StringView each) { return role == each; });
        if (wanted && once.isNew(name))
            found.append(factOf(Name{.name = name}, content.source(u"credits"_s)));
    }
    return found;
}

QList<Fact<CastMember>> castOf(const Content &content)
{
    QList<Fact<CastMember>> cast;
    Once once;
    for (const QJsonValue &credit : content.json["credits"_L1].toArray()) {
        const QString name = credit["name"_L1].toString().simplified();
        if (credit["role"_L1].toString() != "ACTOR"_L1 || !once.isNew(name))
            continue;
        cast.append(factOf(CastMember{.actor = {.name = name},
                                      .role = credit["characterName"_L1].toString().simplified(),
                                      .billing = int(cast.size()) + 1},
                           content.source(u"credits"_s)));
    }
    return cast;
}

QList<Fact<QString>> genresOf(const Content &content)
{
    QList<Fact<QString>> found;
    Once once;
    for (const QJsonValue &genre : content.json["genres"_L1].toArray()) {
        for (const auto field : {"technicalName"_L1, "translation"_L1, "shortName"_L1}) {
            const QString written = genre.isString() ? genre.toString() : genre[field].toString();
            if (written.isEmpty())
                continue;
            if (const QString name = genres::readable(written); once.isNew(name))
                found.append(factOf(name, content.source(u"genres"_s), name == written ? QString() : written));
            break;
        }
    }
    return found;
}

QList<Fact<Rating>> ratingsOf(const Content &content)
{
    struct Scale
    {
        QLatin1StringView field;
        QString source;
        double of;
    };
    static const QList<Scale> scales{{"imdbScore"_L1, u"IMDb"_s, 10},
                                     {"tmdbScore"_L1, u"TMDB"_s, 10},
                                     {"tomatoMeter"_L1, u"Rotten Tomatoes"_s, 100}};
    const QJsonObject scoring = content.json["scoring"_L1].toObject();
    QList<Fact<Rating>> ratings;
    for (const Scale &scale : scales) {
        const double score = scoring[scale.field].toDouble(-1);
        if (score < 0 || score > scale.of || (score == 0 && scale.of == 10))
            continue; // nobody voted yet
        Rating rating{.source = scale.source, .score = score / scale.of * 10};
        rating.original = QString::number(score) + (scale.of == 100 ? u"%"_s : u"/10"_s);
        if (scale.source == "IMDb"_L1 && scoring["imdbVotes"_L1].isDouble())
            rating.votes = scoring["imdbVotes"_L1].toInt();
        ratings.append(factOf(rating, content.source(u"scoring."_s + scale.field)));
    }
    return ratings;
}

MaybeFact<QUrl> trailerOf(const Content &content)
{
    for (const QJsonValue &clip : content.json["clips"_L1].toArray()) {
        const QString id = clip["externalId"_L1].toString();
        if (clip["provider"_L1].toString() != "YOUTUBE"_L1 || id.isEmpty())
            continue;
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(id));
        return factOf(QUrl(u"https://www.youtube.com/watch?v="_s + encoded), content.source(u"clips"_s));
    }
    return {};
}

MaybeFact<QString> countriesOf(const Item &item)
{
    QStringList countries;
    for (const QString &code : item.countries) {
        if (const QString name = places::countryOf(code); !name.isEmpty())
            countries.append(name);
    }
    const QString original = item.countries.join(", "_L1);
    if (countries.isEmpty())
        return {};
    return factOf(countries.join(", "_L1), source::ofGallery(item, u"countries"_s), original);
}

/// What every gallery and file has, whatever its own answer looks like.
void readPlain(Movie &movie, const Item &item)
{
    movie.title = plain(item, u"title"_s, item.title);
    movie.originalTitle = plain(item, u"original_title"_s, item.originalTitle);
    movie.imdbId = plain(item, u"imdb_id"_s, item.imdbId);
    movie.tmdbId = plain(item, u"tmdb_id"_s, item.tmdbId);
    movie.country = countriesOf(item);
    if (item.runtime && *item.runtime > 0)
        movie.runtime = factOf(*item.runtime, source::ofGallery(item, u"runtime"_s));
    if (item.posterUrl)
        movie.posterUrl = factOf(*item.posterUrl, source::ofGallery(item, u"poster"_s));
}

void addPlainPeople(Movie &movie, const Item &item)
{
    Once directors;
    for (const QString &name : movie.directors.isEmpty() ? item.directors : QStringList()) {
        if (directors.isNew(name.simplified()))
            movie.directors.append(factOf(Name{.name = name.simplified()}, source::ofGallery(item, u"directors"_s)));
    }
    Once actors;
    for (const QString &name : movie.cast.isEmpty() ? item.cast : QStringList()) {
        if (actors.isNew(name.simplified()))
            movie.cast.append(factOf(
                CastMember{.actor = {.name = name.simplified()}, .role = {}, .billing = int(movie.cast.size()) + 1},
                source::ofGallery(item, u"cast"_s)));
    }
}

}

Movie facts::fromItem(const Item &item)
{
    const Content content{item};
    Movie movie{.wikidataId = item.wikidataId.value_or(QString())};
    readPlain(movie, item);
    movie.released = releasedOf(content);
    movie.plot = content.maybe("shortDescription"_L1);
    movie.ageRating = content.maybe("ageCertification"_L1);
    movie.trailerUrl = trailerOf(content);
    movie.directors = people(content, {"DIRECTOR"_L1});
    movie.writers = people(content, {"WRITER"_L1, "SCREENPLAY"_L1, "SCREENWRITER"_L1});
    movie.cast = castOf(content);
    movie.genres = genresOf(content);
    movie.ratings = ratingsOf(content);
    addPlainPeople(movie, item);
    return movie;
}
