#include "worlds.h"

#include "articletext.h"
#include "csv.h"
#include "searchindex.h"
#include "vocabulary.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::Literals;

namespace origin::worlds {

namespace {

constexpr qint32 FirstPerson = 800'000'000; // Q-numbers of people whom only the gallery knows

/// The name of a folder without its date: "hbo-max-2022-07" is the gallery of "hbo-max".
QByteArray slugOf(const QString &folder)
{
    static const QRegularExpression date(u"-\\d{4}-\\d{2}$"_s);
    return QDir(folder).dirName().remove(date).toUtf8();
}

quint64 providerOf(World &world, const QByteArray &slug)
{
    for (const Provider &provider : std::as_const(world.providers))
        if (provider.slug.startsWith(slug))
            return world.addProvider(provider);
    return world.addProvider({.packageId = int(1000 + world.providers.size()),
                              .shortName = slug.left(3),
                              .technicalName = slug,
                              .clearName = slug,
                              .slug = slug});
}

std::optional<double> number(const QByteArray &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

QByteArray textOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QByteArray() : text;
}

QByteArrayList genresOf(const QByteArray &list)
{
    QByteArrayList genres;
    for (const QByteArray &name : csv::pythonList(list))
        if (const auto *genre = vocabulary::genreByTechnicalName(name))
            genres.append(genre->shortName);
    return genres;
}

QByteArray pathOf(const csv::Row &row, const QByteArray &id)
{
    const QByteArray kind = row["type"] == "SHOW" ? "tv-show" : "movie";
    return "/us/" + kind + '/' + SearchIndex::words(row["title"]).join('-') + '-' + id;
}

Title titleOf(const csv::Row &row)
{
    Title title{.objectId = row["id"].mid(2).toInt(), .show = row["type"] == "SHOW", .title = row["title"]};
    title.originalTitle = title.title;
    title.path = pathOf(row, row["id"]);
    title.description = row["description"];
    title.age = textOrNull(row["age_certification"]);
    title.imdb = textOrNull(row["imdb_id"]);
    title.year = row["release_year"].toInt();
    title.runtime = row["runtime"].toInt();
    title.countries = csv::pythonList(row["production_countries"]);
    title.genres = genresOf(row["genres"]);
    title.imdbScore = number(row["imdb_score"]);
    title.imdbVotes = number(row["imdb_votes"]);
    title.tmdbScore = number(row["tmdb_score"]);
    title.tmdbPopularity = number(row["tmdb_popularity"]);
    return title;
}

void addTitle(World &world, QHash<QByteArray, Index> &known, const csv::Row &row, quint64 provider)
{
    Title title = titleOf(row);
    const auto place = known.constFind(row["id"]);
    if (place != known.cend()) {
        world.titles[*place].providers |= provider;
        return;
    }
    title.providers = provider;
    known.insert(row["id"], Index(world.titles.size()));
    world.titles.append(title);
}

void addCredit(World &world, const QHash<QByteArray, Index> &titles, const csv::Row &row)
{
    const auto place = titles.constFind(row["id"]);
    if (place == titles.cend())
        return;
    const auto id = row["person_id"].toInt();
    const Index person = world.addPerson(row["name"], id, FirstPerson + id);
    world.addEntity(
        {.qid = FirstPerson + id, .label = row["name"], .claims = {{.property = 31, .value = Value::item(5)}}});
    Title &title = world.titles[*place];
    QList<Credit> &credits = row["role"] == "DIRECTOR" ? title.directors : title.cast;
    if (!std::ranges::contains(credits, person, &Credit::person))
        credits.append({person, world.addCharacter(row["character"])});
}

/// By node id: a film and a series may bear one number.
QHash<QByteArray, Index> titlesById(const World &world)
{
    QHash<QByteArray, Index> known;
    for (qsizetype i = 0; i < world.titles.size(); ++i) {
        const Title &title = world.titles[i];
        known.insert((title.show ? "ts" : "tm") + QByteArray::number(title.objectId), Index(i));
    }
    return known;
}

/// What the gallery knows about a film makes its article and item whole.
void complete(Film &film, const Title &title)
{
    film.runtime = title.runtime;
    film.directors = title.directors;
    film.cast = title.cast.first(std::min<qsizetype>(title.cast.size(), 20));
    for (const QByteArray &name : title.genres)
        if (const auto *genre = vocabulary::genreByShortName(name); genre && genre->qid > 0)
            film.genres.append(genre->qid);
}

QByteArray bare(const QByteArray &title)
{
    static const QRegularExpression brackets(u" \\([^()]*\\)$"_s);
    return QString::fromUtf8(title).remove(brackets).toUtf8();
}

QList<qint32> itemOf(const QByteArray &id)
{
    return id.startsWith('Q') ? QList<qint32>{id.mid(1).toInt()} : QList<qint32>();
}

void addArticle(World &world, const QHash<QByteArray, Index> &titles, const csv::Row &row)
{
    const auto qid = row["qid"].mid(1).toInt();
    if (qid <= 0 || world.entity(qid) || row["enwiki"].isEmpty())
        return;
    Film film{
        .name = bare(row["enwiki"]), .date = row["date"], .imdb = row["imdb"], .year = row["date"].left(4).toInt()};
    film.countries = itemOf(row["country_qid"]);
    film.languages = itemOf(row["language_qid"]);
    const auto title = titles.constFind(film.imdb);
    const bool shown = !film.imdb.isEmpty() && title != titles.cend();
    if (shown)
        complete(film, world.titles[*title]);
    Page page{.title = row["enwiki"], .description = articletext::description(world, film)};
    const double votes = shown ? world.titles[*title].imdbVotes.value_or(0) : 500 + double(qHash(qid) % 20'000);
    page.popularity = float(std::min(std::log10(votes + 1) / 6.5, 1.0));
    if (row["label"] != film.name && !row["label"].isEmpty() && world.pageOf(row["label"]) < 0)
        page.redirects = {row["label"]};
    const QByteArray description = page.description;
    const Index place = world.addFilm(film, {.qid = qid, .label = row["label"], .description = description}, page);
    if (shown)
        world.titles[*title].qid = world.films.size() > place ? qid : 0;
}

}

QString addGallery(World &world, const QString &folder)
{
    const quint64 provider = providerOf(world, slugOf(folder));
    QHash<QByteArray, Index> titles = titlesById(world);
    const QDir files(folder);
    const bool read = csv::read(files.filePath(u"titles.csv"_s), ',',
                                [&](const csv::Row &row) { addTitle(world, titles, row, provider); })
        && csv::read(files.filePath(u"credits.csv"_s), ',',
                     [&](const csv::Row &row) { addCredit(world, titles, row); });
    return read ? QString() : u"%1 holds no titles.csv and credits.csv"_s.arg(folder);
}

QString addArticles(World &world, const QString &path)
{
    QHash<QByteArray, Index> titles;
    for (qsizetype i = 0; i < world.titles.size(); ++i)
        if (!world.titles[i].imdb.isEmpty())
            titles.insert(world.titles[i].imdb, Index(i));
    const bool read = csv::read(path, '\t', [&](const csv::Row &row) { addArticle(world, titles, row); });
    return read ? QString() : u"%1 cannot be read"_s.arg(path);
}

}
