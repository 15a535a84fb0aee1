#include "wiki/mediawiki.h"
#include "wiki/movies.h"
#include "wiki/titles.h"
#include "wiki/wikiclient.h"
#include "wiki/wikirequests.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

using namespace Qt::Literals;

namespace {

const QString Recorded = QStringLiteral(SOURCE_DIR "/../shared/data/wikimedia/recorded/");
const QUrl Wiki(u"https://en.wikipedia.org"_s);

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray recorded(const QString &name)
{
    return contentsOf(Recorded + name);
}

QByteArray fixture(const QString &name)
{
    return contentsOf(QStringLiteral(SOURCE_DIR "/tests/data/wiki/") + name);
}

QStringList keysOf(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys;
}

QStringList titlesOf(const QJsonArray &pages)
{
    QStringList titles;
    for (const QJsonValue &page : pages)
        titles.append(page["title"_L1].toString());
    return titles;
}

QString parameter(const Request &request, const QString &name)
{
    const QUrlQuery query(request.method == Request::Method::Get ? request.url.query(QUrl::FullyEncoded)
                                                                 : QString::fromLatin1(request.body));
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

}

#define NEEDS(body)                                                                                                    \
    if ((body).isEmpty())                                                                                              \
    QSKIP("the recordings are not on this machine")

class TestWikiClient : public QObject
{
    Q_OBJECT

private slots:
    void aSearchHasTheFormOfTheJournal()
    {
        const auto found = wikipedia::parseSearch(fixture(u"search.json"_s));
        QVERIFY(found);
        QCOMPARE((*found)["how_many"_L1], 2);
        const QJsonObject film = (*found)["pages"_L1][0].toObject();
        QCOMPARE(keysOf(film),
                 QStringList({u"description"_s, u"excerpt"_s, u"id"_s, u"key"_s, u"matched_title"_s, u"thumbnail"_s,
                              u"title"_s}));
        QCOMPARE(film["matched_title"_L1], u"Heat (movie)"_s);
        QCOMPARE(film["description"_L1], u""_s);
        QCOMPARE(keysOf(film["thumbnail"_L1].toObject()),
                 QStringList({u"duration"_s, u"height"_s, u"mimetype"_s, u"url"_s, u"width"_s}));
        QVERIFY((*found)["pages"_L1][1]["excerpt"_L1].isNull());
        QVERIFY((*found)["pages"_L1][1]["thumbnail"_L1].isNull());
    }

    void recordedSearchesAreRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qsizetype>("pages");
        QTest::addRow("2025") << u"core-rest-2025/search_page.json"_s << qsizetype(50);
        QTest::addRow("2024") << u"api-responses/core-search-page-Avatar.first3.json"_s << qsizetype(3);
        QTest::addRow("with anchors") << u"api-responses/rest-search-page-commons-with-anchor.json"_s << qsizetype(1);
        QTest::addRow("with sizes") << u"api-responses/rest-search-page-doc-Jupiter.json"_s << qsizetype(1);
    }
    void recordedSearchesAreRead()
    {
        QFETCH(QString, file);
        QFETCH(qsizetype, pages);
        const QByteArray body = recorded(file);
        NEEDS(body);
        const auto found = wikipedia::parseSearch(body);
        QVERIFY(found);
        QCOMPARE((*found)["pages"_L1].toArray().size(), pages);
        for (const QJsonValue &page : (*found)["pages"_L1].toArray()) {
            QVERIFY(page["id"_L1].toInteger() > 0);
            QCOMPARE(page.toObject().size(), 7);
        }
    }

    void moviesOfAvatarAreFilmsOnly()
    {
        const QByteArray body = recorded(u"api-responses/core-search-page-Avatar.first3.json"_s);
        NEEDS(body);
        const auto movies = wikipedia::movies(*wikipedia::parseSearch(body), {}, Wiki);
        QCOMPARE(titlesOf(movies["movies"_L1].toArray()), QStringList(u"Avatar: The Way of Water"_s));
        QCOMPARE(movies["how_many"_L1], 1);
        QCOMPARE(movies["movies"_L1][0]["url"_L1], u"https://en.wikipedia.org/wiki/Avatar:_The_Way_of_Water"_s);
    }

    void noPageOfARecordedSearchForALanguageIsAMovie()
    {
        const QByteArray body = recorded(u"core-rest-2025/search_page.json"_s);
        NEEDS(body);
        QCOMPARE(wikipedia::movies(*wikipedia::parseSearch(body), {}, Wiki)["how_many"_L1], 0);
    }

    void theItemDecidesOverWhatIsSeen()
    {
        const QJsonObject page{{u"title"_s, u"Heat (film)"_s}, {u"description"_s, u"1995 film by Michael Mann"_s}};
        QVERIFY(wikipedia::isMovie(page, {}));
        QVERIFY(!wikipedia::isMovie(page, {.film = false}));
        QVERIFY(!wikipedia::isMovie(page, {.disambiguation = true}));
        QVERIFY(wikipedia::isMovie({{u"title"_s, u"Heat"_s}}, {.film = true}));
        QVERIFY(wikipedia::isMovie({{u"title"_s, u"Heat"_s}}, {.filmInfobox = true}));
        QVERIFY(!wikipedia::isMovie({{u"title"_s, u"Heat"_s}}, {}));
    }

    void candidatesComeInTheOrderOfTheSearch()
    {
        const auto found = wikipedia::parseCandidates(fixture(u"candidates.json"_s));
        QVERIFY(found);
        QCOMPARE(found->size(), 3);
        const Candidate film = found->at(0);
        QCOMPARE(film.page, PageId{9});
        QCOMPARE(film.wikidataId, u"Q228186"_s);
        QCOMPARE(film.key, u"Saw_(2004_film)"_s);
        QCOMPARE(film.matchedTitle, u"Saw I"_s);
        QCOMPARE(film.rank, 1);
        QCOMPARE(film.film, true);
        QCOMPARE(film.type, u"film"_s);
        QCOMPARE(film.thumbnail, QUrl(u"https://u.example/saw.jpg"_s));
        QCOMPARE(found->at(1).film, false);
        QCOMPARE(found->at(1).type, u"disambiguation page"_s);
        QCOMPARE(found->at(2).film, std::nullopt);
    }

    void recordedSearchesOfTheActionApiAreRead()
    {
        const QByteArray body = recorded(u"api-responses/android-full_text_search_results.json"_s);
        NEEDS(body);
        const auto found = wikipedia::parseCandidates(body);
        QVERIFY(found);
        QCOMPARE(found->size(), 20);
        for (int i = 0; i < found->size(); ++i)
            QCOMPARE(found->at(i).rank, i + 1);
        QCOMPARE(found->at(2).title, u"Queens"_s);
        QVERIFY(found->at(2).description.startsWith("borough of New York City"_L1)); // from `terms`
        QVERIFY(found->at(2).thumbnail);
        QCOMPARE(wikipedia::parseCandidates(recorded(u"api-responses/android-full_text_search_results_empty.json"_s)),
                 QList<Candidate>());
    }

    void recordedDisambiguationPagesAreNoFilms()
    {
        const QByteArray body = recorded(u"api-responses/wptools-disambiguation.json"_s);
        NEEDS(body);
        const auto found = wikipedia::parseProbe(body, {u"Douglas Adams (disambiguation)"_s});
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().film, false);
        QCOMPARE(found->first().type, u"disambiguation page"_s);
    }

    void recordedRedirectsLeadToTheArticle()
    {
        const QByteArray body = recorded(u"api-responses/wptools-redirect.json"_s);
        NEEDS(body);
        const auto found = wikipedia::parseProbe(body, {u"Adams, Douglas"_s});
        QVERIFY(found);
        QCOMPARE(found->first().title, u"Douglas Adams"_s);
        QCOMPARE(found->first().matchedTitle, u"Adams, Douglas"_s);
        QCOMPARE(found->first().wikidataId, u"Q42"_s);
        QCOMPARE(found->first().film, false); // an English writer and humorist
    }

    void aProbeAnswersEachTitleThatExists()
    {
        const QStringList titles{u"avatar_(film)"_s, u"Avatar"_s, u"Avatar (2009 film)"_s, u"Avatar (2010 film)"_s,
                                 u"A|B"_s};
        const auto found = wikipedia::parseProbe(fixture(u"probe.json"_s), titles);
        QVERIFY(found);
        QCOMPARE(found->size(), 3);
        QCOMPARE(found->at(0).title, u"Avatar (2009 film)"_s);
        QCOMPARE(found->at(0).matchedTitle, u"avatar_(film)"_s);
        QCOMPARE(found->at(0).film, true);
        QCOMPARE(found->at(0).rank, 0);
        QCOMPARE(found->at(1).title, u"Avatar"_s);
        QCOMPARE(found->at(2).matchedTitle, std::nullopt);
    }

    void articlesComeInPartsAndByTheTitlesAskedFor()
    {
        const auto first = wikipedia::parseArticles(fixture(u"articles-1.json"_s));
        QVERIFY(first);
        QCOMPARE(first->more.value(u"rvcontinue"_s), u"22|9"_s);
        const auto second = wikipedia::parseArticles(fixture(u"articles-2.json"_s));
        QVERIFY(second);
        QVERIFY(second->more.isEmpty());

        const auto articles = wikipedia::collect(
            {*first, *second}, {u"Ran (film)"_s, u"Heat (movie)"_s, u"Heat (1995 film)"_s, u"Nothing"_s});
        QCOMPARE(articles.size(), 3);
        QCOMPARE(articles[0],
                 (RawArticle{.page = {22},
                             .title = u"Ran (film)"_s,
                             .requested = u"Ran (film)"_s,
                             .revision = 9,
                             .timestamp = QDateTime(QDate(2021, 1, 1), QTime(0, 0), QTimeZone::UTC),
                             .wikitext = u"two"_s}));
        QCOMPARE(articles[1].requested, u"Heat (movie)"_s);
        QCOMPARE(articles[1].title, u"Heat (1995 film)"_s);
        QCOMPARE(articles[2].page, PageId{11});
    }

    void anArticleIsReadFromItsWikitext()
    {
        const RawArticle raw{.page = {11},
                             .title = u"Heat (1995 film)"_s,
                             .requested = u"Heat"_s,
                             .revision = 5,
                             .wikitext = u"{{Infobox film\n| director = [[Michael Mann]]\n}}\nIt is a film."_s};
        const Article article = wikipedia::read(raw);
        QCOMPARE(article.page, raw.page);
        QCOMPARE(article.title, raw.title);
        QCOMPARE(article.revision, raw.revision);
        QCOMPARE(article.infobox.value(u"director"_s).lines.first().text, u"Michael Mann"_s);
    }

    void ringsOfRedirectsEnd()
    {
        const QHash<QString, QString> ring{{u"A"_s, u"B"_s}, {u"B"_s, u"A"_s}};
        QVERIFY(!wikipedia::follow(ring, u"A"_s).isEmpty());
    }

    void errorsInAnAnswerAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("comesAgain");
        using Kind = Error::Kind;
        QTest::addRow("maxlag") << R"({"error": {"code": "maxlag", "info": "Waiting for db1: 6 seconds lagged"}})"_ba
                                << Kind::Network << true;
        QTest::addRow("rate") << R"({"error": {"code": "ratelimited", "info": "x"}})"_ba << Kind::Network << true;
        QTest::addRow("readonly") << R"({"error": {"code": "readonly", "info": "x"}})"_ba << Kind::Network << true;
        QTest::addRow("internal") << R"({"error": {"code": "internal_api_error_DBQueryError"}})"_ba << Kind::Network
                                  << true;
        QTest::addRow("other") << R"({"error": {"code": "toomanyvalues", "info": "x"}})"_ba << Kind::Refused << false;
        QTest::addRow("not JSON") << "<html>"_ba << Kind::Malformed << false;
        QTest::addRow("cut off") << R"({"query": {"pages": [)"_ba << Kind::Malformed << false;
        QTest::addRow("nothing") << ""_ba << Kind::Malformed << false;
    }
    void errorsInAnAnswerAreToldApart()
    {
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        QFETCH(bool, comesAgain);
        const auto read = wikipedia::parseCandidates(body);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QCOMPARE(read.error().retryAt.has_value(), comesAgain);
        QVERIFY(!comesAgain || *read.error().retryAt > QDateTime::currentDateTimeUtc());
    }

    void aSearchWithoutPagesIsNoSearch()
    {
        const auto found = wikipedia::parseSearch(R"({"results": []})");
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Malformed);
    }

    void hostileAnswersDoNotHurt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("other types")
            << R"({"query": {"pages": [7, "x", null, {"title": 3, "pageid": "a"}], "redirects": 5}, "continue": [1]})"_ba;
        QTest::addRow("list") << R"([1, 2])"_ba;
        QTest::addRow("deep") << QByteArray(R"({"query":)") + QByteArray(100'000, '[');
        QTest::addRow("script address") << fixture(u"script-address.json"_s);
    }
    void hostileAnswersDoNotHurt()
    {
        QFETCH(QByteArray, body);
        for (const Candidate &candidate : wikipedia::parseCandidates(body).value_or(QList<Candidate>()))
            QCOMPARE(candidate.thumbnail, std::nullopt);
        (void)wikipedia::parseSearch(body);
        (void)wikipedia::parseProbe(body, {u"T"_s});
        (void)wikipedia::parseArticles(body);
        (void)wikipedia::parseFacts(body);
    }

    void requestsAskTheRightDoor()
    {
        const auto pages = wikipedia::searchPagesRequest(Wiki, u"Amélie & c++?"_s, 500);
        QCOMPARE(pages.url.toString(QUrl::RemoveQuery), u"https://en.wikipedia.org/w/rest.php/v1/search/page"_s);
        QCOMPARE(pages.url.query(QUrl::FullyEncoded), u"q=Am%C3%A9lie%20%26%20c%2B%2B%3F&limit=100"_s);
        QCOMPARE(pages.kind, Request::Kind::Api);
        QVERIFY(pages.isGood(R"({"pages":[]})"));
        QVERIFY(!pages.isGood(R"({"error":{"code":"ratelimited"}})"));

        const auto films = wikipedia::searchRequest(Wiki, u"intitle:\"Her\""_s, true);
        QCOMPARE(parameter(films, u"gsrsearch"_s), u"intitle:\"Her\" hastemplate:\"Infobox film\""_s);
        QCOMPARE(parameter(films, u"pilicense"_s), u"any"_s);
        for (const Request &kept : {films, wikipedia::probeRequest(Wiki, {u"Her"_s})}) {
            QCOMPARE(kept.keepFor, std::chrono::days(1));
            QVERIFY(kept.isGood(R"({"batchcomplete":true})"));
            QVERIFY(!kept.isGood(R"({"error":{"code":"maxlag"}})"));
        }
        QCOMPARE(wikipedia::factsRequest(Wiki, {3}).keepFor.count(), 0);
        QCOMPARE(wikipedia::articlesRequest(Wiki, {u"Her"_s}, {}).keepFor.count(), 0);
        QCOMPARE(parameter(films, u"formatversion"_s), u"2"_s);
        QCOMPARE(parameter(wikipedia::searchRequest(Wiki, u"Her"_s, false), u"gsrsearch"_s), u"Her"_s);
        QVERIFY(parameter(wikipedia::searchRequest(Wiki, QString(900, u'x'), true), u"gsrsearch"_s).size() <= 300);

        const auto local = wikipedia::factsRequest(QUrl(u"http://127.0.0.1:8080/wikipedia/"_s), {3, 4});
        QCOMPARE(local.url.toString(QUrl::RemoveQuery), u"http://127.0.0.1:8080/wikipedia/w/api.php"_s);
        QCOMPARE(parameter(local, u"pageids"_s), u"3|4"_s);
    }

    void longListsOfTitlesAreAForm()
    {
        QStringList titles;
        for (int i = 0; i < 50; ++i)
            titles.append(u"Les Misérables %1 (film)"_s.arg(i));
        const auto probe = wikipedia::probeRequest(Wiki, titles);
        QCOMPARE(probe.method, Request::Method::Post);
        QVERIFY(!probe.url.hasQuery());
        QCOMPARE(parameter(probe, u"titles"_s).split(u'|').size(), 50);
        const auto articles = wikipedia::articlesRequest(Wiki, {u"Heat"_s}, {{u"rvcontinue"_s, u"22|9"_s}});
        QCOMPARE(articles.method, Request::Method::Get);
        QCOMPARE(parameter(articles, u"rvcontinue"_s), u"22|9"_s);
        QCOMPARE(parameter(articles, u"maxlag"_s), u"5"_s);
    }

    void titlesThatCannotBeAreNotAsked()
    {
        QCOMPARE(wikipedia::joinTitles({u"#Alive"_s, u" A  B_C "_s, u"A B C"_s, u"x|y"_s, QString(300, u'x'), u""_s}),
                 u"A B C"_s);
        QCOMPARE(wikipedia::cleanTitle(u"Ame\u0301lie"_s), u"Am\u00E9lie"_s);
    }

    void addressesOfArticles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("address");
        QTest::addRow("colon") << u"Avatar: The Way of Water"_s << u"Avatar:_The_Way_of_Water"_s;
        QTest::addRow("brackets") << u"Heat (1995 film)"_s << u"Heat_(1995_film)"_s;
        QTest::addRow("question") << u"What's Up, Doc?"_s << u"What%27s_Up,_Doc%3F"_s;
        QTest::addRow("accent") << u"Amélie"_s << u"Am%C3%A9lie"_s;
        QTest::addRow("percent") << u"100% Wolf"_s << u"100%25_Wolf"_s;
        QTest::addRow("slash") << u"Face/Off"_s << u"Face/Off"_s;
        QTest::addRow("plus") << u"Romeo + Juliet"_s << u"Romeo_%2B_Juliet"_s;
    }
    void addressesOfArticles()
    {
        QFETCH(QString, title);
        QFETCH(QString, address);
        QCOMPARE(wikipedia::keyOf(title), address);
        QCOMPARE(wikipedia::articleUrl(Wiki, title).toString(QUrl::FullyEncoded),
                 u"https://en.wikipedia.org/wiki/"_s + address);
    }

    void titlesBecomePlainWords_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("words");
        QTest::addRow("colon") << u"Mission: Impossible"_s << u"Mission Impossible"_s;
        QTest::addRow("negation") << u"-30-"_s << u"30-"_s;
        QTest::addRow("bang") << u"!Women Art Revolution"_s << u"Women Art Revolution"_s;
        QTest::addRow("hyphen") << u"Spider-Man"_s << u"Spider-Man"_s;
        QTest::addRow("quotes") << u"\"Crocodile\" Dundee"_s << u"Crocodile Dundee"_s;
        QTest::addRow("question") << u"What's Up, Doc?"_s << u"What's Up, Doc"_s;
        QTest::addRow("star") << u"M*A*S*H"_s << u"M A S H"_s;
    }
    void titlesBecomePlainWords()
    {
        QFETCH(QString, title);
        QFETCH(QString, words);
        QCOMPARE(wikipedia::plainWords(title), words);
    }
};

QTEST_APPLESS_MAIN(TestWikiClient)
#include "tst_wikiclient.moc"
