#include "librarystore.h"
#include "store/holds.h"
#include "store/leases.h"
#include "store/listener.h"
#include "store/paces.h"
#include "store/workers.h"

#include <QSignalSpy>

using namespace Qt::Literals;
using namespace films;
using namespace std::chrono_literals;

class TestWorkers : public LibraryStore
{
    Q_OBJECT

private slots:
    void whatOneHasTakenNobodyElseGets()
    {
        const QList<ItemId> items{added(item(u"a"_s, u"A"_s, u"tt1"_s)), added(item(u"b"_s, u"B"_s, u"tt2"_s))};
        const WorkerId one = entered();
        const WorkerId other = entered();
        QCOMPARE(taken(one, 1), items.first(1));
        QCOMPARE(taken(other, 9), items.last(1));
        QCOMPARE(taken(one, 9), QList<ItemId>());
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 0);
    }

    void twoTakeAtTheSameTime()
    {
        if (db().engine() == Connection::Engine::SQLite)
            QSKIP("SQLite has one writer at a time");
        const QList<ItemId> items{added(item(u"a"_s, u"A"_s, u"tt1"_s)), added(item(u"b"_s, u"B"_s, u"tt2"_s))};
        const WorkerId one = entered();
        const WorkerId other = entered();
        Connection &elsewhere = another();
        QVERIFY(done(db().atomically([&]() -> Result<> {
            [&] { QCOMPARE(taken(one, 1), items.first(1)); }();
            [&] { QCOMPARE(taken(other, 9, elsewhere), items.last(1)); }(); // it does not wait for the first
            return {};
        })));
    }

    void workThatIsKeptEndsTheLease()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const WorkerId one = entered();
        QCOMPARE(taken(one, 9), QList{id});
        QVERIFY(done(leases::finish(db(), one, {id})));
        QCOMPARE(leases::finish(db(), one, {id}).error().kind, Error::Kind::Cancelled);
        QCOMPARE(taken(entered(), 9), QList{id});
    }

    void theDeadLoseWhatTheyHad()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const WorkerId dead = entered();
        QCOMPARE(taken(dead, 9), QList{id});
        QVERIFY(got(leases::takeListing(db(), dead, m_crawl.id)));
        QVERIFY(got(workers::renew(db(), dead, -1s)));
        const WorkerId heir = entered();
        QCOMPARE(taken(heir, 9), QList<ItemId>());
        bury({});

        QCOMPARE(taken(heir, 9), QList{id});
        QVERIFY(got(leases::takeListing(db(), heir, m_crawl.id)));
        QVERIFY(!got(workers::renew(db(), dead)));
        QCOMPARE(leases::finish(db(), dead, {id}).error().kind, Error::Kind::Cancelled); // it was only asleep
        QCOMPARE(leases::needListing(db(), dead, m_crawl.id).error().kind, Error::Kind::Cancelled);
        QCOMPARE(toResolve(db(), m_crawl.gallery.id, {.most = 9, .worker = dead}).has_value(), true);
        QCOMPARE(leases::takeListing(db(), dead, m_crawl.id).error().kind, Error::Kind::Cancelled);
    }

    void theKnownDeadGoAtOnce()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const WorkerId dead = entered();
        const WorkerId heir = entered();
        QCOMPARE(taken(dead, 9), QList{id});
        bury({dead});
        QCOMPARE(taken(heir, 9), QList{id});
        QCOMPARE(got(workers::present(db())).size(), 1);
    }

    void whoeverLeavesGivesAllBack()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const WorkerId one = entered();
        QCOMPARE(taken(one, 9), QList{id});
        QVERIFY(got(leases::takeListing(db(), one, m_crawl.id)));
        QVERIFY(done(workers::leave(db(), one)));
        const WorkerId other = entered();
        QCOMPARE(taken(other, 9), QList{id});
        QVERIFY(got(leases::takeListing(db(), other, m_crawl.id)));
    }

    void oneLists()
    {
        std::ignore = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const WorkerId one = entered();
        const WorkerId other = entered();
        QVERIFY(got(leases::takeListing(db(), one, m_crawl.id)));
        QVERIFY(got(leases::takeListing(db(), one, m_crawl.id)));
        QVERIFY(!got(leases::takeListing(db(), other, m_crawl.id)));
        QVERIFY(done(leases::needListing(db(), one, m_crawl.id)));
        QVERIFY(done(leases::giveListing(db(), one, m_crawl.id)));
        QVERIFY(got(leases::takeListing(db(), other, m_crawl.id)));
    }

    void theLastOneSaysHowTheCrawlStands()
    {
        std::ignore = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const WorkerId one = entered();
        const WorkerId other = entered();
        QVERIFY(done(workers::leaveCrawl(db(), one, m_crawl.id, CrawlState::Paused)));
        QCOMPARE(got(library::crawl(db(), m_crawl.id)).state, CrawlState::Running);
        QVERIFY(done(workers::leaveCrawl(db(), other, m_crawl.id, CrawlState::Paused)));
        QCOMPARE(got(library::crawl(db(), m_crawl.id)).state, CrawlState::Paused);
    }

    void turnsAreAnIntervalApart()
    {
        const WorkerId one = entered();
        const WorkerId other = entered();
        const auto first = got(paces::take(db(), one, u"hosts"_s, 10s, 3));
        const auto second = got(paces::take(db(), other, u"hosts"_s, 10s, 3));
        const auto third = got(paces::take(db(), one, u"hosts"_s, 10s, 3));
        QVERIFY(first.visit && second.visit && third.visit);
        QCOMPARE(first.wait, 0ms);
        QCOMPARE_GT(second.wait, 5s);
        QCOMPARE_LE(second.wait, 10s);
        QCOMPARE_GT(third.wait, 15s);
        QCOMPARE_LE(third.wait, 20s);
        QCOMPARE(got(paces::take(db(), one, u"others"_s, 10s, 3)).wait, 0ms);
    }

    void onlySoManyVisitAtOnce()
    {
        const WorkerId one = entered();
        const WorkerId other = entered();
        const auto first = got(paces::take(db(), one, u"hosts"_s, 0ms, 1));
        QVERIFY(first.visit);
        QCOMPARE(got(paces::take(db(), other, u"hosts"_s, 0ms, 1)).visit, 0);
        QVERIFY(done(paces::end(db(), first.visit)));
        QVERIFY(got(paces::take(db(), other, u"hosts"_s, 0ms, 1)).visit);

        QVERIFY(got(workers::renew(db(), other, -1s))); // it died on its visit
        QVERIFY(got(paces::take(db(), one, u"hosts"_s, 0ms, 1)).visit);
    }

    void allRestWhenTheHostsAskOneForIt()
    {
        const WorkerId one = entered();
        QCOMPARE(got(paces::rest(db(), u"hosts"_s)), 0ms);
        QVERIFY(done(paces::hold(db(), u"hosts"_s, 30s)));
        QVERIFY(done(paces::hold(db(), u"hosts"_s, 10s))); // does not end the longer one
        const auto turn = got(paces::take(db(), one, u"hosts"_s, 1s, 3));
        QCOMPARE(turn.visit, 0);
        QCOMPARE_GT(turn.wait, 20s);
        QCOMPARE_LE(turn.wait, 30s);
        QCOMPARE_GT(got(paces::rest(db(), u"hosts"_s)), 20s);
        QVERIFY(got(paces::take(db(), one, u"others"_s, 1s, 3)).visit);
    }

    void twoWhoReviewNeverLookAtTheSame()
    {
        const ItemId a = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const ItemId b = added(item(u"b"_s, u"B"_s, u"tt2"_s));
        const WorkerId ann = entered(u"ann"_s);
        const WorkerId ben = entered(u"ben"_s);
        QCOMPARE(got(holds::turnTo(db(), ann, a)), std::nullopt);
        QCOMPARE(got(holds::turnTo(db(), ann, a)), std::nullopt);
        QCOMPARE(got(holds::turnTo(db(), ben, a)), u"ann"_s);
        QCOMPARE(got(holds::turnTo(db(), ben, b)), std::nullopt);
        QCOMPARE(taken(entered(), 9).size(), 2); // that somebody looks keeps no loop from its work

        QCOMPARE(got(holds::turnTo(db(), ann, b)), u"ben"_s);
        QCOMPARE(got(holds::turnTo(db(), ben, a)), std::nullopt); // ann has gone on
        QVERIFY(done(holds::giveBack(db(), ben)));
        QCOMPARE(got(holds::turnTo(db(), ann, a)), std::nullopt);
        bury({ann});
        QCOMPARE(got(holds::turnTo(db(), ben, a)), std::nullopt);
    }

    void decisionsElsewhereAreHeardAtOnce()
    {
        if (db().engine() == Connection::Engine::SQLite)
            QSKIP("A file tells nothing");
        const ItemId id = added(item(u"a"_s, u"A"_s));
        Listener listener(address());
        const QSignalSpy began(&listener, &Listener::began);
        const QSignalSpy decided(&listener, &Listener::decided);
        QTRY_COMPARE(began.size(), 1);
        const auto decision = got(library::decide(
            db(), {.item = id, .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"ann"_s}));
        QTRY_COMPARE(decided.size(), 1);
        QCOMPARE(decided[0][0].toLongLong(), id.value);
        got(library::undo(db(), decision, u"ann"_s));
        QTRY_COMPARE(decided.size(), 2);

        QVERIFY(done(db().run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                              "current_database() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(began.size(), 2, 10'000);
        got(library::undo(db(), decisionOf(id), u"ann"_s));
        QTRY_COMPARE(decided.size(), 3);
    }

private:
    DecisionId decisionOf(ItemId id) { return got(library::history(db(), id)).constLast().id; }

    WorkerId entered(const QString &name = u"somebody"_s)
    {
        return got(workers::enter(db(), {.name = name, .crawl = m_crawl.id, .machine = u"here"_s}));
    }

    QList<ItemId> taken(WorkerId worker, int most) { return taken(worker, most, db()); }
    QList<ItemId> taken(WorkerId worker, int most, Connection &connection)
    {
        QList<ItemId> ids;
        for (const Item &one : got(toResolve(connection, m_crawl.gallery.id, {.most = most, .worker = worker})))
            ids.append(one.id);
        return ids;
    }

    void bury(const QList<WorkerId> &known) { QVERIFY(done(workers::bury(db(), known, 0s))); }
};

QTEST_GUILESS_MAIN(TestWorkers)
#include "tst_workers.moc"
