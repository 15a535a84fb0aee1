#include "gallery.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals;

namespace origin::gallery {

namespace {

quint64 providerBits(const World &world, const QJsonArray &shortNames)
{
    quint64 bits = 0;
    for (const QJsonValue &name : shortNames)
        for (qsizetype i = 0; i < world.providers.size(); ++i)
            if (world.providers[i].shortName == name.toString().toUtf8())
                bits |= quint64(1) << i;
    return bits;
}

bool sharesAny(const QByteArrayList &own, const QJsonArray &wanted)
{
    return std::ranges::any_of(wanted, [&](const QJsonValue &word) { return own.contains(word.toString().toUtf8()); });
}

bool inRange(std::optional<double> value, const QJsonValue &range)
{
    if (!range.isObject())
        return true;
    return value && *value >= range["min"_L1].toDouble(-1e9) && *value <= range["max"_L1].toDouble(1e9);
}

std::optional<double> yearOf(const Title &title)
{
    return title.year > 0 ? std::optional<double>(title.year) : std::nullopt;
}

class Filter
{
public:
    Filter(const World &world, const QJsonObject &filter)
        : m_filter(filter)
        , m_providers(providerBits(world, filter["packages"_L1].toArray()))
        , m_genres(filter["genres"_L1].toArray())
        , m_excludedGenres(filter["excludeGenres"_L1].toArray())
        , m_countries(filter["productionCountries"_L1].toArray())
        , m_ages(filter["ageCertifications"_L1].toArray())
        , m_types(filter["objectTypes"_L1].toArray())
        , m_years(filter["releaseYear"_L1])
        , m_words(filter["searchQuery"_L1].toString().toUtf8().toLower())
    {
    }

    bool lets(const Title &title) const
    {
        return (m_providers == 0 || (title.providers & m_providers)) && isOfType(title)
            && (m_genres.isEmpty() || sharesAny(title.genres, m_genres)) && !sharesAny(title.genres, m_excludedGenres)
            && (m_countries.isEmpty() || sharesAny(title.countries, m_countries))
            && (m_ages.isEmpty() || sharesAny({title.age}, m_ages)) && inRange(yearOf(title), m_years) && isRated(title)
            && (m_words.isEmpty() || title.title.toLower().contains(m_words));
    }

private:
    bool isOfType(const Title &title) const
    {
        return m_types.isEmpty() || m_types.contains(title.show ? u"SHOW"_s : u"MOVIE"_s);
    }

    bool isRated(const Title &title) const
    {
        return inRange(title.imdbScore, m_filter["imdbScore"_L1])
            && inRange(title.tomatoMeter ? std::optional<double>(*title.tomatoMeter) : std::nullopt,
                       m_filter["tomatoMeter"_L1]);
    }

    QJsonObject m_filter;
    quint64 m_providers;
    QJsonArray m_genres;
    QJsonArray m_excludedGenres;
    QJsonArray m_countries;
    QJsonArray m_ages;
    QJsonArray m_types;
    QJsonValue m_years;
    QByteArray m_words;
};

void addRange(QJsonObject &filter, const QHash<QByteArray, QByteArray> &query, const QString &name,
              const QByteArray &from, const QByteArray &until)
{
    QJsonObject range;
    if (query.contains(from))
        range["min"_L1] = query[from].toInt();
    if (query.contains(until))
        range["max"_L1] = query[until].toInt();
    if (!range.isEmpty())
        filter[name] = range;
}

void addWords(QJsonObject &filter, const QHash<QByteArray, QByteArray> &query, const QString &name,
              const QByteArray &from)
{
    if (query.contains(from))
        filter[name] = QJsonArray::fromStringList(QString::fromUtf8(query[from]).split(u','));
}

/// By keys that are made once for each title.
template<typename Key>
void sortBy(QList<Index> &titles, Key key)
{
    QList<std::pair<decltype(key(Index())), Index>> keyed;
    for (const Index title : std::as_const(titles))
        keyed.append({key(title), title});
    std::ranges::stable_sort(keyed, {}, &decltype(keyed)::value_type::first);
    std::ranges::transform(keyed, titles.begin(), &decltype(keyed)::value_type::second);
}

}

QList<Index> filtered(const World &world, const QJsonObject &filter)
{
    const Filter test(world, filter);
    QList<Index> titles;
    for (qsizetype i = 0; i < world.titles.size(); ++i)
        if (test.lets(world.titles[i]))
            titles.append(Index(i));
    return titles;
}

QJsonObject filterOfAddress(const QHash<QByteArray, QByteArray> &query, const QString &provider)
{
    QJsonObject filter{{u"objectTypes"_s, QJsonArray{u"MOVIE"_s}}};
    if (!provider.isEmpty())
        filter["packages"_L1] = QJsonArray{provider};
    addWords(filter, query, u"packages"_s, "providers");
    addWords(filter, query, u"genres"_s, "genres");
    addWords(filter, query, u"excludeGenres"_s, "exclude_genres");
    addRange(filter, query, u"releaseYear"_s, "release_year_from", "release_year_until");
    addRange(filter, query, u"tomatoMeter"_s, "tomatoMeter", "tomatoMeter_until");
    addRange(filter, query, u"imdbScore"_s, "rating_imdb", "rating_imdb_until");
    return filter;
}

void sort(const World &world, QList<Index> &titles, const QByteArray &order)
{
    const auto title = [&](Index i) -> const Title & { return world.titles[i]; };
    if (order == "ALPHABETICAL")
        sortBy(titles, [&](Index i) { return title(i).title.toLower(); });
    else if (order == "RELEASE_YEAR")
        sortBy(titles, [&](Index i) { return -title(i).year; });
    else if (order == "IMDB_SCORE")
        sortBy(titles, [&](Index i) { return -title(i).imdbScore.value_or(0); });
}

}
