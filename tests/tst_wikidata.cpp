#include "wiki/snak.h"
#include "wiki/sparql.h"
#include "wiki/wikidata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals;

namespace {

const QString Data = QStringLiteral(SOURCE_DIR "/../shared/data/wikimedia/");

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray fixture(const QString &name)
{
    return contentsOf(QStringLiteral(SOURCE_DIR "/tests/data/wiki/") + name);
}

/// A film twice, by two classes, and an album.
const QByteArray NamedFilms = R"({"results":{"bindings":[
            {"name":{"value":"Heat"},"item":{"value":"http://www.wikidata.org/entity/Q1"},
             "date":{"value":"1995-12-15T00:00:00Z"},"class":{"value":"http://www.wikidata.org/entity/Q11424"}},
            {"name":{"value":"Heat"},"item":{"value":"http://www.wikidata.org/entity/Q1"},
             "date":{"value":"1995-12-15T00:00:00Z"},"class":{"value":"http://www.wikidata.org/entity/Q24862"}},
            {"name":{"value":"Heat"},"item":{"value":"http://www.wikidata.org/entity/Q2"},
             "date":{"value":"1995-12-15T00:00:00Z"},"class":{"value":"http://www.wikidata.org/entity/Q482994"}}]}})";

/// The entity of a file, which may stand in an answer.
QByteArray entityFile(const QString &id)
{
    const QJsonObject object = QJsonDocument::fromJson(contentsOf(Data + u"entities/"_s + id + u".json"_s)).object();
    if (object.isEmpty())
        return {};
    return QJsonDocument(object.contains("entities"_L1) ? object["entities"_L1][id].toObject() : object).toJson();
}

Entity entityOf(const QJsonObject &claims)
{
    const QJsonObject entity{{u"id"_s, u"Q1"_s},
                             {u"labels"_s, QJsonObject{{u"en"_s, QJsonObject{{u"value"_s, u"T"_s}}}}},
                             {u"claims"_s, claims}};
    return *wikidata::parseEntity(QJsonDocument(entity).toJson());
}

QJsonObject statement(const QString &type, const QJsonValue &value, const QString &rank = u"normal"_s)
{
    const QJsonObject snak{{u"snaktype"_s, u"value"_s},
                           {u"datavalue"_s, QJsonObject{{u"type"_s, type}, {u"value"_s, value}}}};
    return {{u"rank"_s, rank}, {u"mainsnak"_s, snak}};
}

QJsonObject link(const QString &id, const QString &rank = u"normal"_s)
{
    return statement(u"wikibase-entityid"_s, QJsonObject{{u"id"_s, id}}, rank);
}

QJsonObject time(const QString &text, int precision, const QString &rank = u"normal"_s)
{
    return statement(u"time"_s, QJsonObject{{u"time"_s, text}, {u"precision"_s, precision}}, rank);
}

QJsonObject quantity(const QString &amount, const QString &unit)
{
    return statement(
        u"quantity"_s,
        QJsonObject{{u"amount"_s, amount}, {u"unit"_s, QString(u"http://www.wikidata.org/entity/"_s + unit)}});
}

QJsonObject instanceOf(const QStringList &ids)
{
    QJsonArray statements;
    for (const QString &id : ids)
        statements.append(link(id));
    return {{u"P31"_s, statements}};
}

/// A table of the query service: rows of `name=value`, separated by spaces.
QByteArray table(const QStringList &rows)
{
    QJsonArray bindings;
    for (const QString &row : rows) {
        QJsonObject cells;
        for (const QString &cell : row.split(u' ')) {
            QString value = cell.section(u'=', 1).replace(u'_', u' ');
            if (value.startsWith(u'Q'))
                value.prepend(u"http://www.wikidata.org/entity/"_s);
            cells[cell.section(u'=', 0, 0)] = QJsonObject{{u"type"_s, u"literal"_s}, {u"value"_s, value}};
        }
        bindings.append(cells);
    }
    return QJsonDocument(QJsonObject{{u"results"_s, QJsonObject{{u"bindings"_s, bindings}}}}).toJson();
}

Item item(qint64 id, const char *imdb, const char *tmdb = nullptr, const char *own = nullptr)
{
    Item item{.id = {id}};
    if (imdb)
        item.imdbId = QString::fromLatin1(imdb);
    if (tmdb)
        item.tmdbId = QString::fromLatin1(tmdb);
    if (own)
        item.wikidataId = QString::fromLatin1(own);
    return item;
}

}

class TestWikidata : public QObject
{
    Q_OBJECT

private slots:
    void allKindsOfIdsAreOneQuery()
    {
        const auto query = wikidata::resolveQuery(
            {item(1, "tt0032138", "630"), item(2, "tt0032138"), item(3, nullptr, nullptr, "Q193695")});
        QCOMPARE(query.count("\"tt0032138\""), 1);
        QVERIFY(query.contains(R"(VALUES ?tmdb { "630" } ?item wdt:P4947 ?tmdb)"));
        QVERIFY(query.contains("VALUES ?item { wd:Q193695 }"));
        QVERIFY(query.contains("?old owl:sameAs ?item"));
        QCOMPARE(query.count("UNION"), 3);
        QVERIFY(!query.contains("SERVICE"));
    }

    void idsThatAreNoneDoNotReachTheQuery_data()
    {
        QTest::addColumn<QString>("id");
        int row = 0;
        for (const char *id : {"tt1\" } DROP", "tt123", "nm0000123", "TT0032138", "tt00321380000", "tt0032138\n", "",
                               "Q0", "Q1 }", "0x1", "wd:Q1", "-5", "12345678901"})
            QTest::addRow("%d", ++row) << QString::fromLatin1(id);
    }
    void idsThatAreNoneDoNotReachTheQuery()
    {
        QFETCH(QString, id);
        QVERIFY(wikidata::resolveQuery({{.imdbId = id, .tmdbId = id, .wikidataId = id}}).isEmpty());
        QVERIFY(wikidata::labelsQuery({id}).isEmpty());
    }

    void namesAreTextsInManyLanguages()
    {
        const auto query = wikidata::namedQuery({u"Say \"\\x\""_s, u" "_s});
        QVERIFY(query.contains("\"Say \\\"\\\\x\\\"\"@en"));
        QVERIFY(query.contains("\"Say \\\"\\\\x\\\"\"@de"));
        QVERIFY(!query.contains(" \"\"@en"));
        QVERIFY(wikidata::namedQuery({}).isEmpty());
        QCOMPARE(wikidata::parseNamed(NamedFilms).value(),
                 (QList<wikidata::Named>{{.name = u"Heat"_s, .wikidataId = u"Q1"_s, .year = 1995}}));
    }

    void anImdbHitCountsBeforeATmdbHit()
    {
        const QList<Item> items{item(1, "tt0032138", "630"), item(2, "tt0000001", "631"), item(3, "tt9999999")};
        const auto resolved = wikidata::parseResolved(
            table({u"imdb=tt0032138 item=Q193695 title=The_Wizard_of_Oz_(1939_film)"_s, u"tmdb=630 item=Q99"_s,
                   u"tmdb=631 item=Q42"_s, u"imdb=tt0032138 item=Q193695 title=The_Wizard_of_Oz_(1939_film)"_s}),
            items);
        QVERIFY(resolved);
        QCOMPARE(
            *resolved,
            (QList<Resolved>{{.item = {1}, .wikidataId = u"Q193695"_s, .article = u"The Wizard of Oz (1939 film)"_s},
                             {.item = {2}, .wikidataId = u"Q42"_s}}));
    }

    void twoItemsOfOneIdAreBothAnswers()
    {
        const auto resolved = wikidata::parseResolved(
            table({u"imdb=tt0032138 item=Q5 title=A"_s, u"imdb=tt0032138 item=Q6"_s}), {item(1, "tt0032138")});
        QCOMPARE(resolved->size(), 2);
        QCOMPARE(resolved->at(1).article, std::nullopt);
    }

    void ownIdsComeFirstAndThroughRedirects()
    {
        const auto resolved = wikidata::parseResolved(
            table({u"imdb=tt0032138 item=Q5"_s, u"item=Q7 title=Seven"_s, u"old=Q8 item=Q9 title=Nine"_s}),
            {item(1, "tt0032138", nullptr, "Q7"), item(2, nullptr, nullptr, "Q8"),
             item(3, "tt0032138", nullptr, "Q1000")});
        QCOMPARE(resolved->size(), 3);
        QCOMPARE(resolved->at(0).wikidataId, u"Q7"_s);
        QCOMPARE(resolved->at(1).wikidataId, u"Q9"_s);
        QCOMPARE(resolved->at(1).article, u"Nine"_s);
        QCOMPARE(resolved->at(2).wikidataId, u"Q5"_s);
    }

    void brokenTablesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("cut off") << table({u"imdb=tt0032138 item=Q5"_s}).chopped(5);
        QTest::addRow("timed out") << "SPARQL-QUERY: java.util.concurrent.TimeoutException"_ba;
        QTest::addRow("empty") << ""_ba;
        QTest::addRow("another form") << R"({"results": 5})"_ba;
    }
    void brokenTablesAreErrors()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!wikidata::parseResolved(body, {item(1, "tt0032138")}));
        const auto labels = wikidata::parseLabels(body);
        QVERIFY(!labels);
        QCOMPARE(labels.error().kind, Error::Kind::Malformed);
    }

    void labelsAreGatheredFromTheirRows()
    {
        const auto labels = wikidata::parseLabels(
            table({u"item=Q26372 label=Victor_Fleming description=American_director born=1889-02-23T00:00:00Z "
                   "nation=United_States"_s,
                   u"item=Q2 mul=Only_Mul born=1950-01-02T00:00:00Z nation=France"_s,
                   u"item=Q2 mul=Only_Mul born=1951-01-02T00:00:00Z nation=Italy"_s,
                   u"item=Q3 label=English mul=Mul founded=1924-04-17T00:00:00Z"_s, u"item=Q4 description=nameless"_s,
                   u"item=http://other.example/Q5 label=Foreign"_s}));
        QVERIFY(labels);
        QCOMPARE(labels->size(), 3);
        QCOMPARE(labels->value(u"Q26372"_s),
                 (Label{.id = u"Q26372"_s,
                        .name = u"Victor Fleming"_s,
                        .description = u"American director"_s,
                        .born = QDate(1889, 2, 23),
                        .nationality = u"United States"_s}));
        QCOMPARE(labels->value(u"Q2"_s), (Label{.id = u"Q2"_s, .name = u"Only Mul"_s}));
        QCOMPARE(labels->value(u"Q3"_s).name, u"English"_s);
        QCOMPARE(labels->value(u"Q3"_s).founded, QDate(1924, 4, 17));
    }

    void theQueryForLabelsAsksForDaysOnly()
    {
        const auto query = wikidata::labelsQuery({u"Q2"_s, u"Q1"_s, u"Q2"_s, u"P5"_s});
        QVERIFY(query.contains("VALUES ?item { wd:Q1 wd:Q2 }"));
        QCOMPARE(query.count("wikibase:timePrecision 11"), 2);
    }

    void timesKnowTheirPrecision_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("precision");
        QTest::addColumn<std::optional<WikiTime>>("time");
        using Precision = WikiTime::Precision;
        const auto time = [](int year, int month, int day, Precision precision) {
            return std::optional(WikiTime{.year = year, .month = month, .day = day, .precision = precision});
        };
        QTest::addRow("day") << u"+1939-08-25T00:00:00Z"_s << 11 << time(1939, 8, 25, Precision::Day);
        QTest::addRow("month") << u"+2018-12-00T00:00:00Z"_s << 10 << time(2018, 12, 0, Precision::Month);
        QTest::addRow("year as a day") << u"+1931-01-01T00:00:00Z"_s << 9 << time(1931, 0, 0, Precision::Year);
        QTest::addRow("year") << u"+1931-00-00T00:00:00Z"_s << 9 << time(1931, 0, 0, Precision::Year);
        QTest::addRow("decade") << u"+1920-00-00T00:00:00Z"_s << 8 << time(1920, 0, 0, Precision::Decade);
        QTest::addRow("padded") << u"+00000001994-01-01T00:00:00Z"_s << 11 << time(1994, 1, 1, Precision::Day);
        QTest::addRow("before our era") << u"-0044-03-15T00:00:00Z"_s << 11 << time(-44, 3, 15, Precision::Day);
        QTest::addRow("century") << u"+1900-00-00T00:00:00Z"_s << 7 << std::optional<WikiTime>();
        QTest::addRow("hour") << u"+1900-01-01T05:00:00Z"_s << 12 << std::optional<WikiTime>();
        QTest::addRow("age of the universe") << u"-13798000000-00-00T00:00:00Z"_s << 9 << std::optional<WikiTime>();
        QTest::addRow("no time") << u"1939-08-25"_s << 11 << std::optional<WikiTime>();
    }
    void timesKnowTheirPrecision()
    {
        QFETCH(QString, text);
        QFETCH(int, precision);
        QFETCH(std::optional<WikiTime>, time);
        QVERIFY(wikidata::timeOf(text, precision) == time);
    }

    void onlyTheBestRankCounts()
    {
        const auto directors = [](const QJsonArray &statements) {
            QStringList ids;
            for (const auto &one : entityOf({{u"P57"_s, statements}}).statements(u"P57"_s))
                ids.append(std::get<ItemLink>(one.value).id);
            return ids;
        };
        const auto preferred = link(u"Q2"_s, u"preferred"_s);
        const auto deprecated = link(u"Q3"_s, u"deprecated"_s);
        QCOMPARE(directors({link(u"Q1"_s), preferred, deprecated}), QStringList(u"Q2"_s));
        QCOMPARE(directors({link(u"Q1"_s), deprecated, link(u"Q4"_s)}), QStringList({u"Q1"_s, u"Q4"_s}));
        QCOMPARE(directors({deprecated}), QStringList());
    }

    void aPreferredReleaseHidesNoEarlierOne()
    {
        const QJsonArray dates{time(u"+1938-01-01T00:00:00Z"_s, 11, u"deprecated"_s),
                               time(u"+1939-08-10T00:00:00Z"_s, 11),
                               time(u"+1949-06-01T00:00:00Z"_s, 11, u"preferred"_s)};
        const Entity entity = entityOf({{u"P577"_s, dates}});
        QCOMPARE(wikidata::candidate(entity, {}).year, 1939);
        QCOMPARE(entity.statements(u"P577"_s).size(), 2);
        const QJsonObject whole{{u"id"_s, u"Q1"_s}, {u"claims"_s, QJsonObject{{u"P577"_s, dates}}}};
        const QJsonObject answer{{u"entities"_s, QJsonObject{{u"Q1"_s, whole}}}};
        const auto kept = wikidata::parseEntities(QJsonDocument(answer).toJson());
        QVERIFY(kept);
        QCOMPARE(kept->first().entity.statements(u"P577"_s), entity.statements(u"P577"_s));
    }

    void valuesOfEachTypeAreRead()
    {
        const Entity entity = *wikidata::parseEntity(fixture(u"values.json"_s));
        const Statement gross = entity.statements(u"P2142"_s).first();
        QCOMPARE(gross.value, SnakValue(Quantity{.amount = 2923706026.0, .unit = u"Q4917"_s}));
        QCOMPARE(gross.qualifiers.value(u"P3005"_s).first(), SnakValue(ItemLink{.id = u"Q13780930"_s}));
        QCOMPARE(entity.statements(u"P2047"_s).first().value, SnakValue(Quantity{.amount = 162}));
        QCOMPARE(entity.statements(u"P57"_s).first().value, SnakValue());
        QCOMPARE(entity.statements(u"P58"_s).first().value, SnakValue());
        QCOMPARE(entity.statements(u"P1476"_s).first().value, SnakValue(u"Le Titre"_s));
        QCOMPARE(entity.statements(u"P345"_s).first().value, SnakValue(u"tt0499549"_s));
    }

    void boundsOfAQuantityAreKept()
    {
        const QJsonObject range = statement(u"quantity"_s,
                                            QJsonObject{{u"amount"_s, u"+50"_s},
                                                        {u"unit"_s, u"http://www.wikidata.org/entity/Q4917"_s},
                                                        {u"lowerBound"_s, u"+40"_s},
                                                        {u"upperBound"_s, u"+60"_s}});
        const QJsonObject whole{{u"id"_s, u"Q1"_s}, {u"claims"_s, QJsonObject{{u"P2130"_s, QJsonArray{range}}}}};
        const QJsonObject answer{{u"entities"_s, QJsonObject{{u"Q1"_s, whole}}}};
        const auto kept = wikidata::parseEntities(QJsonDocument(answer).toJson());
        QVERIFY(kept);
        QCOMPARE(kept->first().entity.statements(u"P2130"_s).value(0).value,
                 SnakValue(Quantity{.amount = 50, .unit = u"Q4917"_s, .lower = 40, .upper = 60}));
    }

    void emptyMapsMayBeLists()
    {
        const auto entity = wikidata::parseEntity(
            R"({"id": "Q7", "labels": [], "descriptions": [], "aliases": [], "claims": [], "sitelinks": []})");
        QVERIFY(entity);
        QCOMPARE(*entity, (Entity{.id = u"Q7"_s}));
    }

    void labelsFallBackToMul()
    {
        const auto label = [](const QStringList &languages) {
            QJsonObject labels;
            for (const QString &language : languages)
                labels[language] = QJsonObject{{u"value"_s, language}};
            return wikidata::parseEntity(QJsonDocument(QJsonObject{{u"id"_s, u"Q7"_s}, {u"labels"_s, labels}}).toJson())
                ->label;
        };
        QCOMPARE(label({u"de"_s, u"en"_s, u"mul"_s}), u"en"_s);
        QCOMPARE(label({u"de"_s, u"mul"_s}), u"mul"_s);
        QCOMPARE(label({u"de"_s}), u"de"_s);
    }

    void answersKeepWhatIsUsedOnly()
    {
        const auto entities = wikidata::parseEntities(fixture(u"entities.json"_s));
        QVERIFY(entities);
        QCOMPARE(entities->size(), 2);
        const auto avatar = *std::ranges::find(*entities, u"Q24871"_s, &wikidata::RawEntity::requested);
        QCOMPARE(avatar.entity.article, u"Avatar (2009 film)"_s);
        for (const char *left : {"references", "hash", "P373", "P805", "badges", "numeric-id\":11424,\"entity"})
            QVERIFY2(!avatar.json.contains(left), left);
        QCOMPARE(wikidata::parseEntity(avatar.json), avatar.entity);
        const auto redirected = *std::ranges::find(*entities, u"Q404"_s, &wikidata::RawEntity::requested);
        QCOMPARE(redirected.entity.id, u"Q395"_s);
    }

    void answersWithoutEntitiesAreErrors()
    {
        QVERIFY(!wikidata::parseEntities(R"({"success": 1})"));
        const auto lagged = wikidata::parseEntities(R"({"error": {"code": "maxlag", "info": "x"}})");
        QCOMPARE(lagged.error().kind, Error::Kind::Network);
        QVERIFY(lagged.error().retryAt);
        QVERIFY(!wikidata::parseEntity("{}"));
        QVERIFY(!wikidata::parseEntity(R"({"id": "L5"})"));
    }

    void realEntitiesSurviveTheTrimming_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("article");
        QTest::addColumn<std::optional<bool>>("film");
        QTest::addColumn<QString>("type");
        using Film = std::optional<bool>;
        QTest::addRow("film") << u"Q675031"_s << u"Cluny Brown"_s << u"Cluny Brown"_s << Film(true) << u"film"_s;
        QTest::addRow("silent era") << u"Q2262932"_s << u"City Streets"_s << u"City Streets (1931 film)"_s << Film(true)
                                    << u"film"_s;
        QTest::addRow("of one name") << u"Q64860145"_s << u"Amsterdam"_s << u"Amsterdam (2013 film)"_s << Film(true)
                                     << u"film"_s;
        QTest::addRow("album") << u"Q10817332"_s << u"Amsterdam"_s << u""_s << Film(false) << u"album"_s;
        QTest::addRow("series") << u"Q3965121"_s << u"United States"_s << u"United States (TV series)"_s << Film(false)
                                << u"television series"_s;
        QTest::addRow("person") << u"Q2831"_s << u"Michael Jackson"_s << u"Michael Jackson"_s << Film(false)
                                << u"human"_s;
        QTest::addRow("class") << u"Q11424"_s << u"film"_s << u"Film"_s << Film() << u""_s;
        QTest::addRow("province") << u"Q1367759"_s << u"Isfahan Province"_s << u"Isfahan Province"_s << Film() << u""_s;
    }
    void realEntitiesSurviveTheTrimming()
    {
        QFETCH(QString, id);
        QFETCH(QString, article);
        QFETCH(std::optional<bool>, film);
        const QByteArray whole = entityFile(id);
        if (whole.isEmpty())
            QSKIP("the entities are not on this machine");
        const QJsonObject answer{{u"entities"_s, QJsonObject{{id, QJsonDocument::fromJson(whole).object()}}}};
        const auto entities = wikidata::parseEntities(QJsonDocument(answer).toJson());
        QVERIFY(entities);
        QCOMPARE(entities->size(), 1);
        const Entity entity = entities->first().entity;
        QTEST(entity.label, "label");
        QCOMPARE(entity.article.value_or(QString()), article);
        QVERIFY(wikidata::isFilm(entity) == film);
        QTEST(wikidata::typeOf(entity), "type");

        const auto fromWhole = wikidata::parseEntity(whole);
        QVERIFY(fromWhole);
        for (auto it = entity.claims.begin(); it != entity.claims.end(); ++it)
            QCOMPARE(it->size(), fromWhole->statements(it.key()).size());
        QVERIFY(entities->first().json.size() < whole.size() / 2);
    }

    void aRealFilmBecomesACandidate()
    {
        const QByteArray json = entityFile(u"Q675031"_s);
        if (json.isEmpty())
            QSKIP("the entities are not on this machine");
        const Entity entity = *wikidata::parseEntity(json);
        const auto linked = wikidata::linkedIds(entity);
        const QString director = std::get<ItemLink>(entity.statements(u"P57"_s).first().value).id;
        QVERIFY(linked.contains(director));
        QVERIFY(linked.contains(u"Q30"_s));
        QVERIFY(!linked.contains(u"Q11424"_s));
        const auto candidate = wikidata::candidate(entity, {{director, {.id = director, .name = u"Ernst Lubitsch"_s}}});
        QCOMPARE(candidate.title, u"Cluny Brown"_s);
        QCOMPARE(candidate.key, u"Cluny_Brown"_s);
        QCOMPARE(candidate.year, 1946);
        QCOMPARE(candidate.directors, QStringList(u"Ernst Lubitsch"_s));
        QCOMPARE(candidate.countries, QStringList(u"US"_s));
        QCOMPARE(candidate.film, true);
        QVERIFY(candidate.ids.contains(u"P345:tt0038419"_s));
    }

    void realNoValuesAreRead()
    {
        const QByteArray body = contentsOf(Data + u"recorded/api-responses/wptools-wikidata_novalue_snak.json"_s);
        if (body.isEmpty())
            QSKIP("the recordings are not on this machine");
        const auto entity = wikidata::parseEntity(
            QJsonDocument(QJsonDocument::fromJson(body).object()["entities"_L1]["Q483718"_L1].toObject()).toJson());
        QVERIFY(entity);
        QCOMPARE(entity->statements(u"P576"_s).first().value, SnakValue());
        QCOMPARE(entity->statements(u"P373"_s).first().value, SnakValue(u"Foo Fighters"_s));
    }

    void classesSayWhatIsAMovie_data()
    {
        QTest::addColumn<QStringList>("classes");
        QTest::addColumn<std::optional<bool>>("film");
        QTest::addColumn<QString>("type");
        using Film = std::optional<bool>;
        QTest::addRow("film") << QStringList{u"Q11424"_s} << Film(true) << u"film"_s;
        QTest::addRow("television film") << QStringList{u"Q506240"_s} << Film(true) << u"television film"_s;
        QTest::addRow("short") << QStringList{u"Q17517379"_s} << Film(true) << u"animated short film"_s;
        QTest::addRow("series of films") << QStringList{u"Q24856"_s} << Film(false) << u"film series"_s;
        QTest::addRow("novel and film") << QStringList{u"Q8261"_s, u"Q11424"_s} << Film(true) << u"film"_s;
        QTest::addRow("season") << QStringList{u"Q3464665"_s} << Film(false) << u"television series season"_s;
        QTest::addRow("episode") << QStringList{u"Q21191270"_s} << Film(false) << u"television series episode"_s;
        QTest::addRow("filmography") << QStringList{u"Q1371849"_s} << Film(false) << u"filmography"_s;
        QTest::addRow("disambiguation") << QStringList{u"Q4167410"_s} << Film(false) << u"disambiguation page"_s;
        QTest::addRow("no class") << QStringList{} << Film() << u""_s;
        QTest::addRow("unknown") << QStringList{u"Q777777"_s} << Film() << u""_s;
        QTest::addRow("known by its label") << QStringList{u"Q1001"_s} << Film(true) << u"Bollywood horror film"_s;
        QTest::addRow("not by its label") << QStringList{u"Q1002"_s} << Film() << u"film festival edition"_s;
        QTest::addRow("of games") << QStringList{u"Q1003"_s, u"Q7889"_s} << Film(false) << u"video game"_s;
    }
    void classesSayWhatIsAMovie()
    {
        QFETCH(QStringList, classes);
        QFETCH(std::optional<bool>, film);
        const Labels labels{{u"Q1001"_s, {.id = u"Q1001"_s, .name = u"Bollywood horror film"_s}},
                            {u"Q1002"_s, {.id = u"Q1002"_s, .name = u"film festival edition"_s}},
                            {u"Q1003"_s, {.id = u"Q1003"_s, .name = u"card game"_s}}};
        const Entity entity = entityOf(instanceOf(classes));
        QVERIFY(wikidata::isFilm(entity, labels) == film);
        QTEST(wikidata::typeOf(entity, labels), "type");
    }

    void candidatesSayAllThatTheirEntitySays()
    {
        Entity entity = entityOf({{u"P577"_s,
                                   QJsonArray{time(u"+1982-06-25T00:00:00Z"_s, 11), time(u"+1980-00-00T00:00:00Z"_s, 8),
                                              time(u"+2007-10-05T00:00:00Z"_s, 11)}},
                                  {u"P2047"_s,
                                   QJsonArray{quantity(u"+117"_s, u"Q7727"_s), quantity(u"+2"_s, u"Q25235"_s),
                                              quantity(u"+7020"_s, u"Q11574"_s), quantity(u"+5"_s, u"Q11573"_s)}},
                                  {u"P161"_s, QJsonArray{link(u"Q81328"_s), link(u"Q555"_s)}},
                                  {u"P725"_s, QJsonArray{link(u"Q81328"_s)}},
                                  {u"P495"_s, QJsonArray{link(u"Q30"_s), link(u"Q777"_s)}}});
        entity.aliases = {u"Blade"_s, u"T"_s};
        const Labels labels{{u"Q81328"_s, {.id = u"Q81328"_s, .name = u"Harrison Ford"_s}}};
        const auto candidate = wikidata::candidate(entity, labels);
        QCOMPARE(candidate.year, 1982);
        QCOMPARE(candidate.runtimes, QList<int>({117, 120}));
        QCOMPARE(candidate.cast, QStringList(u"Harrison Ford"_s));
        QCOMPARE(candidate.countries, QStringList(u"US"_s));
        QCOMPARE(candidate.aliases, QStringList(u"Blade"_s));
        QCOMPARE(candidate.title, u"T"_s);
        QVERIFY(candidate.key.isEmpty());
        QCOMPARE(candidate.film, std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestWikidata)
#include "tst_wikidata.moc"
