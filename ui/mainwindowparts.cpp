#include "action.h"
#include "consolepage.h"
#include "crawlpage.h"
#include "crawlrunner.h"
#include "databasespage.h"
#include "gallerypage.h"
#include "icons.h"
#include "inlinemessage.h"
#include "logmodel.h"
#include "logpage.h"
#include "mainwindow.h"
#include "pagelayout.h"
#include "progressstrip.h"
#include "reviewpage.h"
#include "sidebar.h"
#include "store/database.h"
#include "tablespage.h"
#include "welcomepage.h"
#include "wording.h"

#include <QActionGroup>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using namespace std::chrono_literals;

void MainWindow::arrange()
{
    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_message);
    auto *area = new QScrollArea; // for a window too small for its page
    area->setObjectName(u"pages"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *inside = new QWidget;
    inside->setLayout(m_stack);
    area->setWidget(inside);
    area->setFocusPolicy(Qt::NoFocus);
    pages->addWidget(area, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(m_switch);
    side->addWidget(m_sidebar, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addLayout(side);
    body->addLayout(pages, 1);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(m_foot);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins({});
    foot->addWidget(m_strip);
    // The crawl's own page says all that, and more.
    connect(m_stack, &PageLayout::currentChanged, this,
            [this] { m_foot->setVisible(m_stack->currentWidget() != m_crawl); });
    setCentralWidget(central);
}

void MainWindow::makePages(const Services &services, LogModel &log)
{
    m_welcome = new WelcomePage(services, m_settings, this);
    m_welcome->setAccessibleName(tr("Contact and terms"));
    m_stack->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::failed, this, &MainWindow::report);
    m_gallery = addPage(new GalleryPage(services, m_settings, *m_runner, this), u"view-list-icons"_s, tr("&Gallery"));
    m_crawl = addPage(new CrawlPage(services, *m_runner, *m_actions, this), u"download"_s, tr("&Crawl"));
    m_review = addPage(new ReviewPage(services, this), u"dialog-ok-apply"_s, tr("&Review"));
    m_tables = addPage(new TablesPage(services, &m_settings, this), u"table"_s, tr("&Tables"));
    m_console = addPage(new ConsolePage(services, m_settings, this), u"code-context"_s, tr("Co&nsole"));
    addPage(new LogPage(log, this), u"view-list-text"_s, tr("L&og"));
    m_databases = addPage(new DatabasesPage(services.database.address(), m_settings, this), u"network-connect"_s,
                          tr("&Databases"));
}

void MainWindow::enter(QWidget *page, const QString &icon, const QString &title, std::function<void()> refresh)
{
    const int row = m_sidebar->count();
    m_stack->addWidget(page);
    page->setAccessibleName(QString(title).remove(u'&'));
    m_sidebar->add(icons::named(icon), page->accessibleName());
    m_refreshers.append(std::move(refresh));
    auto *action = makeAction(this, u"view%1"_s.arg(row + 1), title, icon, {Qt::CTRL | Qt::Key(Qt::Key_1 + row)});
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    m_views->addAction(action);
}

void MainWindow::watch()
{
    connect(m_sidebar, &Sidebar::rowChosen, this, &MainWindow::select);
    connect(m_welcome, &WelcomePage::done, this, [this] { showPage(m_gallery); });
    connect(m_welcome, &WelcomePage::sampleWanted, this, &MainWindow::sampleWanted);
    connect(m_gallery, &GalleryPage::sampleWanted, this, &MainWindow::sampleWanted);
    connect(m_crawl, &CrawlPage::galleryWanted, this, [this] { showPage(m_gallery); });
    connect(m_crawl, &CrawlPage::titleWanted, this, [this](ItemId item) {
        showPage(m_review);
        m_review->bring(item);
    });
    connect(m_review, &ReviewPage::galleryWanted, this, [this] { showPage(m_gallery); });
    connect(m_review, &ReviewPage::decided, this, &MainWindow::countAll);
    connect(m_tables, &TablesPage::readBack, this, &MainWindow::countAll);
    connect(m_databases, &DatabasesPage::databaseWanted, this, &MainWindow::databaseWanted);
    connect(m_databases, &DatabasesPage::changed, this, &MainWindow::listDatabases);
    connect(m_runner, &CrawlRunner::failed, this, &MainWindow::report);
    connect(m_runner, &CrawlRunner::started, this, [this] { showPage(m_crawl); });
    connect(m_runner, &CrawlRunner::finished, this, [this] { select(m_stack->currentIndex() - 1); });
    connect(m_runner, &CrawlRunner::advanced, this, [this](const Progress &progress) {
        const auto percent = wording::percent(progress);
        setCount(m_crawl, percent && m_runner->isRunning() ? tr("%1%").arg(wording::number(*percent)) : QString());
        if (!m_countSoon.isActive())
            m_countSoon.start();
    });
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(1s);
    connect(&m_countSoon, &QTimer::timeout, this, &MainWindow::countAll);
    logCrawl();
    watchDatabase();
}

void MainWindow::tellOpening(const opening::News &news)
{
    const migrating::Report &report = news.report;
    const bool isFile = report.backupIs == migrating::Report::Backup::File;
    if (const auto &failure = news.readOnlyBecause) {
        m_log.addError(*failure);
        m_message->tell(InlineMessage::Kind::Warning,
                        tr("The database is opened only to be read. %1").arg(failure->message));
    } else if (!report.backup.isEmpty()) {
        m_message->tell(InlineMessage::Kind::Information,
                        (isFile ? tr("The database was brought from version %1 to %2. As it was it is kept in %3.")
                                : tr("The database was brought from version %1 to %2. As it was it is kept in its "
                                     "schema %3."))
                            .arg(report.from)
                            .arg(report.to)
                            .arg(report.backup));
    }
}

/// Of a database that cannot be opened: why, and where a person can do something about it.
void MainWindow::explain(const Error &why)
{
    if (why.kind == Error::Kind::Cancelled)
        return;
    m_unopened = why;
    m_log.addError(why);
    m_message->dismiss();
    m_databases->explain(why);
    showPage(m_databases);
}

/// Nothing is seen before an older database is copied and brought up to this version.
void MainWindow::watchOpening()
{
    const QString waiting = tr("The database is being opened. One of an older version is brought up to this one first, "
                               "which takes minutes where it is large.");
    auto *patience = new QTimer(this);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, m_message,
            [this, waiting] { m_message->tell(InlineMessage::Kind::Information, waiting); });
    patience->start(1s);
    QCoro::connect(m_services.database.open(), this, [this, waiting, patience](const Result<opening::News> &news) {
        delete patience;
        if (m_message->text() == waiting)
            m_message->dismiss();
        news ? tellOpening(*news) : explain(news.error());
    });
}

void MainWindow::watchDatabase()
{
    watchOpening();
    connect(&m_services.database, &Database::lost, this, [this](const Error &why) {
        m_log.addError(why);
        m_message->tell(
            InlineMessage::Kind::Warning,
            why.kind == Error::Kind::Lost
                ? tr("The database server went away. Work waits for it, and goes on by itself.")
                : tr("Another program is writing to the database. Work waits for it, and goes on by itself."));
    });
    connect(&m_services.database, &Database::back, this, [this] {
        m_message->tell(InlineMessage::Kind::Positive, tr("The database is there again. Work goes on."));
    });
}

void MainWindow::logCrawl()
{
    connect(m_runner, &CrawlRunner::started, this, [this] { m_log.add(LogEntry::Level::Event, tr("A crawl began")); });
    connect(m_runner, &CrawlRunner::finished, this, [this](const Result<Tally> &tally) {
        const QString &name = m_runner->progress().name;
        m_log.add(LogEntry::Level::Event,
                  tally ? wording::outcome(name, *tally) : tr("%1: %2").arg(name, tally.error().message));
    });
    connect(m_runner, &CrawlRunner::noted, this, [this](const Note &note) {
        m_log.add(LogEntry::Level::Warning, tr("%1: %2 %3").arg(note.subject, note.error.message, note.error.detail));
    });
}
