#include "candidatemodel.h"
#include "candidatetext.h"
#include "engineshelf.h"
#include "evidencemodel.h"
#include "evidencewording.h"
#include "match/learning.h"
#include "match/score.h"
#include "reviewhistorymodel.h"
#include "reviewmodel.h"
#include "reviewpage.h"
#include "reviewwording.h"
#include "shownpage.h"
#include "store/learned.h"
#include "store/reviewing.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

/// Two films that fit Dune, one that fits Heat, nothing for Wavelength.
void fill(FilmShelf &shelf)
{
    const Item dune = FilmShelf::film(u"dune"_s, u"Dune"_s, 2021, u"Denis Villeneuve"_s);
    const Item heat = FilmShelf::film(u"heat"_s, u"Heat"_s, 1995, u"Michael Mann"_s);
    const Item wave = FilmShelf::film(u"wave"_s, u"Wavelength"_s, 1967);
    shelf.list({dune, heat, wave});
    auto villeneuve = FilmShelf::article(u"Q60834962"_s, u"Dune (2021 film)"_s, 2021, u"Denis Villeneuve"_s);
    villeneuve.excerpt = u"<b>Epic</b> by <span class=\"searchmatch\">Dune</span> &amp; others"_s;
    const auto lynch = FilmShelf::article(u"Q1002480"_s, u"Dune (1984 film)"_s, 1984, u"David Lynch"_s);
    const QString close = u"Two films fit almost equally well."_s;
    shelf.weigh(u"dune"_s, score::rank(dune, {lynch, villeneuve}), FilmShelf::asked(close));
    shelf.weigh(u"heat"_s, score::rank(heat, {FilmShelf::article(u"Q42198"_s, u"Heat (1995 film)"_s, 1995)}),
                FilmShelf::asked(close));
    shelf.weigh(u"wave"_s, {}, FilmShelf::asked(u"Nothing was found."_s));
    shelf.keepFilm(u"Q60834962"_s, u"Dune (2021 film)"_s);
    shelf.keepFilm(u"Q1002480"_s, u"Dune (1984 film)"_s);
    shelf.keepFilm(u"Q42198"_s, u"Heat (1995 film)"_s);
}

/// Titles from the first number to before the second for which nothing was found.
void addOpen(FilmShelf &shelf, int first, int end)
{
    QList<Item> items;
    for (int i = first; i < end; ++i)
        items.append(FilmShelf::film(u"f%1"_s.arg(i), u"Film %1"_s.arg(i), 1990));
    shelf.list(items);
    QList<library::Weighed> all;
    for (const Item &item : std::as_const(items)) {
        Decision decision = FilmShelf::asked(u"Nothing was found."_s);
        decision.item = shelf.idOf(item.key);
        all.append({.item = decision.item, .decision = decision});
    }
    shelf.ask([all](Connection &connection) { return library::keepWeighed(connection, all); });
}

/// The page over a shelf, and what a person reads on it.
class Desk : public ShownPage<ReviewPage>
{
public:
    explicit Desk(FilmShelf &shelf)
        : ShownPage(shelf)
    {
        page.setFocus();
        page.refresh();
    }

    QString title() const { return text(u"reviewTitle"_s); }
    QString strip() const { return text(u"reviewStrip"_s); }
    QListView *queue() const { return find<QListView>(u"reviewQueue"_s); }
    QString candidate() const { return find<QListView>(u"candidates"_s)->currentIndex().data().toString(); }
    QString message() const { return text(u"reviewMessageText"_s); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    int rows() const { return queue()->model()->rowCount(); }
    void chooseState(int row) { find<QComboBox>(u"reviewState"_s)->setCurrentIndex(row); }
};

QStringList printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

}

/// A person's way through the queue, by keys, and what is written of it.
class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("USER", "anna");
    }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
    }

    // Words

    void anExcerptIsTextOnly_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("matched");
        QTest::newRow("matched words") << u"a <span class=\"searchmatch\">Dune</span> b"_s << u"a Dune b"_s
                                       << u"Dune"_s;
        QTest::newRow("other tags go") << u"<b>x</b> <i onclick=\"y\">z</i>"_s << u"x z"_s << QString();
        QTest::newRow("a script is words") << u"<script>alert(1)</script>&lt;b&gt;"_s << u"alert(1)<b>"_s << QString();
        QTest::newRow("entities") << u"Q&amp;A &quot;x&quot; &#039;y&#x27; &nbsp;z &bogus;"_s
                                  << u"Q&A \"x\" 'y' z &bogus;"_s << QString();
        QTest::newRow("other spans") << u"<span class=\"x\">a</span>"_s << u"a"_s << QString();
        QTest::newRow("an open tag") << u"a < b <span class=\"searchmatch\">c"_s << u"a < b c"_s << QString();
        QTest::newRow("lines are blanks") << u"a\n\n  b"_s << u"a b"_s << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }

    void anExcerptIsTextOnly()
    {
        QFETCH(const QString, html);
        const auto excerpt = candidatetext::excerpt(html);
        QTEST(excerpt.text, "text");
        QStringList words;
        for (const auto &[start, length] : excerpt.matched)
            words.append(excerpt.text.sliced(start, length));
        QTEST(words.join(u' '), "matched");
    }

    void aLongExcerptIsCut() { QVERIFY(candidatetext::excerpt(u"<b>x</b>"_s.repeated(100'000)).text.size() < 2000); }

    void evidenceReadsAsWords()
    {
        const Item item = FilmShelf::film(u"dune"_s, u"Dune"_s, 2021, u"Denis Villeneuve"_s);
        const auto ranked
            = score::rank(item, {FilmShelf::article(u"Q1"_s, u"Dune (1984 film)"_s, 1984, u"David Lynch"_s)});
        EvidenceModel model;
        const QAbstractItemModelTester tester(&model);
        model.setReasons(score::explain(item, ranked.first()));
        const QString lines = printed(model).join(u'\n');
        for (const QString &reason :
             {u"| 37 years apart | 2021 | 1984"_s, u"| Another director | Denis Villeneuve | David Lynch"_s,
              u"| It is a film | film | film"_s})
            QVERIFY2(lines.contains(reason), qPrintable(lines));
        QVERIFY2(lines.contains(u"Year | 0% | −"_s), qPrintable(lines)); // it speaks against it
    }

    void articlesHaveAddresses()
    {
        QCOMPARE(reviewwording::address({.key = u"Who?_(film)"_s}).toString(QUrl::FullyEncoded),
                 u"https://en.wikipedia.org/wiki/Who%3F_(film)"_s);
        QCOMPARE(reviewwording::address({.wikidataId = u"Q1"_s}).toString(), u"https://www.wikidata.org/wiki/Q1"_s);
        QVERIFY(!reviewwording::address({}).isValid());
    }

    // Models

    void theQueueKeepsItsRows()
    {
        ReviewModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy more(&model, &ReviewModel::moreWanted);
        Match first{.item = FilmShelf::film(u"a"_s, u"Alien"_s, 1979)};
        first.item.id = {5};
        Match second{.item = FilmShelf::film(u"b"_s, u"Brazil"_s, 1985)};
        second.item.id = {7};
        model.setMatches({second}, ReviewModel::More::Yes);
        more.clear(); // the tester asks too
        model.fetchMore({});
        QCOMPARE(more.size(), 1);

        second.decision.verdict = Verdict::Accepted;
        model.merge({first, second}, ReviewModel::More::No);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.matchAt(0).item.title, u"Brazil"_s); // nothing moves
        QCOMPARE(model.rowOf({5}), 1);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Brazil (1985), Accepted"_s);
        QCOMPARE(model.next(1, {Verdict::Accepted}), 0);
        QCOMPARE(model.next(0, {Verdict::Accepted}), -1);
        QCOMPARE(model.rowCount(model.index(0)), 0);
    }

    void candidatesSayWhichIsAccepted()
    {
        CandidateModel model;
        const QAbstractItemModelTester tester(&model);
        Match match{.candidates
                    = {FilmShelf::article(u"Q1"_s, u"A"_s, 1990), FilmShelf::article(u"Q2"_s, u"B"_s, 1991)}};
        model.show(match);
        QCOMPARE(model.chosen(), 0);
        match.decision = {.verdict = Verdict::Accepted, .wikidataId = u"Q2"_s};
        model.show(match);
        QCOMPARE(model.chosen(), 1);
        QVERIFY(model.index(1).data(CandidateModel::ChosenRole).toBool());
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"B, 1991 film, score 0%, accepted"_s);
        model.show({});
        QCOMPARE(model.chosen(), -1);
    }

    void historyIsNewestFirst()
    {
        ReviewHistoryModel model;
        const QAbstractItemModelTester tester(&model);
        model.setHistory({{.id = {1}, .verdict = Verdict::Unreviewed, .reason = u"Nothing was found."_s},
                          {.id = {2}, .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"anna"_s}},
                         {{2}});
        QCOMPARE(printed(model),
                 (QStringList{u" | anna | Not reviewed | no article (taken back) | "_s,
                              u" | Machine |  | Not reviewed | Nothing was found."_s}));
    }

    // The page

    void nothingCrawledShowsTheWay()
    {
        EngineShelf shelf;
        const Desk desk(shelf);
        QTRY_COMPARE(desk.text(u"reviewHint"_s), u"Nothing to review: crawl a gallery first."_s);
        const QSignalSpy wanted(&desk.page, &ReviewPage::galleryWanted);
        QTest::mouseClick(desk.find<QWidget>(u"reviewChooseGallery"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void theFirstMatchesArriveWhereNothingWas()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        QTRY_COMPARE(desk.text(u"reviewHint"_s), u"Nothing to review: crawl a gallery first."_s);
        fill(shelf);
        desk.page.refresh();
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        QCOMPARE(desk.rows(), 3);
    }

    void listedOnlyIsNotReviewedYet()
    {
        EngineShelf shelf;
        shelf.list({FilmShelf::film(u"a"_s, u"Alien"_s, 1979)});
        const Desk desk(shelf);
        QTRY_COMPARE(desk.text(u"reviewHint"_s), u"Nothing was looked up yet. What needs you will arrive here."_s);
        QVERIFY(desk.find<QWidget>(u"reviewChooseGallery"_s)->isHidden());
    }

    void theFirstItemIsShownWithItsReasons()
    {
        EngineShelf shelf;
        fill(shelf);
        const Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        QCOMPARE(desk.title(), u"Dune"_s);
        QCOMPARE(desk.text(u"reviewFacts"_s), u"2021 · Denis Villeneuve"_s);
        QCOMPARE(desk.text(u"reviewStanding"_s), u"Not reviewed: Two films fit almost equally well."_s);
        QVERIFY(desk.text(u"reviewLink"_s).contains(u"https://films.example/dune"_s));
        QCOMPARE(desk.candidate(), u"Dune (2021 film)"_s);
        QCOMPARE(desk.text(u"whyHeading"_s), u"Why Dune (2021 film)"_s);
        QVERIFY(desk.find<QTableView>(u"evidence"_s)->model()->rowCount() > 3);
        QTRY_COMPARE(desk.strip(), u"3 left"_s);
        QTRY_COMPARE(desk.find<QComboBox>(u"reviewState"_s)->currentText(), u"Not reviewed (3)"_s);
    }

    void oneKeyAcceptsAndGoesOn()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_2);
        QCOMPARE(desk.candidate(), u"Dune (1984 film)"_s);
        desk.press(Qt::Key_1);
        desk.press(Qt::Key_A);
        QCOMPARE(desk.title(), u"Heat"_s); // at once
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::Accepted);
        const Decision decision = shelf.match(u"dune"_s).decision;
        QCOMPARE(decision.judge, Judge::Person);
        QCOMPARE(decision.who, u"anna"_s);
        QCOMPARE(decision.article, u"Dune (2021 film)"_s);
        QCOMPARE(decision.wikidataId, u"Q60834962"_s);
        QTRY_VERIFY(desk.strip().contains(u"1 done in this session · 2 left"_s));
        QVERIFY(desk.strip().contains(u"undo: “Dune → Dune (2021 film)”"_s));
        QCOMPARE(desk.rows(), 3); // the decided one can still be looked at
    }

    void everyVerbIsWritten()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_N);
        QCOMPARE(desk.title(), u"Heat"_s);
        desk.press(Qt::Key_R);
        QTRY_VERIFY(desk.find<QWidget>(u"rejection"_s)->isVisible());
        desk.press(Qt::Key_3);
        QVERIFY(desk.find<QWidget>(u"rejection"_s)->isHidden());
        QCOMPARE(desk.title(), u"Wavelength"_s);
        desk.press(Qt::Key_L);
        QTRY_COMPARE(shelf.match(u"wave"_s).decision.verdict, Verdict::Postponed);
        QCOMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::NoArticle);
        QCOMPARE(shelf.match(u"heat"_s).decision.verdict, Verdict::Rejected);
        QCOMPARE(shelf.match(u"heat"_s).decision.reason, u"A series, not a film."_s);
        QTRY_VERIFY(desk.strip().contains(u"nothing left"_s));
        desk.chooseState(1);
        QTRY_COMPARE(desk.rows(), 1);
        QCOMPARE(desk.title(), u"Wavelength"_s);
    }

    void escapeRejectsNothing()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_R);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.find<QWidget>(u"rejection"_s)->isHidden());
        desk.press(Qt::Key_2);
        QCOMPARE(desk.candidate(), u"Dune (1984 film)"_s);
        QCOMPARE(desk.title(), u"Dune"_s);
    }

    void undoGoesBackToTheItem()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_A);
        desk.press(Qt::Key_N);
        QCOMPARE(desk.title(), u"Wavelength"_s);
        desk.press(Qt::Key_U);
        QCOMPARE(desk.title(), u"Heat"_s);
        desk.press(Qt::Key_U);
        QCOMPARE(desk.title(), u"Dune"_s);
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::Unreviewed);
        QCOMPARE(shelf.match(u"heat"_s).decision.verdict, Verdict::Unreviewed);
        QTRY_COMPARE(desk.strip().section(u" · "_s, 0, 0), u"3 left"_s);
        QVERIFY(!desk.find<QToolButton>(u"undoDecisionButton"_s)->isEnabled());
        QCOMPARE(desk.text(u"reviewStanding"_s), u"Not reviewed: Two films fit almost equally well."_s);
    }

    void whatCannotBeWrittenIsTakenBack()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        shelf.ask([](Connection &connection) {
            if (connection.engine() == Connection::Engine::SQLite)
                return connection.run(
                    u"CREATE TRIGGER full_disk BEFORE INSERT ON decisions BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
            const QString function = u"CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
                                     "$$BEGIN RAISE EXCEPTION 'full'; END$$"_s;
            return connection.run(function).and_then([&] {
                return connection.run(u"CREATE TRIGGER full_disk BEFORE INSERT ON decisions FOR EACH ROW "
                                      "EXECUTE FUNCTION full_disk()"_s);
            });
        });
        desk.press(Qt::Key_A);
        QCOMPARE(desk.title(), u"Heat"_s);
        QTRY_VERIFY2(desk.message().startsWith(u"Dune was not changed: "_s), qPrintable(desk.message()));
        QCOMPARE(desk.title(), u"Dune"_s);
        QCOMPARE(desk.text(u"reviewStanding"_s), u"Not reviewed: Two films fit almost equally well."_s);
        QTRY_VERIFY(desk.strip().startsWith(u"3 left"_s));
    }

    void newMatchesDoNotMoveAnybody()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_Down);
        QCOMPARE(desk.title(), u"Heat"_s);
        shelf.list({FilmShelf::film(u"alien"_s, u"Alien"_s, 1979)});
        shelf.weigh(u"alien"_s, {}, FilmShelf::asked(u"Nothing was found."_s));
        desk.page.refresh();
        QTRY_COMPARE(desk.rows(), 4);
        QCOMPARE(desk.title(), u"Heat"_s);
        QCOMPARE(desk.queue()->currentIndex().row(), 1);
        QTRY_COMPARE(desk.strip(), u"4 left"_s);
    }

    void aChosenCandidateSurvivesARefresh()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_2);
        const QSignalSpy read(desk.queue()->model(), &QAbstractItemModel::dataChanged);
        shelf.weigh(u"heat"_s, {}, FilmShelf::asked(u"Nothing was found."_s));
        desk.page.refresh();
        QTRY_VERIFY(!read.isEmpty());
        QCOMPARE(desk.candidate(), u"Dune (1984 film)"_s);
    }

    void wordsFindATitle()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        auto *words = desk.find<QLineEdit>(u"reviewWords"_s);
        words->setFocus();
        QTest::keyClicks(words, u"heAt"_s); // a letter in a field is no verb
        QTRY_COMPARE(desk.rows(), 1);
        QCOMPARE(desk.title(), u"Heat"_s);
        QCOMPARE(shelf.match(u"heat"_s).decision.verdict, Verdict::Unreviewed);
        words->setText(u"nowhere"_s);
        QTRY_COMPARE(desk.rows(), 0);
        QTRY_COMPARE(desk.text(u"reviewNone"_s), u"No title has these words."_s);
        QVERIFY(!desk.find<QToolButton>(u"acceptButton"_s)->isEnabled());
    }

    void otherWordsBringOtherCandidates()
    {
        EngineShelf shelf;
        fill(shelf);
        shelf.keepFilm(u"Q777"_s, u"Wavelength (1967 film)"_s);
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        desk.queue()->setCurrentIndex(desk.queue()->model()->index(2, 0));
        QVERIFY(desk.find(u"noCandidates"_s)->isVisible());
        desk.press(Qt::Key_Slash);
        auto *words = desk.find<QLineEdit>(u"searchWords"_s);
        QTRY_VERIFY(words->hasFocus());
        QCOMPARE(words->text(), u"Wavelength"_s);
        QTest::keyClicks(words, u"Q777"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(desk.candidate(), u"Wavelength (1967 film)"_s);
        QCOMPARE(shelf.match(u"wave"_s).candidates.size(), 1);
        QCOMPARE(desk.title(), u"Wavelength"_s);
        desk.press(Qt::Key_A);
        QTRY_COMPARE(shelf.match(u"wave"_s).decision.wikidataId, u"Q777"_s);
    }

    void aFailedSearchIsToldInline()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_Slash);
        auto *words = desk.find<QLineEdit>(u"searchWords"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(desk.find<QWidget>(u"reviewMessage"_s)->isVisible());
        QVERIFY(words->isVisible()); // to try again
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!words->isVisible());
        QCOMPARE(desk.title(), u"Dune"_s);
    }

    void acceptedFilmsGetTheirRows()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        const QSignalSpy decided(&desk.page, &ReviewPage::decided);
        desk.press(Qt::Key_A);
        const auto movie = [&] {
            return shelf
                .ask([id = shelf.idOf(u"dune"_s)](Connection &connection) { return library::movieOf(connection, id); })
                .value_or(std::nullopt);
        };
        QTRY_VERIFY_WITH_TIMEOUT(movie().has_value(), 10'000);
        QTRY_COMPARE(decided.size(), 2); // written, and recorded
    }

    void historyTakesAnyDecisionBack()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_N);
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::NoArticle);
        desk.press(Qt::Key_Up);
        QCOMPARE(desk.title(), u"Dune"_s);
        desk.press(Qt::Key_H);
        auto *history = desk.find<QTableView>(u"history"_s);
        QTRY_COMPARE(history->model()->rowCount(), 2);
        QCOMPARE(history->model()->index(0, ReviewHistoryModel::Who).data().toString(), u"anna"_s);
        QTest::mouseClick(desk.find<QToolButton>(u"takeBackButton"_s), Qt::LeftButton);
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::Unreviewed);
        QTRY_COMPARE(history->model()->rowCount(), 3);
        QCOMPARE(desk.title(), u"Dune"_s);
        QVERIFY(!desk.find<QToolButton>(u"undoDecisionButton"_s)->isEnabled()); // nothing is left of this session
    }

    void undoReachesBackBehindARestart()
    {
        EngineShelf shelf;
        fill(shelf);
        shelf.ask([id = shelf.idOf(u"heat"_s)](Connection &connection) {
            return library::decide(
                connection, {.item = id, .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"anna"_s});
        });
        Desk desk(shelf);
        QTRY_VERIFY(desk.strip().contains(u"undo: “Heat → no article”"_s));
        desk.press(Qt::Key_U);
        QTRY_COMPARE(shelf.match(u"heat"_s).decision.verdict, Verdict::Unreviewed);
        QTRY_VERIFY(!desk.find<QToolButton>(u"undoDecisionButton"_s)->isEnabled());
        QTRY_COMPARE(desk.rows(), 3); // it is there again
        QCOMPARE(desk.title(), u"Heat"_s);
    }

    // Many at once

    void facetsCountAndFilter()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        auto *reason = desk.find<QComboBox>(u"reviewReason"_s);
        QTRY_COMPARE(reason->count(), 3);
        QCOMPARE(reason->itemText(1), u"Two films fit almost equally well. (2)"_s);
        QVERIFY(desk.find<QComboBox>(u"reviewWho"_s)->isHidden()); // nothing to choose
        reason->setCurrentIndex(2);
        QTRY_COMPARE(desk.rows(), 1);
        QCOMPARE(desk.title(), u"Wavelength"_s);
        QCOMPARE(desk.find<QComboBox>(u"reviewState"_s)->currentText(), u"Not reviewed (1)"_s);
        QTest::mouseClick(desk.find<QToolButton>(u"clearFiltersButton"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.rows(), 3);
        desk.find<QComboBox>(u"reviewSort"_s)->setCurrentIndex(2);
        QTRY_COMPARE(desk.queue()->model()->index(2, 0).data().toString(), u"Wavelength"_s); // without candidates: last
    }

    void allAboveAScoreAreAcceptedAfterAForecast()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ShiftModifier);
        desk.find<QDoubleSpinBox>(u"leastScore"_s)->setValue(50);
        QTRY_VERIFY2(desk.text(u"acceptForecast"_s).startsWith(u"2 titles would"_s),
                     qPrintable(desk.text(u"acceptForecast"_s)));
        QTest::mouseClick(desk.find<QToolButton>(u"acceptAllButton"_s), Qt::LeftButton);
        QTRY_COMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::Accepted);
        QCOMPARE(shelf.match(u"heat"_s).decision.verdict, Verdict::Accepted);
        QTRY_COMPARE(desk.rows(), 1);
        QTRY_VERIFY(desk.strip().contains(u"undo: “2 titles accepted at once”"_s));
        desk.press(Qt::Key_U);
        QTRY_COMPARE(shelf.match(u"heat"_s).decision.verdict, Verdict::Unreviewed);
        QCOMPARE(shelf.match(u"dune"_s).decision.verdict, Verdict::Unreviewed);
    }

    void aBlindCheckHidesTheMachinesAnswer()
    {
        EngineShelf shelf;
        fill(shelf);
        auto candidates = shelf.match(u"dune"_s).candidates;
        shelf.weigh(u"dune"_s, candidates,
                    {.verdict = Verdict::AcceptedByMachine,
                     .article = u"Dune (2021 film)"_s,
                     .wikidataId = u"Q60834962"_s,
                     .score = 0.9});
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 2);
        desk.press(Qt::Key_B);
        QTRY_VERIFY(desk.find<QWidget>(u"blindCheckPanel"_s)->isVisible());
        QCOMPARE(desk.rows(), 1);
        QCOMPARE(desk.title(), u"Dune"_s);
        QCOMPARE(desk.text(u"reviewStanding"_s), u"Not reviewed"_s);
        const QModelIndex first = desk.find<QListView>(u"candidates"_s)->model()->index(0, 0);
        QCOMPARE(first.data().toString(), u"Dune (1984 film)"_s); // by title
        QCOMPARE(first.data(CandidateModel::ScoreRole).toString(), QString());
        QVERIFY(!desk.find<QTableView>(u"evidence"_s)->isVisible());
        desk.press(Qt::Key_2);
        desk.press(Qt::Key_A);
        QTRY_VERIFY(desk.text(u"blindCheckText"_s).contains(u"1 of 1 answered"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_B, Qt::ShiftModifier);
        QTRY_VERIFY2(
            desk.message().startsWith(u"You agreed with the machine on 1 of 1 titles: 100% right, between 20.7% "
                                      "and 100.0%"_s),
            qPrintable(desk.message()));
        QVERIFY(desk.message().contains(u"90.0% was to be expected"_s));
        QTRY_COMPARE(desk.rows(), 2); // the queue is back
    }

    void aBlindCheckAsksAboutTheFilteredTitles()
    {
        EngineShelf shelf;
        fill(shelf);
        for (const auto &[key, id] : {std::pair(u"dune"_s, u"Q60834962"_s), std::pair(u"heat"_s, u"Q42198"_s)})
            shelf.weigh(key, shelf.match(key).candidates,
                        {.verdict = Verdict::AcceptedByMachine, .wikidataId = id, .score = 0.9});
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 1);
        desk.find<QLineEdit>(u"reviewWords"_s)->setText(u"heat"_s);
        QTRY_COMPARE(desk.rows(), 0);
        desk.queue()->setFocus();
        desk.press(Qt::Key_B);
        QTRY_COMPARE(desk.rows(), 1);
        QCOMPARE(desk.title(), u"Heat"_s);
        QVERIFY2(desk.text(u"blindCheckText"_s).startsWith(u"Blind check: of the filtered titles some"_s),
                 qPrintable(desk.text(u"blindCheckText"_s)));
    }

    void tooFewDecisionsTeachNothing()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ShiftModifier);
        QTRY_VERIFY2(desk.text(u"learnText"_s).contains(u"too few to learn from"_s),
                     qPrintable(desk.text(u"learnText"_s)));
        QVERIFY(!desk.find<QToolButton>(u"useLearnedButton"_s)->isEnabled());
        QTest::keyClick(desk.find<QWidget>(u"learnPanel"_s), Qt::Key_Escape);
        QVERIFY(desk.find<QWidget>(u"learnPanel"_s)->isHidden());
        QVERIFY(desk.queue()->hasFocus());
    }

    void whatWasLearnedExplains()
    {
        EngineShelf shelf;
        fill(shelf);
        Weights weights = Weights::bundled();
        for (auto &point : weights.curves[int(Signal::Title)].points)
            point.weight = 7.5;
        shelf.ask([&](Connection &connection) {
            return learned::keep(connection,
                                 {.weights = weights.toJson(),
                                  .base = learning::digest(Weights::bundled()),
                                  .titles = 30,
                                  .who = u"ann"_s});
        });
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        const auto *why = desk.find<QTableView>(u"evidence"_s)->model();
        const auto weight = [&] {
            for (int row = 0; row < why->rowCount(); ++row) {
                if (why->index(row, EvidenceModel::Name).data() == evidencewording::name(Signal::Title))
                    return why->index(row, EvidenceModel::Weight).data().toString();
            }
            return QString();
        };
        QTRY_COMPARE(weight(), u"+7.5"_s);
    }

    void aDecisionMadeElsewhereShowsUp()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 3);
        shelf.ask([id = shelf.idOf(u"heat"_s)](Connection &connection) {
            return library::decide(
                connection, {.item = id, .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"bob"_s});
        });
        QTRY_COMPARE(desk.strip(), u"2 left"_s); // by itself
        QCOMPARE(desk.queue()->model()->index(1, 0).data(ReviewModel::VerdictRole).toInt(), int(Verdict::NoArticle));
        QCOMPARE(desk.title(), u"Dune"_s);
    }

    void aFailedLookUpSaysWhyAndWhenItIsTriedAgain()
    {
        EngineShelf shelf;
        fill(shelf);
        shelf.list({FilmShelf::film(u"alien"_s, u"Alien"_s, 1979)});
        shelf.ask([id = shelf.idOf(u"alien"_s)](Connection &connection) {
            return library::keepFailed(connection, {id}, {.kind = Error::Kind::Network, .message = u"No answer."_s});
        });
        Desk desk(shelf);
        desk.chooseState(2);
        QTRY_COMPARE(desk.title(), u"Alien"_s);
        QVERIFY2(desk.text(u"reviewStanding"_s).startsWith(u"Look-up failed: No answer. It is tried again from"_s),
                 qPrintable(desk.text(u"reviewStanding"_s)));
    }

    void theArticleOpensInTheBrowser()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        QDesktopServices::setUrlHandler(u"https"_s, this, "open");
        desk.press(Qt::Key_O);
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QCOMPARE(m_opened.toString(), u"https://en.wikipedia.org/wiki/Dune_(2021_film)"_s);
    }

    void keysAreShownOnRequest()
    {
        EngineShelf shelf;
        fill(shelf);
        Desk desk(shelf);
        QTRY_COMPARE(desk.title(), u"Dune"_s);
        auto *keys = desk.find<QWidget>(u"reviewKeysPanel"_s);
        QVERIFY(keys->isHidden());
        desk.press(Qt::Key_Question);
        QVERIFY(keys->isVisible());
        desk.press(Qt::Key_Question);
        QVERIFY(keys->isHidden());
    }

    void everyControlHasAName()
    {
        EngineShelf shelf;
        fill(shelf);
        const Desk desk(shelf);
        for (const QAbstractItemView *view : desk.page.findChildren<QAbstractItemView *>(Qt::FindChildrenRecursively)) {
            if (view->window() == &desk.page && !qobject_cast<const QHeaderView *>(view))
                QVERIFY2(!view->accessibleName().isEmpty(), qPrintable(view->objectName()));
        }
        for (const QLineEdit *edit : desk.page.findChildren<QLineEdit *>())
            QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
    }

    void allSettledIsSaid()
    {
        EngineShelf shelf;
        const Item heat = FilmShelf::film(u"heat"_s, u"Heat"_s, 1995);
        shelf.list({heat});
        shelf.weigh(u"heat"_s, {FilmShelf::article(u"Q42198"_s, u"Heat (1995 film)"_s, 1995)},
                    {.verdict = Verdict::AcceptedByMachine, .wikidataId = u"Q42198"_s});
        const Desk desk(shelf);
        QTRY_COMPARE(desk.text(u"reviewNone"_s), u"Nothing waits for you."_s);
        QCOMPARE(desk.strip(), u"nothing left"_s);
    }

    void aLongQueueIsReadAsItIsScrolled()
    {
        EngineShelf shelf;
        addOpen(shelf, 0, 450);
        const Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 200);
        desk.queue()->scrollToBottom();
        QTRY_COMPARE(desk.rows(), 400);
        desk.queue()->scrollToBottom();
        QTRY_COMPARE(desk.rows(), 450);
        QCOMPARE(desk.title(), u"Film 0"_s);
    }

    void manyNewMatchesMoveNobodyAndAreAllReached()
    {
        constexpr int Known = 210;
        constexpr int All = Known + reviewing::Most + 100;
        EngineShelf shelf;
        addOpen(shelf, 0, Known);
        Desk desk(shelf);
        QTRY_COMPARE(desk.rows(), 200);
        desk.press(Qt::Key_Down);
        QCOMPARE(desk.title(), u"Film 1"_s);
        addOpen(shelf, Known, All);
        desk.page.refresh();
        QTRY_COMPARE(desk.strip(), u"%L1 left"_s.arg(All));
        QCOMPARE(desk.title(), u"Film 1"_s);
        QTRY_COMPARE(
            [&] {
                desk.queue()->scrollToBottom();
                return desk.rows();
            }(),
            All);
        QCOMPARE(desk.title(), u"Film 1"_s);
        QCOMPARE(desk.queue()->currentIndex().row(), 1);
    }

public slots:
    void open(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;
};

QTEST_MAIN(TestReview)
#include "tst_review.moc"
