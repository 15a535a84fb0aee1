#include "editsession.h"
#include "engineshelf.h"
#include "jobs/wholefile.h"
#include "manypanel.h"
#include "rowchoice.h"
#include "store/edithistory.h"

#include <QAction>
#include <QLabel>

using namespace Qt::Literals;
using wholefile::Findings;
using wholefile::Order;

namespace {

/// A file of people, and who imports it into a shelf, two lines at a time.
class Desk
{
public:
    Desk()
        : order{.path = m_folder.filePath(u"people.csv"_s),
                .table = u"directors"_s,
                .unknown = pasting::Unknown::IsFault,
                .who = u"ann"_s,
                .checksum = {},
                .linesOfAPart = 2}
        , m_lane(shelf.database)
    {
    }
    ~Desk() { m_lane.close(); }
    Q_DISABLE_COPY_MOVE(Desk)

    void write(const QByteArray &text) const
    {
        QFile file(order.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    Result<Findings> look() { return QCoro::waitFor(wholefile::look(job, m_lane, order)); }
    Result<Findings> import() { return QCoro::waitFor(wholefile::import(job, shelf.database, order)); }
    QStringList names()
    {
        return *shelf.ask([](Connection &connection) {
            return connection.all(u"SELECT name FROM directors ORDER BY director_id"_s, {},
                                  [](const Rows &row) { return row.value(0).toString(); });
        });
    }
    std::optional<edithistory::Act> toUndo()
    {
        return *shelf.ask([](Connection &connection) { return edithistory::toUndo(connection, u"ann"_s); });
    }

    EngineShelf shelf;

private:
    QTemporaryDir m_folder;

public:
    Order order;
    std::shared_ptr<Job> job = std::make_shared<Job>();

private:
    SideLane m_lane;
};

}

/// Files that are too long to be looked at line by line, on both engines.
class TestWholeFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
    }

    void itIsReadThroughAndThenImportedPartByPart()
    {
        Desk desk;
        desk.write("name,shelf\nAnn Hui,1\n,2\nBong Joon Ho,3\nChloé Zhao,4\nWang Bing,5\n");
        const auto found = desk.look();
        QCOMPARE(found->lines, 5);
        QCOMPARE(found->newRows, 4);
        QCOMPARE(found->faults, 1);
        QCOMPARE(found->notMade, 1);
        QCOMPARE(found->firstFaults.constFirst().line, 2); // from 0, with the headers
        QCOMPARE(found->aside, QStringList{u"shelf"_s});
        QCOMPARE(desk.names(), QStringList());

        desk.order.checksum = found->checksum;
        QCOMPARE(desk.import()->newRows, 4);
        QCOMPARE(desk.names(), QStringList({u"Ann Hui"_s, u"Bong Joon Ho"_s, u"Chloé Zhao"_s, u"Wang Bing"_s}));
    }

    void eachPartIsAnActThatCanBeUndone()
    {
        Desk desk;
        desk.write("name\nAnn Hui\nBong Joon Ho\nWang Bing\n");
        QCOMPARE(desk.import()->newRows, 3);
        const auto last = desk.toUndo();
        QCOMPARE(last->what, u"people.csv, lines 3 to 3"_s);
        desk.shelf.ask([&](Connection &connection) {
            return edithistory::undo(connection, last->batch, u"ann"_s, edithistory::OnClash::Ask);
        });
        QCOMPARE(desk.names(), QStringList({u"Ann Hui"_s, u"Bong Joon Ho"_s}));
        QCOMPARE(desk.toUndo()->what, u"people.csv, lines 1 to 2"_s);
    }

    void laterLinesMeetWhatEarlierOnesMade()
    {
        Desk desk;
        desk.order.table = u"movies"_s;
        desk.order.unknown = pasting::Unknown::IsMade;
        desk.write("title,director\nDune,Denis Villeneuve\nArrival,Denis Villeneuve\nSicario,Denis Villeneuve\n");
        QCOMPARE(desk.look()->newRows, 3);
        QCOMPARE(desk.import()->newRows, 3);
        QCOMPARE(desk.names(), QStringList{u"Denis Villeneuve"_s});
    }

    void objectsOfOtherFormsAreRead()
    {
        Desk desk;
        desk.write(R"({"name": "Ann Hui"}
{"name": "Wang Bing", "imdb_id": "nm0910867"}
{"imdb_id": "nm0000001", "name": "Fred Astaire"}
)");
        QCOMPARE(desk.import()->newRows, 3);
        QCOMPARE(desk.names(), QStringList({u"Ann Hui"_s, u"Wang Bing"_s, u"Fred Astaire"_s}));
    }

    void nothingChangesWhenAPartCannotBeRead()
    {
        Desk desk;
        desk.write("name\nAnn Hui\nBong Joon Ho\n\"Wang Bing\n");
        QCOMPARE(desk.look().error().kind, Error::Kind::Malformed);
        QCOMPARE(desk.import().error().message, u"Line 4: the quote that opens here is never closed."_s);
        QCOMPARE(desk.names(), QStringList());
        QVERIFY(!desk.toUndo());
    }

    void nothingChangesWhenItIsStopped()
    {
        Desk desk;
        QByteArray text = "name\n";
        for (int i = 0; i < 4'000; ++i)
            text += "Person " + QByteArray::number(i) + '\n';
        desk.write(text);
        QObject::connect(desk.job.get(), &Job::advanced, desk.job.get(), &Job::stop);
        QCOMPARE(desk.import().error().kind, Error::Kind::Cancelled);
        QCOMPARE(desk.names(), QStringList());
    }

    void itStopsInTheMiddleOfAPart()
    {
        Desk desk;
        QByteArray text = "name\n";
        for (int i = 0; i < 20'000; ++i)
            text += "Person " + QByteArray::number(i) + '\n';
        desk.write(text);
        desk.order.linesOfAPart = 20'000;
        QObject::connect(desk.job.get(), &Job::advanced, desk.job.get(), [&] {
            if (desk.job->progress().done > 0)
                desk.job->stop();
        });
        QCOMPARE(desk.import().error().kind, Error::Kind::Cancelled);
        QCOMPARE(desk.job->progress().total, 20'000);
        QVERIFY(desk.job->progress().done < 20'000);
        QCOMPARE(desk.names(), QStringList());
    }

    void aFileThatChangedSinceIsRefused()
    {
        Desk desk;
        desk.write("name\nAnn Hui\n");
        desk.order.checksum = desk.look()->checksum;
        desk.write("name\nWang Bing\n");
        QCOMPARE(desk.import().error().message, u"The file has changed since it was read through. Choose it again."_s);
        QCOMPARE(desk.names(), QStringList());
    }

    void theWindowReadsALongFileThroughBeforeItImportsIt()
    {
        Desk desk;
        QByteArray text = "name\n";
        for (int i = 0; i < RowChoice::MostRows; ++i)
            text += "\" \"\n";
        desk.write(text + "Ann Hui\n");
        EditSession session(desk.shelf.database, u"ann"_s);
        RowChoice choice(session);
        ManyPanel panel(session, choice);
        panel.setContext({.table = u"directors"_s});
        panel.resize(500, 600);
        panel.show();
        panel.open(desk.order.path);
        const auto *import = panel.findChild<QAction *>(u"importWhole"_s);
        QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 120'000);
        QCOMPARE(panel.findChild<QLabel *>(u"wholeFileSummary"_s)->text(),
                 u"100,001 lines: 1 new row · 100,000 cells cannot be meant and are left out · 100,000 new rows are "
                 "not made because of that"_s);
        QVERIFY(!panel.findChild<QWidget *>(u"previewList"_s)->isVisible());
        QCOMPARE(desk.names(), QStringList());

        panel.findChild<QAction *>(u"importWhole"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(desk.names(), QStringList{u"Ann Hui"_s}, 120'000);
        QTRY_VERIFY(session.toUndo());
    }
};

QTEST_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
