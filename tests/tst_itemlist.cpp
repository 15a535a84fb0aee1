#include "data/externalid.h"
#include "data/itemlist.h"
#include "jsonschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals;

namespace {

/// JSON without a thicket of backslashes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const QByteArray SameKeyOtherId
    = json("{'title': 'x', 'key': '1', 'movie_list_id': 'e36bbdd3-fc9a-48ef-9e05-fd845712dcd1'}");
const QByteArray ArrayOfThree
    = json("[{'title': 'A', 'movie_list_id': 'e36bbdd3-fc9a-48ef-9e05-fd845712dcd1', 'wiki_href': null}, 7, {}]");

Item fullItem()
{
    Item item{.source = u"justwatch"_s,
              .key = u"tm155702"_s,
              .listId = itemlist::listId(u"justwatch"_s, u"tm155702"_s),
              .title = u"The Wizard of Oz"_s,
              .originalTitle = u"Le Magicien d’Oz “x”"_s,
              .year = 1939,
              .runtime = 102,
              .imdbId = u"tt0032138"_s,
              .tmdbId = u"630"_s,
              .wikidataId = u"Q193695"_s,
              .directors = {u"Victor Fleming"_s, u"King Vidor"_s},
              .cast = {u"Judy Garland"_s},
              .countries = {u"US"_s},
              .url = QUrl(u"https://www.justwatch.com/kr/영화/wizard"_s),
              .wikiUrl = QUrl(u"https://en.wikipedia.org/wiki/The_Wizard_of_Oz_(1939_film)"_s),
              .posterUrl = QUrl(u"https://images.justwatch.com/poster/1/s718/oz.jpg"_s),
              .gallery = {.source = u"justwatch"_s,
                          .country = u"US"_s,
                          .provider = u"mxx"_s,
                          .url = QUrl(u"https://www.justwatch.com/us/provider/hbo-max/movies"_s)},
              .crawledAt = QDateTime(QDate(2026, 8, 1), QTime(12, 30, 1, 250), QTimeZone::UTC)};
    item.extra = {{u"my_rating"_s, 4.5}, {u"tags"_s, QJsonArray{u"seen"_s, QJsonObject{{u"deep"_s, true}}}}};
    return item;
}

}

class TestItemList : public QObject
{
    Q_OBJECT

private slots:
    void aLineComesBackAsItWentOut()
    {
        const auto back = itemlist::fromLine(itemlist::toLine(fullItem()));
        QVERIFY(back);
        QCOMPARE(*back, fullItem());
    }

    void whyALookUpFailedIsNoPropertyOfTheTitle()
    {
        const auto item = itemlist::fromLine(R"({"title": "Heat", "lookup_error": "No answer.", "mine": 1})");
        QVERIFY(item);
        QCOMPARE(item->extra.keys(), QStringList{u"mine"_s});
        QVERIFY(!itemlist::fromLine(R"({"title": "Heat", "lookup_error": 7})"));
    }

    void aLineIsOneLineAndValidates()
    {
        Item item = fullItem();
        item.title = u"Two\r\nlines \u2028 and a tab\t"_s;
        const QByteArray line = itemlist::toLine(item);
        QVERIFY(!line.contains('\n'));
        QCOMPARE(problemsOf(line), QString());
        QCOMPARE(itemlist::fromLine(line)->title, item.title);
    }

    void whatIsUnknownIsWrittenAsNull()
    {
        const Item bare{.source = u"file"_s, .key = u"heat|1995"_s, .title = u"Heat"_s};
        const QByteArray line = itemlist::toLine(bare);
        QCOMPARE(problemsOf(line), QString());
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        for (const char *name : {"jw_href", "wiki_href", "original_title", "year", "runtime", "imdb_id", "tmdb_id",
                                 "wikidata_id", "crawled_at"})
            QVERIFY2(object.contains(QLatin1StringView(name)) && object[QLatin1StringView(name)].isNull(), name);
        QCOMPARE(object["directors"_L1], QJsonArray());
        QCOMPARE(object["movie_list_id"_L1].toString().size(), 36);
    }

    void unknownPropertiesSurviveAlsoWithinTheGallery()
    {
        const QByteArray line = json("{'title': 'Heat', 'stars': [1, null], 'gallery': {'provider': 'x', 'shelf': 7}}");
        const auto item = itemlist::fromLine(line);
        QVERIFY(item);
        const QJsonObject out = QJsonDocument::fromJson(itemlist::toLine(*item)).object();
        QCOMPARE(out["stars"_L1], (QJsonArray{1, QJsonValue::Null}));
        QCOMPARE(out["gallery"_L1]["shelf"_L1], QJsonValue(7));
        QCOMPARE(out["gallery"_L1]["provider"_L1], QJsonValue(u"x"_s));
        QCOMPARE(problemsOf(itemlist::toLine(*item)), QString());
    }

    void aTitleOfJustWatchIsTheSameWhicheverWayItCame()
    {
        for (const QByteArray &source : QByteArrayList{"justwatch", "html"}) {
            const auto item
                = itemlist::fromLine(json("{'title': 'Heat', 'key': 'tm1', 'gallery': {'source': '" + source + "'}}"));
            QCOMPARE(item.value().source, u"justwatch"_s);
        }
        QCOMPARE(itemlist::fromLine(json("{'title': 'Heat', 'key': 'tm1'}")).value().source, u"file"_s);
    }

    void missingKeysAreMadeTheSameEachTime_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("key");
        QTest::newRow("imdb") << json("{'title': 'Heat', 'imdb_id': 'tt0113277', 'jw_href': 'https://a.b/c'}")
                              << u"tt0113277"_s;
        QTest::newRow("page") << json("{'title': 'Heat', 'jw_href': 'https://www.justwatch.com/us/movie/heat'}")
                              << u"/us/movie/heat"_s;
        QTest::newRow("other page") << json("{'title': 'Heat', 'jw_href': 'https://boxd.it/29Me'}")
                                    << u"boxd.it/29Me"_s;
        QTest::newRow("title") << json("{'title': ' HEAT ', 'year': 1995}") << u"heat|1995"_s;
    }
    void missingKeysAreMadeTheSameEachTime()
    {
        QFETCH(QByteArray, line);
        const auto item = itemlist::fromLine(line);
        QVERIFY(item);
        QTEST(item->key, "key");
        QCOMPARE(item->source, u"file"_s);
        QCOMPARE(item->listId, itemlist::listId(u"file"_s, item->key));
        QCOMPARE(item->listId.version(), QUuid::Sha1);
    }

    void aBrokenLineIsNamedAndTheRestGoesOn_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << QByteArray("{\"title\": 1 \"") << u"Line 2: this is no JSON"_s;
        QTest::newRow("no object") << QByteArray("[1]") << u"Line 2: this is no object"_s;
        QTest::newRow("no title") << QByteArray("{}") << u"Line 2: the title is missing"_s;
        QTest::newRow("title") << QByteArray("{\"title\": 7}") << u"Line 2: “title” should be a text"_s;
        QTest::newRow("year") << json("{'title': 'x', 'year': '1939'}") << u"Line 2: “year” should be"_s;
        QTest::newRow("half") << json("{'title': 'x', 'year': 1939.5}") << u"Line 2: “year” should be"_s;
        QTest::newRow("id") << json("{'title': 'x', 'imdb_id': 'nm1'}") << u"Line 2: “imdb_id” should be"_s;
        QTest::newRow("uuid") << json("{'title': 'x', 'movie_list_id': '1'}") << u"Line 2: “movie_list_id”"_s;
        QTest::newRow("url") << json("{'title': 'x', 'jw_href': '/us/movie/x'}") << u"Line 2: “jw_href”"_s;
        QTest::newRow("list") << json("{'title': 'x', 'directors': 'A'}") << u"Line 2: “directors”"_s;
        QTest::newRow("gallery") << json("{'title': 'x', 'gallery': {'url': 1}}") << u"Line 2: “url”"_s;
        QTest::newRow("time") << json("{'title': 'x', 'crawled_at': 'now'}") << u"Line 2: “crawled_at”"_s;
        QTest::newRow("bytes") << QByteArray("{\"title\": \"\xff\xfe\"}") << u"Line 2: this is no JSON"_s;
        QTest::newRow("deep") << QByteArray("{\"title\": " + QByteArray(5000, '[')) << u"Line 2: this is no JSON"_s;
        QTest::newRow("long") << QByteArray("{\"title\": \"" + QByteArray(5000000, 'x') + "\"}")
                              << u"Line 2: this is longer than 4 MiB"_s;
        QTest::newRow("again") << json("{'title': 'First', 'key': '1'}") << u"Line 2: this movie_list_id was"_s;
        QTest::newRow("key again") << SameKeyOtherId << u"Line 2: this key was there before"_s;
    }
    void aBrokenLineIsNamedAndTheRestGoesOn()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto reading = itemlist::fromJsonLines("{\"title\": \"First\", \"key\": \"1\"}\r\n" + line
                                                     + "\n\n{\"title\": \"Last\"}");
        QCOMPARE(reading.items.size(), 2);
        QCOMPARE(reading.errors.size(), 1);
        QVERIFY2(reading.errors[0].message.startsWith(message), qPrintable(reading.errors[0].message));
    }

    void numbersOfLinesCountEmptyOnesAndNoByteOrderMark()
    {
        const auto reading = itemlist::fromJsonLines("\xEF\xBB\xBF\n\n{\"title\": \"A\"}\noops");
        QCOMPARE(reading.items.size(), 1);
        QVERIFY(reading.errors[0].message.startsWith(u"Line 4"));
    }

    void aFileOfErrorsDoesNotFillTheMemory()
    {
        const auto thousand = itemlist::fromJsonLines(QByteArray("x\n").repeated(1000));
        QCOMPARE(thousand.errors.size(), 1000);
        QVERIFY(thousand.errors.last().message.startsWith(u"Line 1000: "));
        const auto more = itemlist::fromJsonLines(QByteArray("x\n").repeated(5000));
        QCOMPARE(more.errors.size(), 1001);
        QCOMPARE(more.errors.last().message, u"And 4000 more that cannot be read."_s);
    }

    void anArrayIsReadToo()
    {
        const auto reading = itemlist::fromJsonLines(ArrayOfThree);
        QCOMPARE(reading.items.size(), 1);
        QCOMPARE(reading.items[0].listId, QUuid(u"e36bbdd3-fc9a-48ef-9e05-fd845712dcd1"_s));
        QCOMPARE(reading.errors.size(), 2);
        QVERIFY(reading.errors[1].message.startsWith(u"Entry 3"));
    }

    void aCutOffArrayIsOneError()
    {
        const auto reading = itemlist::fromJsonLines("[{\"title\": \"A\"}, {");
        QVERIFY(reading.items.isEmpty());
        QCOMPARE(reading.errors.size(), 1);
    }

    void readsTheListsOfTheFirstVersion_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("items");
        QTest::newRow("head") << u"items_HEAD_4f57637.json"_s << 40;
        QTest::newRow("518") << u"items_5188011.json"_s << 120;
        QTest::newRow("721") << u"items_72105da.json"_s << 120;
        QTest::newRow("d52") << u"items_d52873e.json"_s << 119; // one film is in it twice
    }
    void readsTheListsOfTheFirstVersion()
    {
        QFETCH(QString, file);
        QFile data(QStringLiteral(SOURCE_DIR "/../shared/data/justwatch/seed/") + file);
        if (!data.open(QIODevice::ReadOnly))
            QSKIP("The first version's item lists are not here.");
        const auto reading = itemlist::fromJsonLines(data.readAll());
        QTEST(int(reading.items.size()), "items");
        QCOMPARE(reading.errors.size(), file.contains("d52"_L1) ? 1 : 0);
        for (const Item &item : reading.items)
            QCOMPARE(problemsOf(itemlist::toLine(item)), QString());
        QCOMPARE(itemlist::fromJsonLines(itemlist::toJsonLines(reading.items)).items, reading.items);
    }

    void externalIdsAreCheckedStrictly()
    {
        QVERIFY(externalid::imdb(u"tt0032138"_s) && externalid::imdb(u"tt27047903"_s));
        QVERIFY(!externalid::imdb(u"tt123"_s) && !externalid::imdb(u"nm0032138"_s)
                && !externalid::imdb(u"tt00321389x"_s));
        QVERIFY(externalid::tmdb(u"630"_s) && !externalid::tmdb(u"0"_s) && !externalid::tmdb(u"290233:2"_s));
        QVERIFY(externalid::wikidata(u"Q193695"_s) && !externalid::wikidata(u"Q0"_s)
                && !externalid::wikidata(u"P31"_s));
        QVERIFY(!externalid::tmdb(u"٦٣٠"_s)); // digits of another script
    }
};

QTEST_APPLESS_MAIN(TestItemList)
#include "tst_itemlist.moc"
