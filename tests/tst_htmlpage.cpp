#include "gallery/htmlpage.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals;

namespace {

const QUrl Max(u"https://www.justwatch.com/us/provider/hbo-max/movies"_s);
const Gallery HboMax{.source = u"html"_s, .country = u"US"_s, .provider = u"mxx"_s, .url = Max};

QByteArray card(const QByteArray &title, const QByteArray &href, const QByteArray &attributes = "",
                const QByteArray &inside = "")
{
    return "<div class='title-list-grid__item' data-testid='titleItem' data-title='" + title + "' " + attributes
        + "><a href='" + href + "'><picture>" + inside + "</picture></a></div>\n";
}

QByteArray page(const QByteArray &cards, const QByteArray &head = "")
{
    return "<!DOCTYPE html><html><head><meta charset='utf-8'>" + head
        + "</head><body><div class='title-list'><div class='title-list-grid'>" + cards + "</div></div></body></html>";
}

QByteArray linkedData(QByteArray json)
{
    return "<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
}

Result<gallery::Page> parse(const QByteArray &html)
{
    return htmlpage::parse(html, Max, HboMax);
}

QByteArray manyCards(int first, int count)
{
    QByteArray cards;
    for (int i = first; i < first + count; ++i)
        cards += card("Film " + QByteArray::number(i), "/us/movie/film-no-" + QByteArray::number(i) + "-x");
    return cards;
}

}

class TestHtmlPage : public QObject
{
    Q_OBJECT

private slots:
    void readsACard()
    {
        const auto read = parse(page(card("Dune: Part Two", "/us/movie/dune-part-two-2023", "data-id='tm1041375'",
                                          "<source srcset='https://images.justwatch.com/poster/2/s166/dune.webp, x 2x'>"
                                          "<img src='data:image/gif;base64,R0' alt='Dune'>")));
        QVERIFY(read);
        QCOMPARE(read->items.size(), 1);
        const Item &item = read->items[0];
        QCOMPARE(item.source, u"justwatch"_s);
        QCOMPARE(item.key, u"tm1041375"_s);
        QCOMPARE(item.title, u"Dune: Part Two"_s);
        QCOMPARE(item.year, 2023);
        QCOMPARE(item.url, QUrl(u"https://www.justwatch.com/us/movie/dune-part-two-2023"_s));
        QCOMPARE(item.posterUrl, QUrl(u"https://images.justwatch.com/poster/2/s166/dune.webp"_s));
        QCOMPARE(item.gallery, HboMax);
        QVERIFY(item.crawledAt.isValid() && !item.listId.isNull());
        QCOMPARE(read->cursor, QString());
    }

    void theKeyIsThePathWhereThePageGivesNoId()
    {
        const auto read = parse(page(card("Heat", "/us/movie/heat", "data-id='41'")));
        QVERIFY(read);
        QCOMPARE(read->items[0].key, u"/us/movie/heat"_s);
    }

    void decodesEntities()
    {
        const auto read
            = parse(page(card("Bob &amp; Carol&#39;s &eacute;t&eacute;", "/us/movie/bob-carol?a=1&amp;b=2")));
        QVERIFY(read);
        QCOMPARE(read->items[0].title, u"Bob & Carol's été"_s);
    }

    void theYearIsOnlyTakenFromASlugThatHasOne_data()
    {
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("slug");
        QTest::addColumn<int>("year"); // 0 for none
        QTest::newRow("year") << QByteArray("Men") << QByteArray("men-2022") << 2022;
        QTest::newRow("none") << QByteArray("Heat") << QByteArray("heat") << 0;
        QTest::newRow("a number of the title")
            << QByteArray("Blade Runner 2049") << QByteArray("blade-runner-2049") << 0;
        QTest::newRow("number and year") << QByteArray("1917") << QByteArray("1917-2019") << 2019;
        QTest::newRow("a year of the title") << QByteArray("Wonder Woman 1984") << QByteArray("wonder-woman-1984") << 0;
        QTest::newRow("no film yet") << QByteArray("Space") << QByteArray("space-1799") << 0;
        QTest::newRow("too far") << QByteArray("Space") << QByteArray("space-2999") << 0;
        QTest::newRow("a part") << QByteArray("Mad Max") << QByteArray("mad-max-1") << 0;
        QTest::newRow("the number alone") << QByteArray("2012") << QByteArray("2012") << 0;
    }
    void theYearIsOnlyTakenFromASlugThatHasOne()
    {
        QFETCH(QByteArray, title);
        QFETCH(QByteArray, slug);
        const auto read = parse(page(card(title, "/us/movie/" + slug)));
        QVERIFY(read);
        QTEST(read->items[0].year.value_or(0), "year");
    }

    void readsLocalisedAndSavedLinks()
    {
        const auto read = parse(page(card("Dune", "/kr/%EC%98%81%ED%99%94/dune") + card("Amélie", "/fr/film/amelie")
                                     + card("Saw", "https://www.justwatch.com/us/movie/saw")));
        QVERIFY(read);
        QCOMPARE(read->items.size(), 3);
        QCOMPARE(read->items[0].key, u"/kr/영화/dune"_s);
        QCOMPARE(read->items[2].key, u"/us/movie/saw"_s);
    }

    void showsAreSkippedAndCountedOthersNoted()
    {
        const auto read = parse(page(card("Fargo", "/us/tv-show/fargo") + card("Fargo", "/us/movie/fargo")
                                     + card("Lupin", "/fr/serie/lupin") + card("굿 닥터", "/kr/TV-프로그램/gus-dagteo")
                                     + card("Fargo", "/us/movie/fargo") + card("What?", "/us/thing/what")
                                     + card("", "/us/movie/untitled")
                                     + "<div data-title='Max'><a href='/us/provider/max'>"
                                       "</a></div><p data-title='no link'></p>"));
        QVERIFY(read);
        QCOMPARE(read->items.size(), 1);
        QCOMPARE(read->skipped, 3);
        QCOMPARE(read->duplicates, 1);
        QCOMPARE(read->errors.size(), 2);
        QVERIFY(read->errors[0].message.contains(u"whether “What?” is a movie"));
    }

    void latePicturesAreFound()
    {
        const QByteArray late = "<img src='data:image/gif;base64,R0lG' data-src='/poster/7/s332/saw.jpg'>";
        const auto read = parse(page(card("Saw", "/us/movie/saw", "", late)
                                     + card("Her", "/us/movie/her", "", "<img src='gallery_files/her.jpg'>")));
        QVERIFY(read);
        QCOMPARE(read->items[0].posterUrl, QUrl(u"https://images.justwatch.com/poster/7/s332/saw.jpg"_s));
        QCOMPARE(read->items[1].posterUrl, std::nullopt);
    }

    void readsWhatThePageTellsMachines()
    {
        const QByteArray list
            = "{'@context': 'https://schema.org', '@type': 'ItemList', 'itemListElement': ["
              "{'@type': 'ListItem', 'position': 1, 'url': '/us/movie/heat', 'name': 'He\\u0000at'},"
              "{'@type': 'ListItem', 'item': {'@type': 'Movie', 'url': '/us/movie/men-2022',"
              "'name': 'Men', 'dateCreated': '2022-05-18', 'duration': 'PT1H40M',"
              "'sameAs': ['https://www.imdb.com/title/tt13841850/'], 'director': {'name': 'Alex Garland'}}},"
              "{'@type': 'ListItem', 'item': {'@type': 'TVSeries', 'name': 'Fargo'}}, 7]}";
        const auto read = parse(page(card("Men", "/us/movie/men-2022"), linkedData(list)));
        QVERIFY(read);
        QCOMPARE(read->items.size(), 2);
        QCOMPARE(read->skipped, 1);
        const Item &men = read->items[0];
        QCOMPARE(men.key, u"/us/movie/men-2022"_s); // an id does not change what was known without it
        QCOMPARE(men.imdbId, u"tt13841850"_s);
        QCOMPARE(men.runtime, 100);
        QCOMPARE(men.directors, QStringList{u"Alex Garland"_s});
        QCOMPARE(read->items[1].title, u"Heat"_s);
    }

    void readsASingleMoviesPage()
    {
        const auto read
            = parse(linkedData("{'@graph': [{'@type': ['Thing', 'Movie'], 'name': 'Network',"
                               "'datePublished': '1976', 'url': 'https://www.justwatch.com/us/movie/network'}]}"));
        QVERIFY(read);
        QCOMPARE(read->items[0].year, 1976);
    }

    void aSavedPageKnowsWhereItWas()
    {
        const QByteArray html
            = page(card("Heat", "/filme/film/heat"), "<link rel='canonical' href='https://movies.example.org/all'>");
        const auto read = htmlpage::parse(html, QUrl(u"file:///tmp/page.html"_s), {.source = u"file"_s});
        QVERIFY(read);
        QCOMPARE(read->items[0].source, u"file"_s);
        QCOMPARE(read->items[0].key, u"movies.example.org/filme/film/heat"_s);
        QCOMPARE(htmlpage::parse(page(manyCards(0, 40)), QUrl(u"file:///tmp/page.html"_s), {})->cursor, QString());
    }

    void fullPagesHaveANextOne()
    {
        QCOMPARE(parse(page(manyCards(0, 40)))->cursor, u"2"_s);
        QCOMPARE(parse(page(manyCards(0, 39)))->cursor, QString());
        const auto third = htmlpage::parse(page(manyCards(0, 40)), QUrl(Max.toString() + u"?page=3"_s), HboMax);
        QCOMPARE(third->cursor, u"4"_s);
        const auto last = htmlpage::parse(page(manyCards(0, 40)), QUrl(Max.toString() + u"?page=100"_s), HboMax);
        QCOMPARE(last->cursor, QString());
        QCOMPARE(last->notes.size(), 1);
    }

    void anEmptyGridBehindTheLastPageIsTheEnd()
    {
        const auto end = htmlpage::parse(page(""), QUrl(Max.toString() + u"?page=9"_s), HboMax);
        QVERIFY(end);
        QVERIFY(end->items.isEmpty() && end->cursor.isEmpty());
        QVERIFY(!parse(page("")));
        QVERIFY(!htmlpage::parse("<p>Access denied", QUrl(Max.toString() + u"?page=9"_s), HboMax));
    }

    void aPageWithoutTitlesIsAnError_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blocked") << QByteArray("<html><title>Just a moment...</title><body>Checking your browser");
        QTest::newRow("no HTML") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10);
        QTest::newRow("other machines' data") << linkedData("{'@type': 'Organization', 'name': 'JustWatch'}");
        QTest::newRow("broken machines' data") << linkedData("{'@type': 'Movie', ");
    }
    void aPageWithoutTitlesIsAnError()
    {
        QFETCH(QByteArray, html);
        const auto read = parse(html);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
        QCOMPARE(read.error().message, u"The page lists no titles: blocked, or its form has changed."_s);
    }

    void otherCharsetsAreRead()
    {
        QByteArray html = page(card("Am\xe9lie", "/us/movie/amelie"));
        html.replace("charset='utf-8'", "charset=\"iso-8859-1\"");
        const auto read = parse(html);
        QVERIFY(read);
        QCOMPARE(read->items[0].title, u"Amélie"_s);
    }

    void hostilePagesCostLittle_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("deep") << QByteArray("<div>").repeated(1'000'000);
        QTest::newRow("just not too deep") << QByteArray("<div><p>").repeated(9'000);
        QTest::newRow("cards in cards") << QByteArray("<div data-title='x'>").repeated(15'000)
                + "<a href='/us/movie/x'>";
        QTest::newRow("formatting") << QByteArray("<b><i>").repeated(9'000) + QByteArray("<p>").repeated(500);
        QTest::newRow("many attributes") << "<div " + QByteArray("a ").repeated(100'000) + '>';
        QTest::newRow("deep data") << linkedData("{'@graph': [" + QByteArray("{'@graph': [").repeated(100'000));
        QTest::newRow("large") << QByteArray(33 * 1024 * 1024, ' ');
    }
    void hostilePagesCostLittle()
    {
        QFETCH(QByteArray, html);
        QElapsedTimer timer;
        timer.start();
        parse(html);
        QVERIFY2(timer.elapsed() < 60000, "It takes as long as the product of its parts.");
    }
};

QTEST_APPLESS_MAIN(TestHtmlPage)
#include "tst_htmlpage.moc"
