#include "data/itemlist.h"
#include "jsonschema.h"
#include "localweb.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::Literals;

namespace {

constexpr int Titles = 30;

/// Made titles, and what the journal searched for.
void fill(origin::World &world)
{
    made<Titles>(world);
    world.addPage({.title = "Avatar", .description = "Incarnation of a deity", .text = "'''Avatar''' is a concept."});
    world.addPage({.title = "Avatar (2009 film)",
                   .description = "2009 American film by James Cameron",
                   .text = "{{Infobox film\n| name = Avatar\n}}\n'''''Avatar''''' is a film.",
                   .filmInfobox = true});
}

struct Said
{
    int code = 0;
    QByteArray out;
    QByteArray error;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

}

/// The command line's crawl, match and searches, as a person calls them, over a web of this machine.
class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_web = std::make_unique<LocalWeb>(fill); }

    void rowsAreAsTheSchemaOfTheirTableSays()
    {
        QCOMPARE(ask({u"crawl"_s, u"sample"_s}).code, 0);
        const QString folder = m_web->folder.filePath(u"all"_s);
        QCOMPARE(ask({u"export"_s, u"--all"_s, u"--format"_s, u"jsonl"_s, u"--out"_s, folder}).code, 0);
        const QJsonObject all = ask({u"tables"_s, u"--schema"_s}).json()["definitions"_L1].toObject();
        QVERIFY(all.contains("movies"_L1) && all.contains("decisions"_L1));
        int rows = 0;
        for (const QString &table : all.keys()) {
            const QJsonObject schema = ask({u"tables"_s, table, u"--schema"_s}).json();
            QCOMPARE(schema["properties"_L1], all[table]["properties"_L1]);
            QFile file(folder + u'/' + table + u".jsonl"_s);
            QVERIFY2(file.open(QIODevice::ReadOnly), qUtf8Printable(file.fileName()));
            for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine(), ++rows)
                QCOMPARE(problemsOf(schema, line), QString());
        }
        QCOMPARE_GT(rows, 4000);
        const QJsonObject movies = all["movies"_L1].toObject();
        QVERIFY(problemsOf(movies, R"({"movie_id": "one"})").contains(u"movie_id"_s));
        QCOMPARE(ask({u"tables"_s, u"nowhere"_s, u"--schema"_s}).code, 1);
    }

    void anItemListIsMatchedLineByLine()
    {
        const origin::Title &film = m_web->local.world().titles.first();
        const QByteArray known = "{\"title\": \"" + film.title + "\", \"year\": " + QByteArray::number(film.year)
            + ", \"imdb_id\": \"" + film.imdb + "\", \"stars\": [1, null]}\n";
        const QString list = written(u"list.jsonl"_s, known + "{\"title\": 7}\n{\"title\": \"Nowhere At All Ever\"}\n");

        const Said said = ask({u"match"_s, list});
        QVERIFY2(said.code == 0, said.error.constData());
        QVERIFY2(said.error.contains("ine 2"), said.error.constData());
        const auto [items, errors] = itemlist::fromJsonLines(said.out);
        QCOMPARE(errors.size(), 0);
        QCOMPARE(items.size(), 2);
        QVERIFY(items[0].wikiUrl.value_or(QUrl()).path().contains("/wiki/"_L1));
        QCOMPARE(items[0].wikidataId.value_or(QString()), u"Q%1"_s.arg(film.qid));
        QCOMPARE(items[0].extra["stars"_L1], (QJsonArray{1, QJsonValue::Null}));
        QVERIFY(!items[1].wikiUrl);
        for (const QByteArray &line : said.out.trimmed().split('\n'))
            QCOMPARE(problemsOf(line), QString());

        const Said silent = ask({u"match"_s, list, u"--out"_s, path(u"out.jsonl"_s)});
        QCOMPARE(silent.code, 0);
        QCOMPARE(silent.out, QByteArray());
        QFile out(path(u"out.jsonl"_s));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), said.out);
    }

    void aFailedLookUpIsToldFromNoArticle()
    {
        const origin::Title &film = m_web->local.world().titles.first();
        const QString list
            = written(u"list.jsonl"_s,
                      "{\"title\": \"" + film.title + "\", \"year\": " + QByteArray::number(film.year)
                          + ", \"imdb_id\": \"" + film.imdb + "\"}\n{\"title\": \"Nowhere At All Ever\"}\n");
        m_web->local.misbehave({.match = "wbgetentities", .what = "403"});
        const Said said = ask({u"match"_s, list});
        QCOMPARE(said.code, 1);
        QVERIFY2(said.error.trimmed().split('\n').last().contains("1 of 2 titles could not be looked up: "),
                 said.error.constData());
        const QList<QByteArray> lines = said.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray &line : lines)
            QCOMPARE(problemsOf(line), QString());
        const auto errorOf = [](const QByteArray &line) { return QJsonDocument::fromJson(line)["lookup_error"_L1]; };
        QVERIFY(!errorOf(lines[0]).toString().isEmpty());
        QVERIFY(errorOf(lines[1]).isUndefined());
    }

    void aCrawlOfWhichNothingCameFails()
    {
        m_web->local.misbehave({.match = "w", .what = "403"});
        const QString list = written(u"list.csv"_s, "title,year\nNowhere At All Ever,1999\n");
        QCOMPARE(ask({u"crawl"_s, list, u"--only-list"_s}).code, 0);
        const Said crawl = ask({u"crawl"_s, list});
        QCOMPARE(crawl.code, 1);
        QVERIFY2(crawl.out.contains("1 failed"), crawl.out.constData());
        QVERIFY2(crawl.error.contains("None of the 1 titles could be looked up."), crawl.error.constData());
    }

    void aFileIsCrawledAndTheStatusKnowsIt()
    {
        QByteArray csv = "title,year,imdb_id\n";
        for (int i = 0; i < 5; ++i) {
            const origin::Title &film = m_web->local.world().titles[i];
            csv += '"' + film.title + "\"," + QByteArray::number(film.year) + ',' + film.imdb + '\n';
        }
        const Said crawl = ask({u"crawl"_s, written(u"films.csv"_s, csv), u"--json"_s});
        QVERIFY2(crawl.code == 0, crawl.error.constData());
        QCOMPARE(crawl.json()["gallery"_L1], u"films.csv"_s);
        QCOMPARE(crawl.json()["listed"_L1], 5);
        QCOMPARE(crawl.json()["failed"_L1], 0);
        QCOMPARE(crawl.json()["recorded"_L1].toInt() + crawl.json()["to_review"_L1].toInt(), 5);
        QCOMPARE_GT(crawl.json()["requests"_L1].toInt(), 0);

        const Said status = ask({u"status"_s, u"--json"_s});
        QCOMPARE(status.code, 0);
        const QJsonObject gallery = status.json()["galleries"_L1][0].toObject();
        QCOMPARE(gallery["name"_L1], u"films.csv"_s);
        QCOMPARE(gallery["listed"_L1], 5);
        QCOMPARE(gallery["recorded"_L1], crawl.json()["recorded"_L1]);
        QCOMPARE(gallery["open"_L1], 0);
        QVERIFY(!status.json().contains("unfinished"_L1));
    }

    void whatCannotBeReadIsCounted()
    {
        const QString list = written(u"list.jsonl"_s, "{\"title\": \"Heat\"}\n{\"title\": 7}\nnonsense\n");
        const Said words = ask({u"crawl"_s, list, u"--only-list"_s});
        QVERIFY2(words.code == 0, words.error.constData());
        QVERIFY2(words.out.startsWith("list.jsonl: 1 titles (1 new, 0 gone, 2 unreadable), "), words.out.constData());
        const Said crawl = ask({u"crawl"_s, list, u"--only-list"_s, u"--json"_s});
        QCOMPARE(crawl.json()["listed"_L1], 1);
        QCOMPARE(crawl.json()["unreadable"_L1], 2);
    }

    void noMoreIsListedThanIsAskedFor()
    {
        const Said crawl = ask({u"crawl"_s, MadeStream, u"--limit"_s, u"7"_s, u"--only-list"_s, u"--json"_s});
        QVERIFY2(crawl.code == 0, crawl.error.constData());
        QCOMPARE(crawl.json()["listed"_L1], 7);
        QCOMPARE(crawl.json()["recorded"_L1], 0);
        const Said words = ask({u"status"_s});
        QVERIFY2(words.out.contains(": 7 titles, 0 recorded, 0 to review, 0 failed, 7 not looked up"),
                 words.out.constData());
    }

    void theStatusTellsAFilteredGalleryFromTheWhole()
    {
        for (const QString &address : {MadeStream, QString(MadeStream + u"?genres=drm&release_year_from=1980"_s)})
            QCOMPARE(ask({u"crawl"_s, address, u"--only-list"_s}).code, 0);
        const Said words = ask({u"status"_s});
        QVERIFY2(words.out.contains("\nMade Stream (United States): 30 titles"), words.out.constData());
        QVERIFY2(words.out.contains("\nMade Stream (United States), genres=drm, release_year_from=1980: "),
                 words.out.constData());
        const QJsonArray galleries = ask({u"status"_s, u"--json"_s}).json()["galleries"_L1].toArray();
        QCOMPARE(galleries.size(), 2);
        QVERIFY(galleries[0]["address"_L1] != galleries[1]["address"_L1]);
    }

    void searchesPrintWhatTheJournalHad()
    {
        const Said pages = ask({u"search-pages"_s, u"Avatar"_s});
        QVERIFY2(pages.code == 0, pages.error.constData());
        QCOMPARE(sorted(pages.json().keys()), (QStringList{u"how_many"_s, u"pages"_s}));
        QCOMPARE(pages.json()["how_many"_L1], 2);
        const QJsonObject page = pages.json()["pages"_L1][0].toObject();
        QCOMPARE(sorted(page.keys()),
                 (QStringList{u"description"_s, u"excerpt"_s, u"id"_s, u"key"_s, u"matched_title"_s, u"thumbnail"_s,
                              u"title"_s}));

        const Said movies = ask({u"search-movies"_s, u"Avatar"_s});
        QVERIFY2(movies.code == 0, movies.error.constData());
        QCOMPARE(sorted(movies.json().keys()), (QStringList{u"how_many"_s, u"movies"_s}));
        QCOMPARE(movies.json()["how_many"_L1], 1);
        const QJsonObject movie = movies.json()["movies"_L1][0].toObject();
        QCOMPARE(movie["title"_L1], u"Avatar (2009 film)"_s);
        QVERIFY(movie["url"_L1].toString().endsWith("/wiki/Avatar_(2009_film)"_L1));

        const Said one = ask({u"search-pages"_s, u"Avatar"_s, u"--limit"_s, u"1"_s});
        QCOMPARE(one.json()["pages"_L1].toArray().size(), 1);
    }

    void anErrorNamesTheHostAndThePathOfWhatWasAsked()
    {
        m_web->local.misbehave({.match = "search/page", .what = "403"});
        const Said said = ask({u"search-pages"_s, u"Casa blanca/é"_s});
        QCOMPARE(said.code, 1);
        const QList<QByteArray> lines = said.error.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].startsWith("  403 http://127.0.0.1:") && lines[1].endsWith("/search/page"),
                 said.error.constData());
    }

    void providersAreNamed()
    {
        const Said said = ask({u"providers"_s, u"us"_s});
        QVERIFY2(said.code == 0, said.error.constData());
        QVERIFY2(said.out.contains("made\tmde\tMade Stream\n"), said.out.constData());
    }

    void aCountryThatIsNoneIsSaidToBeUnknown()
    {
        const Said none = ask({u"providers"_s, u"zz"_s});
        QCOMPARE(none.code, 2);
        QCOMPARE(none.error, QByteArray("cineteca-cli: JustWatch knows no country ZZ.\n"));
    }

    void itNeedsNoLibraryOfWindows()
    {
        QProcess process;
        process.start(u"ldd"_s, {QStringLiteral(CLI_PROGRAM)}); // with what its libraries need
        QVERIFY(process.waitForFinished());
        const QByteArray needed = process.readAllStandardOutput();
        QVERIFY2(needed.contains("libQt6Core.so"), needed.constData());
        for (const char *library : {"libQt6Gui", "libQt6Widgets", "libX11", "libwayland"})
            QVERIFY2(!needed.contains(library), needed.constData());
    }

    void wrongUsageIsToldFromFailure_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no command") << QStringList{} << 2;
        QTest::newRow("no such command") << QStringList{u"fly"_s} << 2;
        QTest::newRow("no file") << QStringList{u"match"_s, u"nowhere.jsonl"_s} << 2;
        QTest::newRow("no limit") << QStringList{u"search-pages"_s, u"Avatar"_s, u"--limit"_s, u"0"_s} << 2;
        QTest::newRow("no address") << QStringList{u"crawl"_s, u"https://example.org/films"_s} << 2;
        QTest::newRow("no such file") << QStringList{u"crawl"_s, u"nowhere.csv"_s} << 1;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    }
    void wrongUsageIsToldFromFailure()
    {
        QFETCH(QStringList, arguments);
        const Said said = ask(arguments);
        QTEST(said.code, "code");
        QCOMPARE(said.error.isEmpty(), said.code == 0);
    }

    void theFirstCtrlCPausesAndTheSameCommandGoesOn()
    {
        const auto process = crawlThatWaits();
        ::kill(pid_t(process->processId()), SIGINT);
        const Said paused = end(*process);
        QCOMPARE(paused.code, 3);
        QVERIFY2(paused.error.contains("Pausing after the present step."), paused.error.constData());
        QVERIFY(ask({u"status"_s}).out.contains("is not finished: start it again to go on"));

        m_web->local.behave();
        const Said done = ask({u"crawl"_s, MadeStream});
        QVERIFY2(done.code == 0, done.error.constData());
        QVERIFY2(done.error.contains("Going on with the crawl of Made Stream"), done.error.constData());
    }

    void theSecondStopsAtOnce()
    {
        const auto process = crawlThatWaits();
        const auto pid = pid_t(process->processId());
        ::kill(pid, SIGSTOP); // it cannot have paused before the second is there
        for (const int signal : {SIGINT, SIGTERM, SIGCONT})
            ::kill(pid, signal);
        const Said stopped = end(*process);
        QVERIFY2(stopped.code == 130, stopped.error.constData());

        m_web->local.behave();
        QCOMPARE(ask({u"crawl"_s, MadeStream}).code, 0);
        QVERIFY(ask({u"status"_s}).out.contains(": 30 titles"));
    }

private:
    QString path(const QString &file) const { return m_web->folder.filePath(file); }

    QString written(const QString &file, const QByteArray &bytes) const
    {
        QFile list(path(file));
        return list.open(QIODevice::WriteOnly) && list.write(bytes) == bytes.size() ? path(file) : QString();
    }

    std::unique_ptr<QProcess> started(QStringList arguments) const
    {
        arguments += {u"--pace-off"_s, u"--db"_s, path(u"commands.sqlite"_s)};
        for (const QString &setting : m_web->local.settings())
            arguments += {u"--origin"_s, setting};
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, path(u"settings"_s));
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_web->folder.path());
        process->start(QStringLiteral(CLI_PROGRAM), arguments);
        return process;
    }

    /// Waits with the events going on: the origin lives in this thread.
    static Said end(QProcess &process)
    {
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return {.code = -1};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        return {.code = code, .out = process.readAllStandardOutput(), .error = process.readAllStandardError()};
    }
    Said ask(const QStringList &arguments) const { return end(*started(arguments)); }

    /// A crawl in the middle of an answer that does not come.
    std::unique_ptr<QProcess> crawlThatWaits() const
    {
        m_web->local.misbehave({.match = "wbgetentities", .what = "late", .delay = 60'000});
        auto process = started({u"crawl"_s, MadeStream});
        const auto asked
            = [this] { return m_web->local.counts()["kinds"_L1]["wikidata wbgetentities"_L1].toInt() > 0; };
        if (!QTest::qWaitFor(asked, 20'000))
            qWarning("It never asks for what does not come.");
        return process;
    }

    std::unique_ptr<LocalWeb> m_web;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
