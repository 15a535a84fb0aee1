#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QList>

#include <mutex>
#include <optional>

/// What the local origin knows: titles of a gallery, films, items of Wikidata, pages of Wikipedia.
namespace origin {

class SearchIndex;
using Index = qint32; ///< place in one of the World's lists, -1 for none

/// The value of a claim.
struct Value
{
    enum class Kind : quint8 { Item, Text, Time, Amount, Monolingual };

    Kind kind = Kind::Text;
    qint32 number = 0; ///< of an item its Q-number, of a time its precision, of an amount its unit (0 for none)
    QByteArray text; ///< text; "1939-08-25"; "102"

    static Value item(qint32 qid) { return {.kind = Kind::Item, .number = qid}; }
    static Value string(QByteArray text) { return {.text = std::move(text)}; }
    static Value time(QByteArray iso, int precision = 11)
    {
        return {.kind = Kind::Time, .number = precision, .text = std::move(iso)};
    }
    static Value amount(QByteArray number, qint32 unit = 0)
    {
        return {.kind = Kind::Amount, .number = unit, .text = std::move(number)};
    }
};

/// A statement of an item; properties are numbers, 31 for P31.
struct Claim
{
    int property = 0;
    Value value;
    QList<std::pair<int, Value>> qualifiers;
};

/// An item of Wikidata. A film's claims are composed from the film, others are kept here.
struct Entity
{
    qint32 qid = 0;
    QByteArray label;
    QByteArray description; ///< empty for none
    QByteArrayList aliases;
    bool mul = false; ///< the label is not English but `mul`
    QList<Claim> claims;
    Index film = -1;
    Index page = -1;
};

/// A page of Wikipedia. A film's text is composed from the film, others are kept here.
struct Page
{
    qint32 id = 0;
    QByteArray title;
    QByteArrayList redirects;
    QByteArray description; ///< null: no description known; empty: wanted to be none
    QByteArray timestamp = "2026-05-01T12:00:00Z";
    qint64 revision = 0;
    QByteArray text; ///< wikitext
    Index film = -1;
    qint32 qid = 0;
    bool disambiguation = false;
    bool filmInfobox = false;
    float popularity = 0; ///< 0 to 1
};

struct Person
{
    QByteArray name;
    qint32 justwatchId = 0;
    qint32 qid = 0;
};

struct Credit
{
    Index person = -1;
    Index character = -1; ///< in World::characters
};

/// A film's facts, as its article and item tell them.
struct Film
{
    QByteArray name;
    QByteArray date; ///< "1939-08-25"
    QByteArray imdb;
    QByteArray tmdb;
    int year = 0;
    int runtime = 0; ///< minutes, 0 for unknown
    qint64 budget = 0; ///< US dollars, 0 for unknown
    qint64 gross = 0;
    int tomatoMeter = -1;
    QList<Credit> directors;
    QList<Credit> writers;
    QList<Credit> cast;
    QList<qint32> genres; ///< Q-numbers, as all that follow
    QList<qint32> studios;
    QList<qint32> distributors;
    QList<qint32> countries;
    QList<qint32> languages;
};

/// A title of a gallery, as JustWatch tells it.
struct Title
{
    qint32 objectId = 0;
    bool show = false;
    QByteArray title;
    QByteArray originalTitle;
    QByteArray date;
    QByteArray path;
    QByteArray description;
    QByteArray age; ///< null for none, as all that follow
    QByteArray imdb;
    QByteArray tmdb;
    QByteArray poster;
    int year = 0; ///< 0 for none
    int runtime = 0;
    qint32 qid = 0;
    QByteArrayList countries;
    QByteArrayList genres; ///< short names
    QList<Credit> directors;
    QList<Credit> cast;
    std::optional<double> imdbScore;
    std::optional<double> imdbVotes;
    std::optional<double> tmdbScore;
    std::optional<double> tmdbPopularity;
    std::optional<int> tomatoMeter;
    quint64 providers = 0; ///< a bit for each of World::providers that shows it
};

struct Provider
{
    int packageId = 0;
    QByteArray shortName;
    QByteArray technicalName;
    QByteArray clearName;
    QByteArray slug;
};

/// Everything, with ways to find it. Filled once, then only read.
class World
{
public:
    World();
    ~World();
    Q_DISABLE_COPY_MOVE(World)

    QList<Provider> providers; ///< at most 64
    QList<Title> titles;
    QList<Film> films;
    QList<Entity> entities;
    QList<Page> pages;
    QList<Person> people;
    QByteArrayList characters;
    QHash<qint32, qint32> itemRedirects; ///< items that were merged into others, by Q-number
    bool withIds = true; ///< whether the gallery tells external ids

    Index addEntity(Entity entity); ///< known by its Q-number from now on; an item that is known stays as it is
    Index addPage(Page page); ///< gets an id if it has none; a title that is taken is not added again (-1)
    Index addPerson(QByteArray name, qint32 justwatchId, qint32 qid);
    Index addCharacter(const QByteArray &name);
    /// A film with its item, and its page where one is given.
    Index addFilm(Film film, Entity entity, std::optional<Page> page);
    quint64 addProvider(const Provider &provider); ///< its bit; the known one if its short name is known
    void addExternalId(int property, const QByteArray &id, qint32 qid);

    const Entity *entity(qint32 qid) const;
    Index pageOf(const QByteArray &title) const; ///< title in its normal form; -1 where there is none
    Index redirectOf(const QByteArray &title) const;
    Index pageById(qint32 id) const;
    QList<qint32> withExternalId(int property, const QByteArray &id) const;
    const SearchIndex &index() const; ///< built when first asked for

    QList<Claim> claims(const Entity &entity) const;
    QByteArray text(const Page &page) const; ///< wikitext
    QByteArray label(qint32 qid) const;

private:
    QHash<qint32, Index> m_entities;
    QHash<qint32, Index> m_pageIds;
    QHash<QByteArray, Index> m_pages;
    QHash<QByteArray, Index> m_redirects;
    QHash<QByteArray, Index> m_characters;
    QHash<qint32, Index> m_people;
    QMultiHash<QByteArray, qint32> m_externalIds;
    mutable std::once_flag m_indexBuilt;
    mutable std::unique_ptr<SearchIndex> m_index;
};

}
