#include "worlds.h"

#include "dice.h"

#include <QSet>

namespace origin::worlds {

namespace {

constexpr qint32 First = 900'000'000;

/// One kind of thing that may bear a film's name.
struct Kind
{
    const char *suffix; ///< of its article's title
    const char *description; ///< %Y stands for a year, %N for a name
    qint32 type; ///< P31
    const char *text;
    bool ownName; ///< whether the item bears the film's bare name
    bool filmInfobox = false; ///< as articles about series of films have it
};

constexpr Kind Kinds[] = {
    {" (TV series)", "American television series", 5398426, "is a television series that ran for several seasons",
     true},
    {" season 2", "Season of television series", 3464665, "is the second season of the television series", false},
    {" (novel)", "%Y novel", 7725634, "is a novel on which a film is based", true},
    {" (album)", "%Y studio album", 482994, "is a studio album", true},
    {" (soundtrack)", "%Y soundtrack album", 482994, "is the soundtrack album of the film", true},
    {" filmography", "None", 13406463, "is a list of films", false},
    {" (film series)", "Film series", 24856, "is a series of films", true, true},
    {" (video game)", "%Y video game", 7889, "is a video game based on the film", true},
};

class Distractors
{
public:
    Distractors(World &world, quint64 seed)
        : m_world(world)
        , m_dice(seed)
    {
    }

    void add(const QSet<qint32> &around)
    {
        for (const Film &film : std::as_const(m_world.films))
            m_years.insert(film.name, film.year);
        QSet<QByteArray> done;
        const QList<Entity> entities = m_world.entities; // a copy: the list grows
        for (const Entity &entity : entities) {
            if (entity.film < 0 || (!around.isEmpty() && !around.contains(entity.qid)))
                continue;
            const Film film = m_world.films[entity.film];
            if (done.contains(film.name))
                continue;
            done.insert(film.name);
            surround(film);
        }
    }

private:
    void surround(const Film &film)
    {
        for (const Kind &kind : Kinds)
            addThing(film, kind);
        addPerson(film);
        addFilm(film, film.name + (m_dice.chance(0.7) ? " 2" : ": The Return"), film.year + m_dice.between(1, 5),
                People::Same);
        addFilm(film, film.name, film.year + (m_dice.chance(0.5) ? 1 : -1) * m_dice.between(9, 40), People::Other);
        addFilm(film, film.name + ' ' + "Again", film.year + m_dice.between(-3, 3), People::Other);
        addDisambiguation(film);
    }

    QByteArray year(const Film &film) { return QByteArray::number(film.year + m_dice.between(-20, 5)); }

    void addPage(Entity entity, Page page)
    {
        entity.qid = First + m_next++;
        page.qid = entity.qid;
        page.popularity = float(m_dice.unit());
        if (entity.page = m_world.addPage(page); entity.page >= 0)
            m_world.addEntity(std::move(entity));
    }

    void addThing(const Film &film, const Kind &kind)
    {
        const QByteArray description = QByteArray(kind.description).replace("%Y", year(film));
        Page page{.title = film.name + kind.suffix, .text = "'''" + film.name + "''' " + kind.text + '.'};
        page.description = description == "None" ? QByteArray("") : description;
        page.filmInfobox = kind.filmInfobox;
        addPage({.label = kind.ownName ? film.name : page.title,
                 .description = description,
                 .claims = {{.property = 31, .value = Value::item(kind.type)}}},
                page);
    }

    void addPerson(const Film &film)
    {
        const QByteArray name = film.name + ' ' + m_dice.pick(Surnames);
        addPage(
            {.label = name, .description = "American actor", .claims = {{.property = 31, .value = Value::item(5)}}},
            {.title = name, .description = "American actor (born 1970)", .text = "'''" + name + "''' is an actor."});
    }

    /// Another film that is alike: a sequel, a remake, one with a longer name.
    enum class People { Same, Other };
    void addFilm(const Film &film, const QByteArray &name, int year, People people)
    {
        if (film.year == 0 || year > Newest || standsThere(name, year))
            return;
        const QByteArray number = QByteArray::number(year);
        const bool taken = m_world.pageOf(name) >= 0 || name == film.name;
        Film other{.name = name, .date = number + "-06-01", .year = year, .runtime = m_dice.between(70, 150)};
        other.countries = film.countries;
        other.languages = film.languages;
        if (people == People::Same) {
            other.directors = film.directors;
            other.cast = film.cast;
        }
        Page page{.title = taken ? name + " (" + number + " film)" : name, .popularity = float(m_dice.unit())};
        page.description = number + " film";
        if (m_world.pageOf(page.title) < 0 && m_world.redirectOf(page.title) < 0)
            m_world.addFilm(other, {.qid = First + m_next++, .label = name, .description = page.description}, page);
    }

    /// Nobody can tell a made film from a real one of the same name and time.
    bool standsThere(const QByteArray &name, int year) const
    {
        constexpr int Apart = 8;
        const QList<int> years = m_years.values(name);
        return std::ranges::any_of(years, [year](int known) { return std::abs(known - year) < Apart; });
    }

    void addDisambiguation(const Film &film)
    {
        const bool taken = m_world.pageOf(film.name) >= 0 || m_world.redirectOf(film.name) >= 0;
        QByteArray text = "'''" + film.name + "''' may refer to:\n* [[" + film.name + " (film)]]\n* [[" + film.name
            + " (novel)]]\n* [[" + film.name + " (album)]]\n";
        addPage({.label = film.name,
                 .description = "Wikimedia disambiguation page",
                 .claims = {{.property = 31, .value = Value::item(4167410)}}},
                {.title = taken ? film.name + " (disambiguation)" : film.name,
                 .description = "Topics referred to by the same term",
                 .text = text,
                 .disambiguation = true});
    }

    static constexpr int Newest = 2026;
    static constexpr const char *Surnames[] = {"Abbott", "Bloom", "Carver", "Delgado", "Easton", "Foster"};

    World &m_world;
    QMultiHash<QByteArray, int> m_years; ///< of the real films, by name
    Dice m_dice;
    qint32 m_next = 0;
};

}

void addDistractors(World &world, quint64 seed, const QSet<qint32> &around)
{
    Distractors(world, seed).add(around);
}

}
