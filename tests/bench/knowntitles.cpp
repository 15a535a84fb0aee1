#include "knowntitles.h"

#include "csv.h"

#include <QFile>

using namespace Qt::Literals;
using origin::csv::Row;

namespace {

constexpr qsizetype KnownCast = 10;

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

std::optional<int> number(const QByteArray &bytes)
{
    const int value = bytes.toInt();
    return value > 0 ? std::optional(value) : std::nullopt;
}

void read(const QString &file, char separator, const std::function<void(const Row &)> &line)
{
    if (!origin::csv::read(knowntitles::dataFolder() + file, separator, line))
        qFatal("%s cannot be read", qUtf8Printable(file));
}

Item listed(const QString &key, const QByteArray &title, const QByteArray &year)
{
    return {.source = u"file"_s,
            .key = key,
            .listId = QUuid::createUuidV5(QUuid(), key),
            .title = text(title),
            .year = number(year)};
}

QByteArray bare(const QByteArray &articleTitle)
{
    const qsizetype bracket = articleTitle.endsWith(')') ? articleTitle.lastIndexOf(" (") : -1;
    return bracket > 0 ? articleTitle.first(bracket) : articleTitle;
}

/// The film that an article is about: of this title, or of this name and year where articles have been renamed since.
qint32 filmIn(const origin::World &world, const QByteArray &article, int year)
{
    if (const auto page = world.pageOf(article); page >= 0)
        return world.pages[page].qid;
    const auto found = std::ranges::find_if(world.entities, [&](const origin::Entity &entity) {
        if (entity.film < 0)
            return false;
        const origin::Film &film = world.films[entity.film];
        return film.year == year && film.name == bare(article);
    });
    return found == world.entities.cend() ? 0 : found->qid;
}

qint32 addFilm(origin::World &world, const Row &row)
{
    constexpr qint32 First = 950'000'000;
    const qint32 number = First + 2 * qint32(world.films.size());
    const auto director = world.addPerson(row["director"], number + 1, number + 1);
    world.addEntity({.qid = number + 1, .label = row["director"]});
    const QByteArray name = bare(row["article"]);
    const QByteArray description = row["released"] + " film by " + row["director"];
    const origin::Film film{.name = name,
                            .date = row["released"] + "-06-01",
                            .year = row["released"].toInt(),
                            .directors = {{.person = director, .character = -1}}};
    world.addFilm(film, {.qid = number, .label = name, .description = description},
                  origin::Page{.title = row["article"], .description = description});
    return number;
}

void addCredit(QHash<QString, Item> &items, const Row &row)
{
    const auto item = items.find(text(row["id"]));
    if (item == items.end())
        return;
    if (row["role"] == "DIRECTOR")
        item->directors.append(text(row["name"]).simplified());
    else if (item->cast.size() < KnownCast)
        item->cast.append(text(row["name"]).simplified());
}

}

QString knowntitles::dataFolder()
{
    const QString folder = QStringLiteral(SOURCE_DIR "/../shared/data/");
    return QFile::exists(folder) ? folder : QString();
}

QList<knowntitles::Known> knowntitles::truth(Ids ids)
{
    QList<Known> known;
    read(u"matching/truth_dev.tsv"_s, '\t', [&](const Row &row) {
        Item item = listed(text(row["imdb"]), row["title"], row["year"]);
        if (const QString aka = text(row["aka"]); !aka.isEmpty())
            item.originalTitle = aka;
        if (ids == Ids::Told)
            item.imdbId = item.key;
        known.append({.item = item, .wikidataId = text(row["qid"]), .imdbId = item.key});
    });
    return known;
}

knowntitles::Half knowntitles::halfOf(const Known &known)
{
    return qChecksum(known.imdbId.toLatin1()) % 2 == 1 ? Half::HeldOut : Half::Fitted;
}

QList<knowntitles::Known> knowntitles::gallery(const QString &name)
{
    QHash<QString, QString> articles;
    for (const auto &[id, imdb] : imdbOfArticles().asKeyValueRange())
        articles.insert(imdb, id);
    QHash<QString, Item> items;
    QHash<QString, QString> imdb;
    const QString folder = u"galleries/%1/"_s.arg(name);
    read(folder + u"titles.csv"_s, ',', [&](const Row &row) {
        const QString id = text(row["id"]);
        if (row["type"] != "MOVIE" || items.contains(id))
            return;
        Item item = listed(id, row["title"].simplified(), row["release_year"]);
        item.runtime = number(row["runtime"]);
        for (const QByteArray &country : origin::csv::pythonList(row["production_countries"]))
            item.countries.append(text(country));
        items.insert(id, item);
        imdb.insert(id, text(row["imdb_id"]));
    });
    read(folder + u"credits.csv"_s, ',', [&](const Row &row) { addCredit(items, row); });
    QList<Known> known;
    for (const Item &item : std::as_const(items))
        known.append(
            {.item = item, .wikidataId = articles.value(imdb.value(item.key)), .imdbId = imdb.value(item.key)});
    std::ranges::sort(known, {}, [](const Known &one) { return one.item.key; });
    return known;
}

QList<knowntitles::Known> knowntitles::firstCrawls(origin::World &world)
{
    QList<Known> known;
    const auto add = [&](const Row &row) {
        Item item = listed(text(row["title"] + ' ' + row["year"]), row["title"], row["year"]);
        item.directors = {text(row["director"])};
        qint32 number = filmIn(world, row["article"], row["released"].toInt());
        if (number == 0)
            number = addFilm(world, row);
        known.append({.item = item, .wikidataId = u'Q' + QString::number(number), .imdbId = {}});
    };
    if (!origin::csv::read(QStringLiteral(SOURCE_DIR "/tests/data/first_crawls.tsv"), '\t', add))
        qFatal("The first crawls cannot be read");
    return known;
}

QSet<qint32> knowntitles::numbers(const QList<Known> &known)
{
    QSet<qint32> numbers;
    for (const Known &one : known) {
        if (!one.wikidataId.isEmpty())
            numbers.insert(one.wikidataId.mid(1).toInt());
    }
    return numbers;
}

QHash<QString, QString> knowntitles::imdbOfArticles()
{
    QHash<QString, QString> ids;
    read(u"matching/articles.tsv"_s, '\t', [&](const Row &row) {
        if (!row["imdb"].isEmpty())
            ids.insert(text(row["qid"]), text(row["imdb"]));
    });
    return ids;
}

QHash<QString, QStringList> knowntitles::namesOfArticles()
{
    QHash<QString, QStringList> names;
    read(u"matching/articles.tsv"_s, '\t',
         [&](const Row &row) { names.insert(text(row["qid"]), {text(row["enwiki"]), text(row["label"])}); });
    return names;
}
