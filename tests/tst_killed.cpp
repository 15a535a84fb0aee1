#include "localweb.h"
#include "store.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals;

namespace {

constexpr int Titles = 400;
constexpr int Delay = 20; ///< ms that an answer takes, so that there is a middle to be killed in
constexpr int MostRequests = 8; ///< that a program sends before it is killed

void withIds(origin::World &world)
{
    made<Titles>(world);
}

/// Everything has to be searched for.
void withoutIds(origin::World &world)
{
    made<Titles / 4>(world);
    world.withIds = false;
}

/// What a request asks for, thing by thing, by the names that kept() uses.
QStringList thingsOf(const QUrl &url, const origin::HttpRequest &request)
{
    static const QRegularExpression name(u"\\bwd:(Q\\d+)|\"(tt\\d+)\""_s);
    QStringList things;
    const auto add = [&](const QString &kind, const char *parameter) {
        for (const QByteArray &each : request.query.value(parameter).split('|'))
            things.append(kind + QString::fromUtf8(each));
    };
    if (request.query.value("action") == "wbgetentities")
        add(u"entity "_s, "ids");
    if (request.query.value("prop") == "revisions")
        add(u"article "_s, "titles");
    for (const auto &match : name.globalMatch(QString::fromUtf8(request.query.value("query"))))
        things.append((match.hasCaptured(2) ? u"found "_s : u"label "_s) + match.captured(match.lastCapturedIndex()));
    if (request.method == "GET")
        things.append(u"answer "_s + url.toString());
    return things;
}

/// What the rows know of the web: it is not to be asked for again.
QSet<QString> kept(const TestStore &store)
{
    Database database(store.address());
    const auto all = QCoro::waitFor(database.read([](Connection &connection) {
        return connection.all(u"SELECT 'entity ' || wikidata_id FROM entities "
                              "UNION ALL SELECT 'article ' || title FROM articles "
                              "UNION ALL SELECT 'label ' || wikidata_id FROM labels WHERE name IS NOT NULL "
                              "UNION ALL SELECT 'found ' || i.imdb_id FROM items i "
                              "JOIN resolved r ON r.item_id = i.item_id WHERE i.imdb_id IS NOT NULL "
                              "UNION ALL SELECT 'answer ' || url FROM responses"_s,
                              {}, [](const Rows &row) { return row.value(0).toString(); });
    }));
    const QStringList things = got(all);
    return {things.begin(), things.end()};
}

}

/// The program itself, killed in the middle again and again.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void noTitleIsLostOrDoubled_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<LocalWeb::Fill>("fill");
        QTest::addColumn<int>("kills");
        QTest::addRow("SQLite") << u"sqlite"_s << &withIds << 30;
        QTest::addRow("SQLite, searching") << u"sqlite"_s << &withoutIds << 10;
        QTest::addRow("PostgreSQL") << u"postgresql"_s << &withIds << 10;
    }
    void noTitleIsLostOrDoubled()
    {
        QFETCH(const QString, engine);
        QFETCH(const LocalWeb::Fill, fill);
        QFETCH(const int, kills);
        SKIP_WITHOUT_SERVER(engine);
        LocalWeb web(fill);
        int killed = 0;
        while (killed < kills) { // a new database where a crawl is through before the last of them
            const TestStore store(engine);
            killed += crawlAndKill(web, store, kills - killed);
            check(web, store);
        }
        QCOMPARE(killed, kills);
    }

private:
    /// Starts the same command until it is through, and kills it at random moments as often as is wanted.
    int crawlAndKill(LocalWeb &web, const TestStore &store, int wanted)
    {
        web.local.reset();
        web.local.misbehave({.match = "", .what = "late", .delay = Delay});
        QSet<QString> asked;
        for (int killed = 0;; ++killed) {
            const QSet<QString> known = killed > 0 ? kept(store) : QSet<QString>();
            const QObject watch;
            connect(&web.local, &Origin::asked, &watch, [&](const origin::HttpRequest &request) {
                for (const QString &thing : thingsOf(urlOf(web, request), request)) {
                    QVERIFY2(!known.contains(thing), qPrintable(u"asked for again: "_s + thing));
                    asked.insert(thing);
                }
            });
            QProcess process;
            start(process, web, store);
            if (killed < wanted)
                killAtRandom(process, web);
            if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
                QTest::qFail("It does not end.", __FILE__, __LINE__);
            if (process.exitStatus() == QProcess::CrashExit)
                continue;
            if (process.exitCode() != 0)
                QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
            qInfo("killed %d times, %d requests", killed, total(web));
            areKeptBySameNames(kept(store).intersect(asked));
            return killed;
        }
    }

    /// Kills within the next few requests.
    void killAtRandom(QProcess &process, const LocalWeb &web)
    {
        const int moment = total(web) + m_random.bounded(1, MostRequests);
        const auto isThere = [&] { return process.state() == QProcess::NotRunning || total(web) >= moment; };
        if (!QTest::qWaitFor(isThere, 60'000))
            qWarning("It stands still.");
        QTest::qWait(m_random.bounded(3 * Delay));
        process.kill();
    }

    /// Else nothing would have been noticed above.
    static void areKeptBySameNames(const QSet<QString> &things)
    {
        for (const QString &kind : {u"entity "_s, u"article "_s, u"label "_s}) {
            const auto isOfKind = [&](const QString &thing) { return thing.startsWith(kind); };
            QVERIFY2(std::ranges::any_of(things, isOfKind), qPrintable(kind));
        }
    }

    static int total(const LocalWeb &web) { return web.local.counts()["total"_L1].toInt(); }

    static QUrl urlOf(const LocalWeb &web, const origin::HttpRequest &request)
    {
        const QUrl host = web.local.url(QString::fromLatin1(request.host));
        return host.resolved(QUrl::fromEncoded(request.target));
    }

    static void start(QProcess &process, const LocalWeb &web, const TestStore &store)
    {
        QStringList arguments{u"crawl"_s, MadeStream, u"--pace-off"_s, u"--db"_s, store.address()};
        for (const QString &setting : web.local.settings())
            arguments += {u"--origin"_s, setting};
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        QVERIFY(process.waitForStarted());
    }

    static void check(const LocalWeb &web, const TestStore &store)
    {
        const auto titles = web.local.world().titles.size();
        Database database(store.address());
        const auto all
            = QCoro::waitFor(database.run([](Connection &c) { return library::matches(c, {}, 10 * Titles); })).value();
        QSet<QString> keys;
        for (const Match &match : all)
            keys.insert(match.item.key);
        QCOMPARE(all.size(), titles);
        QCOMPARE(keys.size(), titles);
        const auto tally = QCoro::waitFor(database.run([](Connection &c) { return library::tally(c); })).value();
        QCOMPARE(tally.open, 0);
        QCOMPARE(tally.failed, 0);
        QCOMPARE(tally.recorded + tally.toReview, titles);
    }

    QRandomGenerator m_random{20261123};
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
