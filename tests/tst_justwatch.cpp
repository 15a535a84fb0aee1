#include "gallery/justwatch.h"
#include "gallery/justwatchquery.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals;

namespace {

/// JSON without a thicket of backslashes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(SOURCE_DIR "/../shared/data/justwatch/recorded/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const Gallery HboMax{.source = u"justwatch"_s,
                     .country = u"US"_s,
                     .provider = u"mxx"_s,
                     .url = QUrl(u"https://www.justwatch.com/us/provider/hbo-max/movies"_s)};

QByteArray answer(const QByteArrayList &nodes, const QByteArray &rest = "'totalCount': 2")
{
    QByteArrayList edges;
    for (const QByteArray &node : nodes)
        edges.append("{'node': " + node + '}');
    return json("{'data': {'popularTitles': {'edges': [" + edges.join(", ") + "], " + rest + "}}}");
}

QByteArray movie(const QByteArray &id, const QByteArray &content, const QByteArray &offers = "")
{
    return "{'id': '" + id + "', 'objectType': 'MOVIE', 'content': {" + content + "}, 'offers': [" + offers + "]}";
}

const QByteArray Oz
    = "'title': ' The  Wizard of Oz ', 'originalTitle': 'The Wizard of Oz', 'originalReleaseYear': 1939,"
      "'runtime': 102, 'fullPath': '/us/movie/the-wizard-of-oz',"
      "'externalIds': {'imdbId': 'tt0032138', 'tmdbId': '630', 'wikidataId': 'Q193695'},"
      "'posterUrl': '/poster/1/{profile}/the-wizard-of-oz.{format}',"
      "'productionCountries': ['US', 'XX', 7], 'credits': ["
      "{'role': 'ACTOR', 'name': 'Judy Garland', 'characterName': 'Dorothy'},"
      "{'role': 'DIRECTOR', 'name': 'Victor Fleming', 'characterName': null},"
      "{'role': 'ACTOR', 'name': 'Ray\\r\\nBolger'}, {'role': 'ACTOR', 'name': 'Judy Garland'},"
      "{'role': 'WRITER', 'name': 'L. Frank Baum'}]";

/// Every word with a $ of a query, without those that declare.
QSet<QString> variablesIn(const QString &text)
{
    static const QRegularExpression variable(u"\\$(\\w+)"_s);
    QSet<QString> names;
    for (auto found = variable.globalMatch(text); found.hasNext();)
        names.insert(found.next().captured(1));
    return names;
}

}

class TestJustWatch : public QObject
{
    Q_OBJECT

private slots:
    void readsATitleWhole()
    {
        const auto page = justwatch::parse(answer({movie("tm155702", Oz)}), HboMax);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        const Item &item = page->items[0];
        QCOMPARE(item.source, u"justwatch"_s);
        QCOMPARE(item.key, u"tm155702"_s);
        QVERIFY(!item.listId.isNull());
        QCOMPARE(item.title, u"The Wizard of Oz"_s);
        QCOMPARE(item.year, 1939);
        QCOMPARE(item.runtime, 102);
        QCOMPARE(item.imdbId, u"tt0032138"_s);
        QCOMPARE(item.tmdbId, u"630"_s);
        QCOMPARE(item.wikidataId, u"Q193695"_s);
        QCOMPARE(item.directors, QStringList{u"Victor Fleming"_s});
        QCOMPARE(item.cast, (QStringList{u"Judy Garland"_s, u"Ray Bolger"_s}));
        QCOMPARE(item.countries, QStringList{u"US"_s});
        QCOMPARE(item.url, QUrl(u"https://www.justwatch.com/us/movie/the-wizard-of-oz"_s));
        QCOMPARE(item.posterUrl, QUrl(u"https://images.justwatch.com/poster/1/s718/the-wizard-of-oz.jpg"_s));
        QCOMPARE(item.gallery, HboMax);
        QVERIFY(item.crawledAt.isValid());
        const auto node = QJsonDocument::fromJson(item.node);
        QCOMPARE(node["content"_L1]["credits"_L1].toArray().size(), 5);
        QVERIFY(page->errors.isEmpty() && page->notes.isEmpty());
    }

    void whatIsNotSaidIsUnknown()
    {
        const auto page = justwatch::parse(
            answer({movie("tm1",
                          "'title': 'Heat', 'originalReleaseYear': null, 'runtime': 0, 'externalIds': "
                          "{'imdbId': null, 'tmdbId': null}, 'posterUrl': null")}),
            HboMax);
        QVERIFY(page);
        const Item &item = page->items[0];
        QVERIFY(!item.year && !item.runtime && !item.imdbId && !item.tmdbId && !item.wikidataId && !item.posterUrl);
        QVERIFY(!item.originalTitle && item.url.isEmpty());
        QVERIFY(page->notes.isEmpty());
    }

    void whatCannotBeIsUnknownAndNoted()
    {
        const auto page = justwatch::parse(
            answer({movie("tm1",
                          "'title': 'Heat', 'originalReleaseYear': 19955, 'runtime': -3, 'fullPath': '//evil/x',"
                          "'posterUrl': 'javascript:x', 'externalIds': {'imdbId': 'nm1', 'tmdbId': '1:2',"
                          "'wikidataId': 'P31'}")}),
            HboMax);
        QVERIFY(page);
        const Item &item = page->items[0];
        QVERIFY(!item.year && !item.runtime && !item.imdbId && !item.tmdbId && !item.wikidataId && !item.posterUrl);
        QVERIFY(item.url.isEmpty());
        QCOMPARE(page->notes.size(), 5);
        QVERIFY2(page->notes[2].message.contains(u"imdbId of tm1 cannot be: “nm1”"),
                 qPrintable(page->notes[2].message));
    }

    void textsAreWithoutNul()
    {
        const auto page = justwatch::parse(
            answer({movie("tm1\\u0000",
                          "'title': 'He\\u0000at', 'credits': [{'role': 'ACTOR', 'name': 'Al\\u0000 P.'}]")}),
            HboMax);
        QVERIFY(page);
        QCOMPARE(page->items[0].key, u"tm1"_s);
        QCOMPARE(page->items[0].title, u"Heat"_s);
        QCOMPARE(page->items[0].cast, QStringList{u"Al P."_s});
    }

    void oneUnreadableEntryDoesNotStopTheRest()
    {
        const auto page = justwatch::parse(
            answer({movie("", "'title': 'Heat'"), "null", movie("tm2", "'title': ''"), movie("tm3", "'title': 'Dune'"),
                    movie("tm3", "'title': 'Dune'"), "{'id': 'ts1', 'objectType': 'SHOW', 'content': {}}"},
                   "'totalCount': 6, 'pageInfo': {'hasNextPage': true, 'endCursor': 'NDA='}"),
            HboMax);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->errors.size(), 3);
        QCOMPARE(page->duplicates, 1);
        QCOMPARE(page->skipped, 1);
        QCOMPARE(page->total, 6);
        QCOMPARE(page->cursor, u"NDA="_s);
    }

    void theLastPageHasNoCursor()
    {
        const auto page = justwatch::parse(
            answer({movie("tm3", "'title': 'Dune'")}, "'pageInfo': {'hasNextPage': false, 'endCursor': 'NDA='}"),
            HboMax);
        QVERIFY(page);
        QCOMPARE(page->cursor, QString());
        QCOMPARE(page->total, std::nullopt);
    }

    void errorsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("errors in a 200") << json(
            "{'errors': [{'message': 'unknown country ' , 'extensions': {}}], 'data': null}")
                                         << Error::Kind::Refused
                                         << u"JustWatch refuses the question: “unknown country”."_s;
        QTest::newRow("errors and a null field")
            << json("{'errors': [{'message': 'internal'}], 'data': {'popularTitles': null}}") << Error::Kind::Refused
            << u"“internal”"_s;
        QTest::newRow("the API's own failure") << json(
            "{'errors': [{'message': 'internal system error', 'extensions': {'code': 'INTERNAL_SERVER_ERROR'}}],"
            "'data': null}") << Error::Kind::Network
                                               << u"could not answer: “internal system error”"_s;
        QTest::newRow("a code only") << json("{'errors': [{'extensions': {'code': 'COMPLEX'}}]}")
                                     << Error::Kind::Refused << u"“COMPLEX”"_s;
        QTest::newRow("a long error") << json("{'errors': [{'message': '" + QByteArray(9000, 'x') + "'}]}")
                                      << Error::Kind::Refused << u"x…”"_s;
        QTest::newRow("a page") << QByteArray("\n<!DOCTYPE html><html>Just a moment") << Error::Kind::Refused
                                << u"a page instead of data: blocked?"_s;
        QTest::newRow("nothing") << QByteArray(" ") << Error::Kind::Malformed << u"nothing"_s;
        QTest::newRow("cut off") << answer({movie("tm1", Oz)}).chopped(40) << Error::Kind::Malformed << u"cut off?"_s;
        QTest::newRow("an array") << QByteArray("[]") << Error::Kind::Malformed << u"lists no titles"_s;
        QTest::newRow("no titles") << json("{'data': {}}") << Error::Kind::Malformed << u"lists no titles"_s;
        QTest::newRow("empty though there are some") << answer({}, "'totalCount': 2100") << Error::Kind::Malformed
                                                     << u"lists no titles: blocked, or its form has changed"_s;
        QTest::newRow("empty, uncounted") << answer({}, "'x': 0") << Error::Kind::Malformed << u"lists no titles"_s;
        QTest::newRow("none readable") << answer({"{}", movie("tm2", "'name': 'Heat'")}) << Error::Kind::Malformed
                                       << u"None of the page's 2 titles can be read"_s;
        QTest::newRow("deep") << json("{'data': " + QByteArray(100'000, '[')) << Error::Kind::Malformed << u"no JSON"_s;
    }
    void errorsAreToldApart()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, part);
        const auto page = justwatch::parse(body, HboMax);
        QVERIFY(!page);
        QTEST(page.error().kind, "kind");
        QVERIFY2(page.error().message.contains(part), qPrintable(page.error().message));
        QVERIFY(page.error().message.size() < 400);
    }

    void complaintsBesideDataAreNoted()
    {
        QByteArray body = answer({movie("tm1", Oz)});
        body.replace(0, 1, json("{'errors': [{'message': 'one field failed'}], "));
        const auto page = justwatch::parse(body, HboMax);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QVERIFY(page->notes[0].message.contains(u"one field failed"));
    }

    void anEmptyYearIsNoError()
    {
        const auto page = justwatch::parse(answer({}, "'totalCount': 0"), HboMax);
        QVERIFY(page);
        QCOMPARE(page->total, 0);
        QVERIFY(page->items.isEmpty() && page->cursor.isEmpty());
    }

    void aPageThatIsNotFilteredIsRefused()
    {
        QByteArrayList nodes;
        for (int i = 0; i < 20; ++i)
            nodes.append(movie("tm" + QByteArray::number(i), "'title': 'A'", "{'package': {'shortName': 'nfx'}}"));
        const auto unfiltered = justwatch::parse(answer(nodes), HboMax);
        QVERIFY(!unfiltered);
        QVERIFY(unfiltered.error().message.contains(u"does not know the provider “mxx”"));

        nodes[7].replace("nfx", "mxx"); // offers list every provider: one of ours is enough
        QVERIFY(justwatch::parse(answer(nodes), HboMax));
        Gallery both = HboMax;
        both.provider = u"hlu,nfx"_s;
        QVERIFY(justwatch::parse(answer(nodes), both));
    }

    void readsARecordedPage()
    {
        const QByteArray body = recorded(u"popularTitles_KR_disneyplus_page2.response.json"_s);
        if (body.isEmpty())
            QSKIP("The recorded answers of JustWatch are not here.");
        const auto page = justwatch::parse(body, {.source = u"justwatch"_s, .country = u"KR"_s, .provider = u"dnp"_s});
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->skipped, 1);
        QCOMPARE(page->total, 1997);
        QCOMPARE(page->cursor, u"MTIy"_s);
        QCOMPARE(page->items[0].key, u"tm160178"_s);
        QCOMPARE(page->items[0].url.path(), u"/kr/영화/good-luck-charlie-its-christmas"_s);
        QVERIFY(page->items[0].posterUrl->path().contains(u"/s718/"));
    }

    void recordedAnswersOfOtherQuestionsDoNotPassForAGallery()
    {
        const QByteArray search = recorded(u"MovieSearch_2026.response.json"_s); // asks for no ids
        if (search.isEmpty())
            QSKIP("The recorded answers of JustWatch are not here.");
        const auto page = justwatch::parse(search, HboMax);
        QVERIFY(page);
        QCOMPARE(page->errors.size(), 2);
        QCOMPARE(page->skipped, 1);
        QVERIFY(!justwatch::parse(recorded(u"Empty_2026.response.json"_s), HboMax));
        QVERIFY(!justwatch::parse(recorded(u"newTitles_US_plex_2025-10-08_excerpt.response.json"_s), HboMax));
    }

    void readsProviders()
    {
        const auto providers = justwatch::parseProviders(
            json("{'data': {'packages': [{'packageId': 1899, 'clearName': 'HBO Max', 'technicalName': 'max',"
                 "'shortName': 'mxx', 'slug': 'hbo-max', 'icon': '/icon/332884837/{profile}/max.{format}'},"
                 "{'shortName': 'mxx', 'clearName': 'again'}, {'clearName': 'no code'}]}}"));
        QVERIFY(providers);
        QCOMPARE(*providers,
                 QList{(Provider{.packageId = 1899,
                                 .shortName = u"mxx"_s,
                                 .technicalName = u"max"_s,
                                 .clearName = u"HBO Max"_s,
                                 .slug = u"hbo-max"_s,
                                 .icon = QUrl(u"https://images.justwatch.com/icon/332884837/s100/max.png"_s)})});
        QVERIFY(!justwatch::parseProviders(json("{'data': {'packages': []}}")));
        QVERIFY(!justwatch::parseProviders("<html>"));
    }

    void findsAProviderByAnyOfItsNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("old slug") << u"max"_s << u"mxx"_s;
        QTest::newRow("slug made of the name") << u"hbo-max"_s << u"mxx"_s;
        QTest::newRow("code") << u"mxx"_s << u"mxx"_s;
        QTest::newRow("name") << u" hbo max "_s << u"mxx"_s;
        QTest::newRow("code in capitals") << u"NFX"_s << u"nfx"_s;
        QTest::newRow("plus") << u"Disney+"_s << u"dnp"_s;
        QTest::newRow("slug with plus") << u"disney-plus"_s << u"dnp"_s;
        QTest::newRow("prime") << u"amazon-prime-video"_s << u"amp"_s;
        QTest::newRow("two") << u"mxx,nfx"_s << u"mxx,nfx"_s;
        QTest::newRow("nobody") << u"blockbuster"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("a comma") << u","_s << QString();
        QTest::newRow("one of two") << u"mxx,qqq"_s << QString();
    }
    void findsAProviderByAnyOfItsNames()
    {
        const QByteArray body = recorded(u"packages_US_2026-04.json"_s);
        if (body.isEmpty())
            QSKIP("The recorded providers of JustWatch are not here.");
        const auto providers = justwatch::parseProviders(body);
        QVERIFY(providers);
        QCOMPARE(providers->size(), 416);
        QFETCH(QString, name);
        const auto found = justwatch::findProvider(*providers, name);
        QTEST(found ? found->shortName : QString(), "code");
    }

    void aSlugCountsBeforeOtherNames()
    {
        const QList<Provider> providers{{.shortName = u"a"_s, .technicalName = u"max"_s, .clearName = u"HBO Max"_s},
                                        {.shortName = u"b"_s, .clearName = u"Other"_s, .slug = u"max"_s}};
        QCOMPARE(justwatch::findProvider(providers, u"max"_s)->shortName, u"b"_s);
    }

    void anUnknownProviderIsRefusedWithThoseNearIt()
    {
        const QList<Provider> providers{{.shortName = u"nfx"_s, .clearName = u"Netflix"_s, .slug = u"netflix"_s},
                                        {.shortName = u"mxx"_s, .clearName = u"HBO Max"_s, .slug = u"hbo-max"_s},
                                        {.shortName = u"nfk"_s, .clearName = u"Netflix Kids"_s}};
        const auto refused = justwatch::needProvider(providers, u"netflicks"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QVERIFY2(refused.error().message.contains(u"Near it are “Netflix”, “Netflix Kids”."),
                 qPrintable(refused.error().message));
        QVERIFY(justwatch::needProvider(providers, u"zzzz"_s).error().message.endsWith(u"Choose one from the list."));
        QVERIFY(justwatch::needProvider(providers, u"netflix"_s));
    }

    void allFieldsAreAskedFor_data()
    {
        QTest::addColumn<QString>("fields");
        for (const char *fields :
             {"totalCount pageInfo { startCursor endCursor hasPreviousPage hasNextPage } edges { cursor node {",
              "{ id objectId objectType content(country: $country, language: $language) {",
              "{ title originalReleaseYear originalReleaseDate runtime shortDescription fullPath isReleased",
              "{ originalTitle ageCertification productionCountries credits { role name characterName personId } }",
              "externalIds { imdbId tmdbId }", "genres { shortName technicalName translation(language: $language) }",
              "posterUrl(profile: S718, format: JPG)", "backdrops(profile: S1920, format: JPG) { backdropUrl }",
              "scoring { imdbScore imdbVotes tmdbPopularity tmdbScore tomatoMeter certifiedFresh jwRating }",
              "interactions { likelistAdditions dislikelistAdditions votesNumber }",
              "clips { provider externalId name sourceUrl }",
              "offers(country: $country, platform: WEB) { monetizationType presentationType standardWebURL availableTo "
              "package { packageId shortName clearName technicalName } }"})
            QTest::addRow("%.20s", fields) << QString::fromLatin1(fields);
    }
    void allFieldsAreAskedFor()
    {
        QFETCH(QString, fields);
        const auto request = justwatch::pageRequest({}, HboMax, {}, {.asksWikidataIds = false});
        const QString query = QJsonDocument::fromJson(request.body)["query"_L1].toString().simplified();
        QVERIFY2(query.contains(fields), qPrintable(query));
    }

    void everyDeclaredVariableIsUsedAndGiven()
    {
        for (const Request &request :
             {justwatch::providersRequest({}, u"US"_s), justwatch::pageRequest({}, HboMax, {}, {.after = u"NDA="_s}),
              justwatch::countRequest({}, HboMax, {})}) {
            QCOMPARE(request.url, QUrl(u"https://apis.justwatch.com/graphql"_s));
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            const QString query = body["query"_L1].toString();
            const qsizetype end = query.indexOf(u'{');
            const QStringList given = body["variables"_L1].toObject().keys();
            QCOMPARE(variablesIn(query.first(end)), QSet(given.begin(), given.end()));
            QCOMPARE(variablesIn(query.sliced(end)), QSet(given.begin(), given.end()));
            QCOMPARE(query.count(u'{'), query.count(u'}'));
            QVERIFY(!query.contains(u'%'));
        }
        QCOMPARE(justwatch::providersRequest({}, u"US"_s).keepFor, std::chrono::hours(24));
    }

    void onlyAWholeListOfProvidersIsKept()
    {
        const auto request = justwatch::providersRequest({}, u"US"_s);
        const auto list = [](const QByteArray &errors) {
            return json("{" + errors + "'data': {'packages': [{'shortName': 'mxx', 'clearName': 'HBO Max'}]}}");
        };
        QVERIFY(request.isGood(list("")));
        QVERIFY(request.isGood(list("'errors': [],")));
        QVERIFY(!request.isGood(list("'errors': [{'message': 'some are left out'}],")));
        QVERIFY(!request.isGood(json("{'errors': [{'message': 'no'}], 'data': null}")));
        QVERIFY(!request.isGood(json("{'data': {'packages': []}}")));
        QVERIFY(!request.isGood("<html>blocked</html>"));
    }

    void aPageIsAskedForByItsPlace()
    {
        const auto request = justwatch::pageRequest({}, HboMax, {.from = 1951, .until = 1980}, {.after = u"NDA="_s});
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QJsonObject variables = body["variables"_L1].toObject();
        QCOMPARE(variables["first"_L1], QJsonValue(100));
        QCOMPARE(variables["after"_L1], QJsonValue(u"NDA="_s));
        QCOMPARE(variables["filter"_L1].toObject(),
                 QJsonDocument::fromJson(json("{'packages': ['mxx'], 'objectTypes': ['MOVIE'],"
                                              "'releaseYear': {'min': 1951, 'max': 1980}}"))
                     .object());
        QVERIFY(body["query"_L1].toString().contains(u"wikidataId"));
    }

    void theGallerysOwnFilterStays()
    {
        Gallery gallery = HboMax;
        gallery.provider = u"mxx,nfx"_s;
        gallery.filter = QJsonDocument::fromJson(json("{'genres': ['act'], 'releaseYear': {'min': 1970}}")).object();
        const auto filter = justwatch::titleFilter(gallery, {.until = 1999});
        QVERIFY(filter);
        QCOMPARE(*filter,
                 QJsonDocument::fromJson(json("{'genres': ['act'], 'releaseYear': {'min': 1970, 'max': 1999},"
                                              "'packages': ['mxx', 'nfx'], 'objectTypes': ['MOVIE']}"))
                     .object());
        QVERIFY(!justwatch::titleFilter(gallery, {.until = 1960})); // no year is in both
        QCOMPARE((*justwatch::titleFilter(gallery, {.from = 1950}))["releaseYear"_L1]["min"_L1], QJsonValue(1970));
        QVERIFY(!justwatch::titleFilter(HboMax, {})->contains(u"releaseYear"_s));
    }

    void aRefusedQuestionIsSimplifiedOnce()
    {
        justwatch::Place place{.after = u"NDA="_s};
        const Error unknown{.kind = Error::Kind::Refused, .message = u"Cannot query field \"wikidataId\""_s};
        const Error large{.kind = Error::Kind::Refused, .message = u"operation has complexity 9000"_s};
        QVERIFY(!place.simplify({.kind = Error::Kind::Network, .message = u"wikidataId"_s}));
        QVERIFY(!place.simplify({.kind = Error::Kind::Refused, .message = u"unknown country"_s}));
        QVERIFY(place.simplify(unknown) && !place.simplify(unknown));
        QCOMPARE(place.toCursor(), u"plain:NDA="_s);
        QVERIFY(place.simplify(large) && !place.simplify(large));
        QCOMPARE(place.toCursor(), u"plain:small:NDA="_s);
        QCOMPARE(justwatch::Place::fromCursor(place.toCursor()), place);
        QCOMPARE(justwatch::Place::fromCursor(u"NDA="_s), (justwatch::Place{.after = u"NDA="_s}));
    }

    void spansOfYearsAreHalvedWithoutLosingOne()
    {
        using justwatch::Part;
        const auto halves = [](const Part &part) {
            const auto parts = justwatch::split(HboMax, part);
            return parts.size() == 2 ? parts : QList<Part>();
        };
        QCOMPARE(halves({}), (QList<Part>{{.until = 1999}, {.from = 2000}}));
        QVERIFY(halves({.from = 1999, .until = 1999}).isEmpty());
        QVERIFY(halves({.until = 1900}).isEmpty());
        QVERIFY(halves({.until = 1850}).isEmpty());
        QVERIFY(halves({.from = 2900}).isEmpty());
        QCOMPARE(halves({.from = 2000, .until = 2001}),
                 (QList<Part>{{.from = 2000, .until = 2000}, {.from = 2001, .until = 2001}}));

        QList<Part> open{{}};
        QList<Part> single;
        while (!open.isEmpty()) {
            const Part years = open.takeFirst();
            if (const auto parts = halves(years); !parts.isEmpty())
                open = parts + open;
            else
                single.append(years);
        }
        QCOMPARE(single.first(), (Part{.until = 1900}));
        QVERIFY(single.last().from && !single.last().until);
        for (qsizetype i = 1; i < single.size(); ++i)
            QCOMPARE(*single[i].from, *single[i - 1].until + 1);
    }

    void aSingleYearIsDividedByGenresSoThatEachTitleIsInOnePart()
    {
        const justwatch::Part year{.from = 2019, .until = 2019};
        const auto parts = justwatch::split(HboMax, year);
        QList<QStringList> titles{{}, {u"drm"_s}, {u"drm"_s, u"act"_s}, {u"new"_s}, {u"new"_s, u"wsn"_s}};
        for (const auto &part : parts) {
            QCOMPARE(part.from, year.from);
            QCOMPARE(part.until, year.until);
            titles.append({part.genre, u"cmy"_s});
            QVERIFY(justwatch::split(HboMax, part).isEmpty());
        }
        for (const QStringList &genres : std::as_const(titles)) {
            const auto lets = [&](const justwatch::Part &part) {
                const bool isOut = std::ranges::any_of(part.without, [&](auto &one) { return genres.contains(one); });
                return (part.genre.isEmpty() || genres.contains(part.genre)) && !isOut;
            };
            QCOMPARE(std::ranges::count_if(parts, lets), 1);
        }
    }

    void genresOfAPartAreAskedForBesideTheGallerysOwn()
    {
        Gallery gallery = HboMax;
        gallery.filter = QJsonDocument::fromJson(json("{'excludeGenres': ['hrr']}")).object();
        const auto filter = justwatch::titleFilter(gallery, {.genre = u"act"_s, .without = {u"wsn"_s, u"war"_s}});
        QCOMPARE(*filter,
                 QJsonDocument::fromJson(json("{'genres': ['act'], 'excludeGenres': ['hrr', 'wsn', 'war'],"
                                              "'packages': ['mxx'], 'objectTypes': ['MOVIE']}"))
                     .object());
        gallery.filter = QJsonDocument::fromJson(json("{'genres': ['act']}")).object();
        QVERIFY(justwatch::split(gallery, {.from = 2019, .until = 2019}).isEmpty());
        QCOMPARE(justwatch::split(gallery, {}).size(), 2);
    }

    void refusalsForGoodAreToldFromTheOthers()
    {
        const auto refused = [](const QString &detail) {
            return justwatch::turnsUsAway({.kind = Error::Kind::Refused, .detail = detail});
        };
        QVERIFY(refused(u"403 http://a.example/ blocked"_s));
        QVERIFY(refused(u"410 http://a.example/"_s));
        QVERIFY(refused(u"<!DOCTYPE html>"_s)); // a page instead of data
        QVERIFY(!refused(u"429 http://a.example/"_s));
        QVERIFY(!refused(u"503 http://a.example/"_s));
        QVERIFY(!justwatch::turnsUsAway({.kind = Error::Kind::Network, .message = u"internal system error"_s}));
        QVERIFY(!justwatch::turnsUsAway({.kind = Error::Kind::Malformed}));
    }
};

QTEST_APPLESS_MAIN(TestJustWatch)
#include "tst_justwatch.moc"
