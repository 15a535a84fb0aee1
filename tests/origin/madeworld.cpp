#include "worlds.h"

#include "articletext.h"
#include "dice.h"
#include "madenames.h"
#include "vocabulary.h"

#include <QSet>

namespace origin::worlds {

namespace {

constexpr qint32 FirstFilm = 500'000'000; // Q-numbers far above the real ones
constexpr qint32 FirstPerson = 600'000'000;
constexpr qint32 FirstCompany = 700'000'000;
constexpr qint32 FirstObject = 50'000'000;
constexpr int FirstImdb = 9'000'001;
constexpr int CastSize = 15;

class Maker
{
public:
    Maker(World &world, int count, quint64 seed)
        : m_world(world)
        , m_dice(seed)
        , m_count(count)
        , m_provider(world.addProvider({.shortName = "mde"}))
    {
    }

    void make()
    {
        makePeople();
        makeCompanies();
        nameFilms();
        for (int i = 0; i < m_count; ++i)
            makeFilm(i);
    }

private:
    struct Name
    {
        QByteArray title;
        int year = 0;
    };

    void makePeople()
    {
        for (int i = 0; i < std::max(m_count * 2, 50); ++i) {
            const auto &country = m_dice.pick(vocabulary::Countries);
            const QByteArray name = madenames::person(i);
            m_people.append(m_world.addPerson(name, FirstPerson + i, FirstPerson + i));
            m_world.addEntity({.qid = FirstPerson + i,
                               .label = name,
                               .description = country.adjective + QByteArray(i % 10 == 0 ? " film director" : " actor"),
                               .mul = m_dice.chance(0.2),
                               .claims = {{.property = 31, .value = Value::item(5)},
                                          {.property = 569, .value = Value::time(date(m_dice.between(1900, 1999)))},
                                          {.property = 27, .value = Value::item(country.qid)}}});
        }
    }

    void makeCompanies()
    {
        m_companies = std::max(m_count / 10, 12);
        for (int i = 0; i < m_companies; ++i)
            m_world.addEntity({.qid = FirstCompany + i,
                               .label = madenames::company(i),
                               .description = "film production company",
                               .claims = {{.property = 31, .value = Value::item(1762059)},
                                          {.property = 571, .value = Value::time(date(m_dice.between(1910, 2010)))}}});
    }

    /// Titles first, since an article's title depends on which others bear the name.
    void nameFilms()
    {
        while (m_names.size() < m_count) {
            const Name name = nextName();
            const auto key = std::pair(name.title, name.year);
            if (m_taken.contains(key))
                continue;
            m_taken.insert(key);
            ++m_bearers[name.title];
            m_names.append(name);
        }
    }

    Name nextName()
    {
        const int year = m_dice.between(1930, 2025);
        if (m_names.size() > 20 && m_dice.chance(0.03))
            return sequel(m_names[m_dice.below(int(m_names.size()))]);
        if (m_names.size() > 20 && m_dice.chance(0.03))
            return {.title = m_names[m_dice.below(int(m_names.size()))].title, .year = year};
        return {.title = madenames::title(m_dice), .year = year};
    }

    Name sequel(const Name &first)
    {
        static constexpr const char *Numbers[] = {" II", " 2", " III", " 3"};
        const QByteArray number
            = m_dice.chance(0.8) ? QByteArray(m_dice.pick(Numbers)) : ": " + madenames::subtitle(m_dice);
        return {.title = first.title + number, .year = first.year + m_dice.between(1, 4)};
    }

    QByteArray date(int year)
    {
        const auto two = [](int number) { return QByteArray::number(number).rightJustified(2, '0'); };
        return QByteArray::number(year) + '-' + two(m_dice.between(1, 12)) + '-' + two(m_dice.between(1, 28));
    }

    /// Some are in many films, most in a few.
    Credit credit(bool named)
    {
        const double skewed = m_dice.unit() * m_dice.unit();
        const auto person = qsizetype(skewed * double(m_people.size()));
        return {m_people[person], named ? m_world.addCharacter(madenames::character(m_dice)) : -1};
    }

    QList<Credit> credits(int count, bool named)
    {
        QList<Credit> list;
        while (list.size() < count) {
            const Credit next = credit(named);
            if (!std::ranges::contains(list, next.person, &Credit::person))
                list.append(next);
        }
        return list;
    }

    QList<qint32> companies(int count)
    {
        QList<qint32> list;
        for (int i = 0; i < count; ++i)
            if (const qint32 company = FirstCompany + m_dice.below(m_companies); !list.contains(company))
                list.append(company);
        return list;
    }

    Film filmOf(int number)
    {
        const Name &name = m_names[number];
        const auto &country = m_dice.chance(0.6) ? vocabulary::Countries[0] : m_dice.pick(vocabulary::Countries);
        Film film{.name = name.title, .date = date(name.year), .year = name.year};
        film.imdb = "tt" + QByteArray::number(FirstImdb + number);
        film.tmdb = QByteArray::number(FirstObject + number);
        film.runtime = m_dice.between(62, 190);
        film.budget = m_dice.chance(0.5) ? m_dice.between(1, 900) * 100'000LL : 0;
        film.gross = m_dice.chance(0.5) ? m_dice.between(1, 900'000) * 1'001LL : 0;
        film.tomatoMeter = m_dice.chance(0.5) ? m_dice.between(3, 100) : -1;
        film.directors = credits(m_dice.chance(0.1) ? 2 : 1, false);
        film.writers = credits(m_dice.between(1, 3), false);
        film.cast = credits(CastSize, true);
        film.studios = companies(m_dice.between(1, 3));
        film.distributors = companies(1);
        film.countries = {country.qid};
        film.languages = {country.language};
        return film;
    }

    QByteArray articleTitle(const Film &film) const
    {
        if (m_bearers.value(film.name) == 1)
            return film.name;
        return film.name + " (" + QByteArray::number(film.year) + " film)";
    }

    Page pageOf(const Film &film)
    {
        Page page{.title = articleTitle(film), .popularity = float(m_dice.unit())};
        page.description = articletext::description(m_world, film);
        if (page.title == film.name)
            page.redirects = {film.name + " (" + QByteArray::number(film.year) + " film)"};
        return page;
    }

    Title titleOf(int number, const Film &film, const QByteArrayList &genres)
    {
        const auto *country = vocabulary::countryByQid(film.countries.first());
        Title title{
            .objectId = FirstObject + number, .title = film.name, .originalTitle = film.name, .date = film.date};
        title.path = "/us/movie/made-" + QByteArray::number(number + 1) + '-' + QByteArray::number(film.year);
        title.description = "A film about " + film.name + '.';
        title.age = m_dice.chance(0.6) ? QByteArray("PG-13") : QByteArray();
        title.poster = "/poster/" + QByteArray::number(FirstObject + number) + "/{profile}/made.{format}";
        title.year = film.year;
        title.runtime = film.runtime;
        title.countries = {country->iso};
        title.genres = genres;
        title.directors = film.directors;
        title.cast = film.cast;
        title.imdbScore = m_dice.between(20, 95) / 10.0;
        title.imdbVotes = m_dice.between(100, 900'000);
        title.tmdbScore = m_dice.between(2000, 9000) / 1000.0;
        title.tmdbPopularity = m_dice.between(100, 90'000) / 1000.0;
        if (film.tomatoMeter >= 0)
            title.tomatoMeter = film.tomatoMeter;
        title.providers = m_provider;
        return title;
    }

    void makeFilm(int number)
    {
        Film film = filmOf(number);
        QByteArrayList genres;
        while (film.genres.size() < 3)
            if (const auto &genre = m_dice.pick(vocabulary::Genres);
                genre.qid > 0 && !genres.contains(genre.shortName)) {
                genres.append(genre.shortName);
                film.genres.append(genre.qid);
            }
        Title title = titleOf(number, film, genres);
        const int withheld = m_dice.below(100); // 0, 1: no IMDb id; 1: no TMDB id either; 2: no article
        const bool hasItem = withheld != 2 || m_dice.chance(0.5);
        if (withheld > 1)
            title.imdb = film.imdb;
        if (withheld != 1)
            title.tmdb = film.tmdb;
        title.qid = hasItem ? FirstFilm + number : 0;
        m_world.titles.append(title);
        if (hasItem)
            m_world.addFilm(
                film,
                {.qid = FirstFilm + number, .label = film.name, .description = articletext::description(m_world, film)},
                withheld == 2 ? std::nullopt : std::optional(pageOf(film)));
    }

    World &m_world;
    Dice m_dice;
    int m_count;
    quint64 m_provider;
    int m_companies = 0;
    QList<Index> m_people;
    QList<Name> m_names;
    QSet<std::pair<QByteArray, int>> m_taken;
    QHash<QByteArray, int> m_bearers;
};

}

void addMade(World &world, int count, quint64 seed)
{
    Maker(world, count, seed).make();
}

}
