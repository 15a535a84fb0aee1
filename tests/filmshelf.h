#pragma once

#include "jobs/services.h"
#include "net/httpclient.h"
#include "net/recording.h"
#include "store/database.h"
#include "store/library.h"

#include <QTemporaryDir>
#include <QTest>

/// A database with a few looked-up films in it, and a web that knows nothing: what the pages' tests stand on.
class FilmShelf
{
public:
    /// In a file of its own, if no database is named.
    explicit FilmShelf(const QString &address = {})
        : http({})
        , database(address.isEmpty() ? folder.filePath(QStringLiteral("movies.sqlite")) : address)
    {
        http.replay(std::make_shared<Recording>());
    }

    Services services() { return {.http = http, .sample = http, .database = database, .origins = {}}; }

    template<typename Work>
    auto ask(Work work)
    {
        auto answer = QCoro::waitFor(database.run(std::move(work)));
        if (!answer)
            QTest::qFail(qPrintable(QString(answer.error().message + u" — " + answer.error().detail)), __FILE__,
                         __LINE__);
        return answer;
    }

    /// A crawl that brought these items, looked up or not.
    void list(QList<Item> items)
    {
        ask([&](Connection &connection) -> Result<> {
            const auto gallery = library::keepGallery(connection, shelf());
            if (!gallery)
                return std::unexpected(gallery.error());
            Crawl wanted{.gallery = shelf(), .startedAt = QDateTime::currentDateTimeUtc()};
            wanted.gallery.id = *gallery;
            for (Item &item : items)
                item.gallery = wanted.gallery;
            return library::startCrawl(connection, wanted).and_then([&](const Crawl &crawl) {
                return library::add(connection, crawl, items);
            });
        });
    }

    ItemId idOf(const QString &key)
    {
        const auto item = ask(
            [key](Connection &connection) { return library::itemByKey(connection, QStringLiteral("file"), key); });
        return item && *item ? (*item)->id : ItemId{};
    }

    Match match(const QString &key)
    {
        const auto found = ask([id = idOf(key)](Connection &connection) { return library::match(connection, id); });
        return found.value_or(Match{});
    }

    /// What the machine found out about an item that was listed.
    void weigh(const QString &key, const QList<Candidate> &candidates, Decision decision)
    {
        decision.item = idOf(key);
        const library::Weighed weighed{.item = decision.item, .candidates = candidates, .decision = decision};
        ask([weighed](Connection &connection) { return library::keepWeighed(connection, {weighed}); });
    }

    /// A Wikidata item and an article, so that a film can be recorded without the web.
    void keepFilm(const QString &id, const QString &title)
    {
        const auto json = QStringLiteral(R"({"id":"%1","labels":{"en":{"language":"en","value":"%2"}},"claims":{},
            "descriptions":{},"aliases":{},"sitelinks":{"enwiki":{"title":"%2"}}})")
                              .arg(id, title)
                              .toUtf8();
        const auto now = QDateTime::currentDateTimeUtc();
        ask([=](Connection &connection) -> Result<> {
            const auto kept = library::keepEntities(connection, {{.id = id, .json = Packed(json), .at = now}});
            if (!kept)
                return kept;
            return library::keepArticles(connection,
                                         {{.page = {id.mid(1).toLongLong()},
                                           .title = title,
                                           .revision = 1,
                                           .timestamp = now,
                                           .wikitext = Packed("{{Infobox film\n| runtime = 155 minutes\n}}"),
                                           .at = now}});
        });
    }

    static Gallery shelf()
    {
        return {.source = QStringLiteral("file"),
                .provider = QStringLiteral("/films.csv"),
                .name = QStringLiteral("films.csv"),
                .url = QUrl(QStringLiteral("file:///films.csv"))};
    }

    static Item film(const QString &key, const QString &title, int year, const QString &director = {})
    {
        Item item{.source = QStringLiteral("file"),
                  .key = key,
                  .title = title,
                  .year = year,
                  .url = QUrl(QStringLiteral("https://films.example/%1").arg(key)),
                  .crawledAt = QDateTime::currentDateTimeUtc()};
        item.listId = QUuid::createUuidV5(QUuid(), key);
        if (!director.isEmpty())
            item.directors = {director};
        return item;
    }

    static Candidate article(const QString &id, const QString &title, int year, const QString &director = {})
    {
        Candidate candidate{.page = {id.mid(1).toLongLong()},
                            .wikidataId = id,
                            .key = QString(title).replace(u' ', u'_'),
                            .title = title,
                            .description = QStringLiteral("%1 film").arg(year),
                            .rank = 1,
                            .year = year,
                            .film = true,
                            .type = QStringLiteral("film")};
        if (!director.isEmpty())
            candidate.directors = {director};
        return candidate;
    }

    static Decision asked(const QString &reason)
    {
        return {.verdict = Verdict::Unreviewed, .who = QStringLiteral("test"), .reason = reason};
    }

    QTemporaryDir folder;
    HttpClient http;
    Database database;
};
