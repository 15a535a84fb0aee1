#include "gallery/galleryaddress.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals;

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void readsAddressesOfGalleries_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("provider");
        const QString site = u"https://www.justwatch.com"_s;
        QTest::newRow("plain") << site + u"/us/provider/max/movies"_s << u"US"_s << u"max"_s;
        QTest::newRow("no last word") << site + u"/us/provider/hbo-max"_s << u"US"_s << u"hbo-max"_s;
        QTest::newRow("slash, spaces") << u"  "_s + site + u"/us/provider/hbo-max/ "_s << u"US"_s << u"hbo-max"_s;
        QTest::newRow("no scheme") << u"www.justwatch.com/us/provider/hulu/movies"_s << u"US"_s << u"hulu"_s;
        QTest::newRow("no www") << u"justwatch.com/ca/provider/crave"_s << u"CA"_s << u"crave"_s;
        QTest::newRow("http, capitals") << u"HTTP://WWW.JustWatch.com/US/provider/hulu"_s << u"US"_s << u"hulu"_s;
        QTest::newRow("uk is GB") << site + u"/uk/provider/itvx"_s << u"GB"_s << u"itvx"_s;
        QTest::newRow("fr") << site + u"/fr/plateforme/molotov-tv/films"_s << u"FR"_s << u"molotov-tv"_s;
        QTest::newRow("br") << site + u"/br/provedor/oldflix"_s << u"BR"_s << u"oldflix"_s;
        QTest::newRow("cz") << site + u"/cz/poskytovatel/canal-plus"_s << u"CZ"_s << u"canal-plus"_s;
        QTest::newRow("jp") << site + u"/jp/動画配信サービス/u-next"_s << u"JP"_s << u"u-next"_s;
        QTest::newRow("kr, encoded") << site
                + u"/kr/%EB%8F%99%EC%98%81%EC%83%81%EC%84%9C%EB%B9%84%EC%8A%A4/disney-plus"_s
                                     << u"KR"_s << u"disney-plus"_s;
        QTest::newRow("several") << site + u"/us/movies?providers=mxx,nfx"_s << u"US"_s << u"mxx,nfx"_s;
        QTest::newRow("several, encoded") << site + u"/us?providers=mxx%2Cnfx"_s << u"US"_s << u"mxx,nfx"_s;
        QTest::newRow("fragment") << site + u"/us/provider/max/movies#top"_s << u"US"_s << u"max"_s;
    }
    void readsAddressesOfGalleries()
    {
        QFETCH(QString, text);
        const auto address = galleryaddress::parse(text);
        QVERIFY2(address, address ? "" : qPrintable(address.error().message));
        QTEST(address->country, "country");
        QTEST(address->provider, "provider");
        QCOMPARE(address->filter, QJsonObject());
    }

    void saysWhatIsWrongWithOthers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        const QString site = u"https://www.justwatch.com"_s;
        QTest::newRow("nothing") << u""_s << u"no address of JustWatch"_s;
        QTest::newRow("a word") << u"max"_s << u"“max” is no address of JustWatch"_s;
        QTest::newRow("a file") << u"movies.csv"_s << u"no address of JustWatch"_s;
        QTest::newRow("another site") << u"https://www.example.org/us/provider/max"_s << u"no address of JustWatch"_s;
        QTest::newRow("a trick") << u"https://www.justwatch.com.example.org/us/provider/max"_s
                                 << u"no address of JustWatch"_s;
        QTest::newRow("ftp") << u"ftp://www.justwatch.com/us/provider/max"_s << u"no address of JustWatch"_s;
        QTest::newRow("long") << site + u'/' + QString(5000, u'x') << u"no address of JustWatch"_s;
        QTest::newRow("home") << site << u"names no country"_s;
        QTest::newRow("no country") << site + u"/zz/provider/max"_s << u"names no country"_s;
        QTest::newRow("all movies") << site + u"/us/movies"_s << u"names no provider"_s;
        QTest::newRow("a movie") << site + u"/us/movie/dune-2021"_s << u"a single title"_s;
        QTest::newRow("a film") << site + u"/fr/film/dune"_s << u"a single title"_s;
        QTest::newRow("영화") << site + u"/kr/영화/dune"_s << u"a single title"_s;
        QTest::newRow("a show") << site + u"/us/tv-show/fargo/season-2"_s << u"a single title"_s;
        QTest::newRow("series") << site + u"/us/provider/max/tv-shows"_s << u"lists series"_s;
        QTest::newRow("all series") << site + u"/us/tv-shows?providers=mxx"_s << u"lists series"_s;
        QTest::newRow("year") << site + u"/us/provider/max?release_year_from=soon"_s << u"release_year_from=soon"_s;
        QTest::newRow("genre") << site + u"/us/provider/max?genres=%22%7D"_s << u"cannot be read"_s;
        QTest::newRow("unknown filter") << site + u"/us/provider/max?rating_imdb=7"_s << u"cannot be carried over"_s;
    }
    void saysWhatIsWrongWithOthers()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto address = galleryaddress::parse(text);
        QVERIFY(!address);
        QCOMPARE(address.error().kind, Error::Kind::Invalid);
        QVERIFY2(address.error().message.contains(part), qPrintable(address.error().message));
        QVERIFY(address.error().message.size() < 300);
    }

    void carriesFiltersOver()
    {
        const auto address = galleryaddress::parse(
            u"https://www.justwatch.com/us/provider/max/movies?genres=act,cmy&exclude_genres=hrr&release_year_from=1951"
            "&release_year_until=1980&monetization_types=flatrate%2Cfree&tomatoMeter=50&sort_by=title&page=3&utm=x"_s);
        QVERIFY(address);
        const QByteArray expected = "{\"excludeGenres\":[\"hrr\"],\"genres\":[\"act\",\"cmy\"],"
                                    "\"monetizationTypes\":[\"FLATRATE\",\"FREE\"],"
                                    "\"releaseYear\":{\"max\":1980,\"min\":1951},\"tomatoMeter\":{\"min\":50}}";
        QCOMPARE(QJsonDocument(address->filter).toJson(QJsonDocument::Compact), expected);
    }

    void keepsTheAddressForThePagesThatPeopleSee()
    {
        const auto url = [](const QString &text) { return galleryaddress::parse(text).value().url; };
        QCOMPARE(url(u"justwatch.com/fr/plateforme/molotov-tv/films/?genres=act&page=3#top"_s),
                 QUrl(u"https://www.justwatch.com/fr/plateforme/molotov-tv/films?genres=act"_s));
        QCOMPARE(url(u"HTTP://me:secret@www.justwatch.com:80/us/provider/hulu"_s),
                 QUrl(u"https://www.justwatch.com/us/provider/hulu"_s));
        const Provider max{.shortName = u"mxx"_s, .slug = u"hbo-max"_s};
        QCOMPARE(galleryaddress::renewed(url(u"justwatch.com/kr/동영상서비스/max?genres=act"_s), max),
                 QUrl(u"https://www.justwatch.com/kr/동영상서비스/hbo-max?genres=act"_s));
        const QUrl several(u"https://www.justwatch.com/us/movies?providers=mxx,nfx"_s);
        QCOMPARE(galleryaddress::renewed(several, max), several);
    }

    void writesAddressesThatItReads()
    {
        const Provider max{.shortName = u"mxx"_s, .slug = u"hbo-max"_s};
        QCOMPARE(galleryaddress::url(u"US"_s, max), QUrl(u"https://www.justwatch.com/us/provider/hbo-max/movies"_s));
        QCOMPARE(galleryaddress::url(u"GB"_s, max), QUrl(u"https://www.justwatch.com/uk/provider/hbo-max/movies"_s));
        const auto withoutSlug
            = galleryaddress::parse(galleryaddress::url(u"GB"_s, {.shortName = u"mxx,nfx"_s}).toString());
        QVERIFY(withoutSlug);
        QCOMPARE(withoutSlug->country, u"GB"_s);
        QCOMPARE(withoutSlug->provider, u"mxx,nfx"_s);
    }
};

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
