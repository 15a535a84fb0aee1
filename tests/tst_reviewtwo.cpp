#include "filmshelf.h"
#include "reviewpage.h"

#include <QLabel>
#include <QListView>

using namespace Qt::Literals;

/// Two people who review the same titles at the same time.
class TestReviewTwo : public QObject
{
    Q_OBJECT

private slots:
    void theSecondIsLedPastWhatTheFirstLooksAt()
    {
        FilmShelf shelf;
        fill(shelf);
        Database elsewhere(shelf.database.address());
        ReviewPage anna(shelf.services());
        show(anna);
        QTRY_COMPARE(titleOf(anna), u"Dune"_s);
        QTRY_COMPARE(held(shelf), 1);

        ReviewPage ben({.http = shelf.http, .sample = shelf.http, .database = elsewhere, .origins = {}});
        show(ben);
        QTRY_COMPARE(titleOf(ben), u"Heat"_s);
        QVERIFY(messageOn(ben).startsWith(u"Dune is looked at by "_s));
        QTRY_COMPARE(held(shelf), 2);

        anna.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&anna));
        QTest::keyClick(anna.findChild<QListView *>(u"reviewQueue"_s), Qt::Key_N);
        QTRY_COMPARE(titleOf(anna), u"Wavelength"_s); // Heat is Ben's
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::NoArticle);

        ben.hide(); // to another page
        QTRY_COMPARE(held(shelf), 1);
        anna.hide();
        QTRY_COMPARE(held(shelf), 0);
    }

    void whatAnotherLooksAtIsNotDecided()
    {
        FilmShelf shelf;
        const Item dune = FilmShelf::film(u"dune"_s, u"Dune"_s, 2021);
        shelf.list({dune});
        shelf.weigh(u"dune"_s, {}, FilmShelf::asked(u"Nothing was found."_s));
        Database elsewhere(shelf.database.address());
        ReviewPage anna(shelf.services());
        show(anna);
        QTRY_COMPARE(held(shelf), 1);
        ReviewPage ben({.http = shelf.http, .sample = shelf.http, .database = elsewhere, .origins = {}});
        show(ben);
        QTRY_VERIFY(messageOn(ben).startsWith(u"Dune is looked at by "_s));
        QTest::keyClick(ben.findChild<QListView *>(u"reviewQueue"_s), Qt::Key_N);
        QTRY_VERIFY(messageOn(ben).contains(u"to decide"_s));
        QCOMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::Unreviewed);

        anna.hide();
        QTRY_COMPARE(held(shelf), 0);
        QTRY_COMPARE_WITH_TIMEOUT(held(shelf), 1, 10'000); // it is Ben's now
        QTest::keyClick(ben.findChild<QListView *>(u"reviewQueue"_s), Qt::Key_N);
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::NoArticle);
    }

private:
    static void fill(FilmShelf &shelf)
    {
        shelf.list({FilmShelf::film(u"dune"_s, u"Dune"_s, 2021), FilmShelf::film(u"heat"_s, u"Heat"_s, 1995),
                    FilmShelf::film(u"wave"_s, u"Wavelength"_s, 1967)});
        for (const QString &key : {u"dune"_s, u"heat"_s, u"wave"_s})
            shelf.weigh(key, {}, FilmShelf::asked(u"Nothing was found."_s));
    }

    static void show(ReviewPage &page)
    {
        page.resize(1100, 640);
        page.show();
        page.refresh();
    }

    static QString titleOf(const ReviewPage &page) { return page.findChild<QLabel *>(u"reviewTitle"_s)->text(); }
    static QString messageOn(const ReviewPage &page)
    {
        return page.findChild<QLabel *>(u"reviewMessageText"_s)->text();
    }
    static int held(FilmShelf &shelf)
    {
        return shelf
            .ask([](Connection &connection) {
                return connection.first(u"SELECT COUNT(*) FROM leases WHERE purpose = 'review'"_s, {},
                                        [](const Rows &row) { return row.value(0).toInt(); });
            })
            .value_or(std::optional(-1))
            .value_or(-1);
    }
};

QTEST_MAIN(TestReviewTwo)
#include "tst_reviewtwo.moc"
