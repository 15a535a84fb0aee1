#include "facts/gallerycontent.h"

#include "facts/genres.h"
#include "facts/lists.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals;

QList<Fact<Name>> gallerycontent::people(const Content &content, std::initializer_list<QLatin1StringView> roles)
{
    QList<Fact<Name>> found;
    Once once;
    for (const QJsonValue credit : content.json["credits"_L1].toArray()) {
        const QString role = credit["role"_L1].toString();
        const QString name = credit["name"_L1].toString().simplified();
        const bool wanted = std::ranges::any_of(roles, [&](QLatin1StringView each) { return role == each; });
        if (wanted && once.isNew(name))
            found.append(factOf(Name{.name = name}, content.source(u"credits"_s)));
    }
    return found;
}

QList<Fact<CastMember>> gallerycontent::cast(const Content &content)
{
    QList<Fact<CastMember>> cast;
    Once once;
    for (const QJsonValue credit : content.json["credits"_L1].toArray()) {
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

QList<Fact<QString>> gallerycontent::genres(const Content &content)
{
    QList<Fact<QString>> found;
    Once once;
    for (const QJsonValue genre : content.json["genres"_L1].toArray()) {
        for (const auto field : {"technicalName"_L1, "translation"_L1, "shortName"_L1}) {
            const QString written = genre.isString() ? genre.toString() : genre[field].toString();
            if (written.isEmpty())
                continue;
            if (const QString name = ::genres::readable(written); once.isNew(name))
                found.append(factOf(name, content.source(u"genres"_s), name == written ? QString() : written));
            break;
        }
    }
    return found;
}

QList<Fact<Rating>> gallerycontent::ratings(const Content &content)
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

MaybeFact<QUrl> gallerycontent::trailer(const Content &content)
{
    for (const QJsonValue clip : content.json["clips"_L1].toArray()) {
        const QString id = clip["externalId"_L1].toString();
        if (clip["provider"_L1].toString() != "YOUTUBE"_L1 || id.isEmpty())
            continue;
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(id));
        return factOf(QUrl(u"https://www.youtube.com/watch?v="_s + encoded), content.source(u"clips"_s));
    }
    return {};
}
