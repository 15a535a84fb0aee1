#include "match/score.h"
#include "reviewpage.h"
#include "store/database.h"
#include "store/library.h"
#include "timing.h"
#include "turns.h"

#include "jobs/services.h"
#include "net/httpclient.h"
#include "net/recording.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::Literals;
using timing::got;

namespace {

constexpr int Titles = 100'000;
constexpr int AtOnce = 500; // written in one transaction
constexpr int Decisions = 200;
constexpr int KeyInterval = 40; // ms: a fast hand

Item itemOf(int number)
{
    return {.source = u"file"_s,
            .key = u"k%1"_s.arg(number),
            .title = u"The Film of %1 Nights"_s.arg(number),
            .year = 1950 + number % 70,
            .runtime = 80 + number % 60,
            .directors = {u"Director %1"_s.arg(number % 500)},
            .cast = {u"Actor %1"_s.arg(number % 900), u"Actor %1"_s.arg(number % 700)},
            .url = QUrl(u"https://films.example/%1"_s.arg(number)),
            .crawledAt = QDateTime::currentDateTimeUtc()};
}

Candidate candidateOf(int number, int place)
{
    const QString title = u"The Film of %1 Nights (%2 film)"_s.arg(number).arg(1950 + (number + place) % 70);
    Candidate candidate{.page = {number * 10 + place + 1},
                        .wikidataId = u"Q%1"_s.arg(number * 10 + place + 1),
                        .key = QString(title).replace(u' ', u'_'),
                        .title = title,
                        .description = u"film by somebody"_s,
                        .excerpt = u"It is a <span class=\"searchmatch\">film</span> about nights and days."_s,
                        .rank = place + 1,
                        .year = 1950 + (number + place) % 70,
                        .directors = {u"Director %1"_s.arg((number + place) % 500)},
                        .runtimes = {80 + number % 60},
                        .film = true,
                        .type = u"film"_s};
    candidate.evidence[Signal::Title] = 1.0F;
    candidate.evidence[Signal::Year] = place == 0 ? 1.0F : 0.4F;
    candidate.evidence[Signal::Type] = 1.0F;
    candidate.score = place == 0 ? (number % 1000) / 1000.0 : 0.01;
    return candidate;
}

library::Weighed weighedOf(int number, ItemId item)
{
    constexpr std::array Reasons{u"Too little speaks for the best one.", u"Two films fit almost equally well.",
                                 u"The best may be another part of the series.", u"No film of this title was found."};
    library::Weighed weighed{.item = item};
    for (int place = 0; place < 5; ++place)
        weighed.candidates.append(candidateOf(number, place));
    weighed.decision = {.item = item, .reason = QString(Reasons[size_t(number) % Reasons.size()])};
    return weighed;
}

void fillSome(Connection &connection, const Crawl &crawl, int from)
{
    QList<Item> items;
    for (int number = from; number < from + AtOnce; ++number)
        items.append(itemOf(number));
    got(library::add(connection, crawl, items));
    QList<library::Weighed> weighed;
    for (int number = from; number < from + AtOnce; ++number)
        weighed.append(weighedOf(number, {number + 1}));
    got(library::keepWeighed(connection, weighed));
}

Result<> fill(Connection &connection)
{
    Crawl crawl{.gallery = {.source = u"file"_s, .provider = u"/films.csv"_s, .name = u"films.csv"_s},
                .startedAt = QDateTime::currentDateTimeUtc()};
    crawl.gallery.id = got(library::keepGallery(connection, crawl.gallery));
    crawl = got(library::startCrawl(connection, crawl));
    for (int from = 0; from < Titles; from += AtOnce)
        fillSome(connection, crawl, from);
    return {};
}

/// A review page in a window, over a database of waiting titles; no web.
struct Desk
{
    HttpClient http{HttpOptions{}};
    Database database;
    std::unique_ptr<ReviewPage> page;

    explicit Desk(const QString &file)
        : database(file)
    {
        http.replay(std::make_shared<Recording>());
        page
            = std::make_unique<ReviewPage>(Services{.http = http, .sample = http, .database = database, .origins = {}});
        page->resize(1100, 680);
    }

    template<typename Widget = QLabel>
    Widget *find(const QString &name) const
    {
        return page->findChild<Widget *>(name);
    }
    QString title() const { return find(u"reviewTitle"_s)->text(); }
    int rows() const { return find<QListView>(u"reviewQueue"_s)->model()->rowCount(); }
    QString state() const { return find<QComboBox>(u"reviewState"_s)->currentText(); }
};

/// Until something is so; ms.
double until(const auto &isSo)
{
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return double(timer.nsecsElapsed()) / 1e6;
}

void benchOpening(Desk &desk)
{
    desk.page->show();
    desk.page->refresh();
    const double ms = until([&] { return desk.rows() > 0 && desk.state().contains(u"100,000"_s); });
    std::printf("%-46s %8.0f ms   (at most 300)\n", "opens: first titles and all counts", ms);
}

void benchFilter(Desk &desk, const char *name, const auto &change)
{
    const QSignalSpy reset(desk.find<QListView>(u"reviewQueue"_s)->model(), &QAbstractItemModel::modelReset);
    change();
    const double ms = until([&] { return !reset.isEmpty(); });
    std::printf("filters: %-37s %8.0f ms   (at most 100)\n", name, ms);
}

void benchFilters(Desk &desk)
{
    const auto choose = [&](const QString &box, int row) {
        return [&desk, box, row] { desk.find<QComboBox>(box)->setCurrentIndex(row); };
    };
    benchFilter(desk, "score from 99 %", choose(u"reviewScore"_s, 1));
    benchFilter(desk, "and a reason", choose(u"reviewReason"_s, 1));
    benchFilter(desk, "score again all", choose(u"reviewScore"_s, 0));
    benchFilter(desk, "reason again all", choose(u"reviewReason"_s, 0));
    benchFilter(desk, "the least certain first", choose(u"reviewSort"_s, 1));
    benchFilter(desk, "the surest first", choose(u"reviewSort"_s, 2));
    benchFilter(desk, "words of the title (200 ms of typing in it)",
                [&] { desk.find<QLineEdit>(u"reviewWords"_s)->setText(u"99999"_s); });
    benchFilter(desk, "no words (200 ms of typing in it)", [&] { desk.find<QLineEdit>(u"reviewWords"_s)->clear(); });
    benchFilter(desk, "as they came", choose(u"reviewSort"_s, 0));
}

/// Presses the keys of a person: looks at another candidate now and then, and decides. Ends after all decisions.
class Hand : public QObject
{
public:
    Hand(Desk &desk, std::function<void()> done)
        : m_desk(desk)
        , m_done(std::move(done))
    {
        connect(&m_timer, &QTimer::timeout, this, [this] { press(); });
        m_timer.start(KeyInterval);
    }

    int stuck() const { return m_stuck; }

private:
    void press()
    {
        const Qt::Key keys[] = {Qt::Key_2, Qt::Key_1, verb()};
        const Qt::Key key = keys[m_step++ % 3];
        const QString before = m_desk.title();
        QTest::keyClick(QApplication::focusWidget(), key);
        if (m_step % 3 != 0)
            return;
        m_stuck += m_desk.title() == before ? 1 : 0; // the next item has to be there at once
        if (++m_decided < Decisions)
            return;
        m_timer.stop();
        m_done();
    }

    Qt::Key verb() const
    {
        constexpr std::array Verbs{Qt::Key_A, Qt::Key_A, Qt::Key_A, Qt::Key_N, Qt::Key_L};
        return Verbs[size_t(m_decided) % Verbs.size()];
    }

    Desk &m_desk;
    std::function<void()> m_done;
    QTimer m_timer;
    int m_step = 0;
    int m_decided = 0;
    int m_stuck = 0;
};

void benchKeys(Desk &desk, Turns &turns)
{
    desk.page->activateWindow();
    until([&] { return desk.page->isActiveWindow(); });
    desk.page->setFocus();
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    turns.begin();
    const Hand hand(desk, [&] { loop.quit(); });
    loop.exec();
    turns.end();
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    std::printf("\n%d decisions by keys: %.0f a minute (at least 120), %d times the next item was not there at once\n",
                Decisions, Decisions * 60'000.0 / ms, hand.stuck());
    std::printf(
        "turns of the event loop: 99 %% within %.1f ms, the longest %.1f ms (at most 16), busiest %.1f ms CPU: %s\n",
        turns.percentile(99), turns.percentile(100), turns.busiest(), qPrintable(turns.longest()));
}

}

/// How fast a person can review, and how fast a long queue opens and filters.
int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // GLib's dispatcher does not say when it sleeps
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Turns turns(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"review.sqlite"_s);
    QElapsedTimer timer;
    timer.start();
    {
        Database database(file);
        got(QCoro::waitFor(database.run(&fill)));
    }
    std::printf("%d titles that wait, written in %.1f s\n\n", Titles, double(timer.elapsed()) / 1000);
    Desk desk(file);
    benchOpening(desk);
    benchFilters(desk);
    benchKeys(desk, turns);
    return 0;
}
