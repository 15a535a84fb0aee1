#pragma once

#include "films.h"
#include "store.h"
#include "store/table.h"
#include "waitingrows.h"

namespace films {

inline Item wholeItem()
{
    Item whole = item(u"tm155702"_s, u"The Wizard of Oz"_s, u"tt0032138"_s);
    whole.listId = QUuid(u"{67c8770b-44f1-410a-ab9a-f9b5446f13ee}"_s);
    whole.originalTitle = u"The Wizard of Oz"_s;
    whole.year = 1939;
    whole.runtime = 102;
    whole.tmdbId = u"630"_s;
    whole.wikidataId = u"Q193695"_s;
    whole.directors = {u"Victor Fleming"_s};
    whole.cast = {u"Judy Garland"_s, u"Frank \"The Wizard\" Morgan"_s};
    whole.countries = {u"US"_s};
    whole.posterUrl = QUrl(u"https://images.example/oz%20poster.jpg"_s);
    whole.votes = 419'000;
    whole.node = R"({"content":{"runtime":102},"id":"tm155702"})";
    whole.extra = {{u"shelf"_s, 7}};
    return whole;
}

inline Candidate candidate(const QString &title, const QString &wikidataId)
{
    Candidate made{.page = {30'000},
                   .wikidataId = wikidataId,
                   .key = QString(title).replace(u' ', u'_'),
                   .title = title,
                   .matchedTitle = u"Wizard of Oz (film)"_s,
                   .description = u"1939 American film"_s,
                   .excerpt = u"<span class=\"searchmatch\">Oz</span>"_s,
                   .thumbnail = QUrl(u"https://upload.example/oz.jpg"_s),
                   .rank = 2,
                   .aliases = {u"Oz"_s},
                   .year = 1939,
                   .laterYears = {1940},
                   .directors = {u"Victor Fleming"_s},
                   .cast = {u"Judy Garland"_s},
                   .runtimes = {102, 101},
                   .countries = {u"US"_s},
                   .ids = {u"P345:tt0032138"_s},
                   .film = true,
                   .type = u"film"_s,
                   .score = 0.93};
    made.evidence[Signal::Title] = 1.0F;
    made.evidence[Signal::Year] = 0.5F;
    return made;
}

inline Decision accepted(Verdict verdict, const QString &article, const QString &wikidataId)
{
    return {.verdict = verdict,
            .who = u"Cineteca 0.1"_s,
            .page = {30'000},
            .article = article,
            .wikidataId = wikidataId,
            .score = 0.93};
}

}

/// A test on a store with its library, on each engine, and what such tests do again and again.
class LibraryStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        m_store = std::make_unique<TestStore>(engine);
        m_connection = &m_store->connect();
        m_crawl = {};
    }
    void cleanup() { m_store.reset(); }

protected:
    Connection &db() { return *m_connection; }

    Crawl startCrawl() { return got(library::startCrawl(db(), {.gallery = films::gallery()})); }

    /// The item of this key after a crawl that showed it.
    ItemId added(const Item &shown)
    {
        if (!m_crawl.id)
            m_crawl = startCrawl();
        if (!done(library::add(db(), m_crawl, {shown})))
            return {};
        return got(library::itemByKey(db(), shown.source, shown.key))->id;
    }

    /// The same, accepted by the machine.
    ItemId decided(const Item &shown, const QString &article, const QString &wikidataId)
    {
        const ItemId id = added(shown);
        std::ignore = done(
            library::keepWeighed(db(),
                                 {{.item = id,
                                   .candidates = {films::candidate(article, wikidataId)},
                                   .decision = films::accepted(Verdict::AcceptedByMachine, article, wikidataId)}}));
        return id;
    }

    ItemId recordedOz()
    {
        const ItemId id = decided(films::item(QStringLiteral("tm1"), QStringLiteral("The Wizard of Oz")),
                                  QStringLiteral("The Wizard of Oz"), QStringLiteral("Q193695"));
        std::ignore = done(library::record(db(), {{.item = id, .movie = films::oz()}}));
        return id;
    }

    QString address() const { return m_store->address(); }
    /// Another connection to the same database.
    Connection &another() { return m_store->connect(); }

    int count(const QString &table) { return int(got(table::count(db(), {.table = table}))); }

    QVariant value(const QString &sql, const QVariantList &values = {0})
    {
        return got(db().first(sql, values, [](const Rows &row) { return row.value(0); })).value_or(QVariant());
    }

    Verdict verdict(ItemId id) { return got(library::match(db(), id)).decision.verdict; }
    Tally tally() { return got(library::tally(db(), m_crawl.gallery.id)); }

    Crawl m_crawl;

private:
    std::unique_ptr<TestStore> m_store;
    Connection *m_connection = nullptr;
};
