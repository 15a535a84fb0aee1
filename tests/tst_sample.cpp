#include "jobs/beginnings.h"
#include "jobs/crawling.h"
#include "net/httpclient.h"
#include "net/recording.h"
#include "store/database.h"
#include "store/library.h"
#include "store/table.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals;
using namespace std::chrono_literals;

class TestSample : public QObject
{
    Q_OBJECT

    template<typename Work>
    auto ask(Work work)
    {
        return QCoro::waitFor(m_database.run(std::move(work))).value();
    }

private slots:
    void initTestCase()
    {
        m_http.replay(crawling::sampleAnswers().value());
        QElapsedTimer timer;
        timer.start();
        const auto crawl = QCoro::waitFor(crawling::prepare(services(), crawling::sample()));
        m_tally = QCoro::waitFor(crawling::run(std::make_shared<Job>(), services(), crawl.value().id)).value();
        m_took = timer.durationElapsed();
        qInfo("crawled in %lld ms", qlonglong(timer.elapsed()));
    }

    void itTakesLessThanThreeSeconds()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("The sanitizers take their time.");
#endif
        QCOMPARE_LT(m_took, 3s);
    }

    void everyTitleIsThroughWithoutANetwork()
    {
        QCOMPARE_GE(m_tally.listed, 60);
        QCOMPARE(m_tally.open, 0);
        QCOMPARE(m_tally.failed, 0);
        const auto notes = ask([](Connection &c) { return library::notes(c, {}); });
        for (const Note &note : notes)
            qInfo() << note.subject << note.error.message << note.error.detail;
        QCOMPARE(notes.size(), 0);
    }

    void aFewAreLeftForAPerson()
    {
        QCOMPARE_GE(m_tally.toReview, 3);
        QCOMPARE_LE(m_tally.toReview, 10);
        QCOMPARE(m_tally.recorded + m_tally.toReview, m_tally.listed);
    }

    void isMatchedRight_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("article");
        const auto row = [](const QString &title, int year, const QString &article) {
            QTest::addRow("%s %d", qUtf8Printable(title), year) << title << year << article;
        };
        row(u"A Star Is Born"_s, 1937, u"A Star Is Born (1937 film)"_s);
        row(u"A Star Is Born"_s, 1954, u"A Star Is Born (1954 film)"_s);
        row(u"A Star Is Born"_s, 1976, u"A Star Is Born (1976 film)"_s);
        row(u"A Star Is Born"_s, 2018, u"A Star Is Born (2018 film)"_s);
        row(u"Dune"_s, 1984, u"Dune (1984 film)"_s);
        row(u"Dune"_s, 2021, u"Dune (2021 film)"_s);
        row(u"Men"_s, 2022, u"Men (2022 film)"_s);
        row(u"Network"_s, 1976, u"Network (1976 film)"_s);
        row(u"Her"_s, 2013, u"Her (2013 film)"_s);
        row(u"Saw"_s, 2004, u"Saw (2004 film)"_s);
        row(u"Fargo"_s, 1996, u"Fargo (1996 film)"_s);
        row(u"The Road Warrior"_s, 1981, u"Mad Max 2"_s);
        row(u"Naked Gun: From the Files of Police Squad!"_s, 1988, u"The Naked Gun: From the Files of Police Squad!"_s);
    }

    void isMatchedRight()
    {
        QFETCH(const QString, title);
        QFETCH(const int, year);
        QFETCH(const QString, article);
        const auto match = find(title, year);
        QVERIFY(match);
        QCOMPARE(match->decision.verdict, Verdict::AcceptedByMachine);
        QCOMPARE(match->decision.article, article);
    }

    void oneIsFoundByNothingButTheSearch()
    {
        const auto match = find(u"Naked Gun: From the Files of Police Squad!"_s, 1988);
        QVERIFY(match);
        QVERIFY(!match->item.imdbId && !match->item.tmdbId && !match->item.wikidataId);
        QVERIFY(!match->candidates.isEmpty());
        QCOMPARE(match->candidates.first().title, match->decision.article);
        QCOMPARE_GE(match->candidates.first().rank, 1); // a guessed title, and what it redirects to, has none
    }

    void nothingDoubtfulIsAccepted_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("year");
        QTest::newRow("two films of one year") << u"Frozen"_s << 2010;
        QTest::newRow("an id of something else") << u"Carlos"_s << 2010;
        QTest::newRow("no article anywhere") << u"Top Ten Monks"_s << 2010;
    }

    void nothingDoubtfulIsAccepted()
    {
        QFETCH(const QString, title);
        QFETCH(const int, year);
        const auto match = find(title, year);
        QVERIFY(match);
        QCOMPARE(match->decision.verdict, Verdict::Unreviewed);
        QVERIFY(!match->decision.reason.isEmpty());
    }

    void candidatesCanBeReadWithoutANetwork()
    {
        const library::MatchFilter open{.verdicts = {Verdict::Unreviewed}};
        const auto matches = ask([&](Connection &c) { return library::matches(c, open, 100); });
        QVERIFY(!matches.isEmpty());
        for (const Match &match : matches) {
            for (const Candidate &candidate : match.candidates) {
                if (candidate.key.isEmpty())
                    continue; // without an article
                const auto read
                    = QCoro::waitFor(beginnings::read(services(), match.item.gallery, {candidate.title}, {}));
                QVERIFY2(read, qUtf8Printable(candidate.title));
                QVERIFY2(!read->value(candidate.title).isEmpty(), qUtf8Printable(candidate.title));
            }
        }
    }

    void theTenTablesAreFilled_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("atLeast");
        for (const auto &[table, atLeast] : QList<std::pair<const char *, int>>{{"movies", 60},
                                                                                {"directors", 40},
                                                                                {"writers", 40},
                                                                                {"studios", 30},
                                                                                {"distributors", 15},
                                                                                {"actors", 300},
                                                                                {"genres", 10},
                                                                                {"cast", 400},
                                                                                {"ratings", 60},
                                                                                {"movie_genres", 100}})
            QTest::newRow(table) << QString::fromLatin1(table) << atLeast;
    }

    void theTenTablesAreFilled()
    {
        QFETCH(const QString, table);
        QFETCH(const int, atLeast);
        QCOMPARE_GE(ask([&](Connection &c) { return table::count(c, {.table = table}); }), atLeast);
    }

private:
    Services services() { return {.http = m_http, .sample = m_http, .database = m_database, .origins = {}}; }

    std::optional<Match> find(const QString &title, int year)
    {
        const library::MatchFilter filter{.words = title};
        const auto found = ask([&](Connection &c) { return library::matches(c, filter, 100); });
        const auto match
            = std::ranges::find_if(found, [&](const Match &m) { return m.item.title == title && m.item.year == year; });
        return match == found.end() ? std::nullopt : std::optional(*match);
    }

    HttpClient m_http{HttpOptions{}};
    Database m_database{u":memory:"_s};
    Tally m_tally;
    std::chrono::nanoseconds m_took{0};
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
