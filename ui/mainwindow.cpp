#include "mainwindow.h"

#include "action.h"
#include "arguments.h"
#include "crawlactions.h"
#include "crawlpage.h"
#include "crawlrunner.h"
#include "databasewording.h"
#include "gallerypage.h"
#include "inlinemessage.h"
#include "logmodel.h"
#include "pagelayout.h"
#include "progressstrip.h"
#include "reviewpage.h"
#include "settings.h"
#include "sidebar.h"
#include "store/database.h"
#include "store/library.h"
#include "welcomepage.h"
#include "wording.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QScreen>
#include <QToolButton>

using namespace Qt::Literals;
using namespace std::chrono_literals;

MainWindow::MainWindow(const Services &services, Settings &settings, LogModel &log)
    : m_services(services)
    , m_settings(settings)
    , m_log(log)
    , m_runner(new CrawlRunner(services, this))
    , m_actions(new CrawlActions(*m_runner, this))
    , m_views(new QActionGroup(this))
    , m_switch(new QToolButton)
    , m_sidebar(new Sidebar)
    , m_stack(new PageLayout)
    , m_message(new InlineMessage(u"windowMessage"_s))
    , m_strip(new ProgressStrip(*m_runner, *m_actions))
    , m_foot(new QWidget)
{
    setWindowTitle(tr("%1 — Cineteca").arg(databasewording::name(services.database.address())));
    arrange();
    makePages(services, log);
    makeMenus();
    watch();
    const QSize comfortable(fontMetrics().averageCharWidth() * 200, fontMetrics().height() * 54);
    resize(comfortable.boundedTo(screen()->availableSize() * 0.95));
    restoreGeometry(settings.geometry());
    m_runner->refresh();
    countAll();
}

MainWindow::~MainWindow() = default;

void MainWindow::start(const Arguments &arguments)
{
    const bool hasGallery = arguments.sample || !arguments.gallery.isEmpty();
    if (arguments.sample)
        m_gallery->choose(crawling::sample());
    else if (hasGallery)
        m_gallery->find(arguments.gallery);
    if (!hasGallery && !m_settings.isWelcomed())
        return showPage(m_welcome);
    showPage(hasGallery ? m_gallery : rememberedPage());
}

/// Where a person last was with this database.
QWidget *MainWindow::rememberedPage() const
{
    const QString name = m_settings.page(m_services.database.address());
    for (int row = 0; row < m_sidebar->count(); ++row) {
        QWidget *page = m_stack->widget(row + 1);
        if (page->objectName() == name)
            return page;
    }
    return m_gallery;
}

void MainWindow::showPage(QWidget *page)
{
    const int row = m_stack->indexOf(page) - 1; // the welcome page has no row
    if (m_sidebar->chosen() != row)
        m_sidebar->choose(row);
    m_stack->setCurrentWidget(page);
    page->setFocus();
}

void MainWindow::select(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentIndex(row + 1);
    m_views->actions().at(row)->setChecked(true);
    m_refreshers[row]();
    if (!m_unopened) // nobody has chosen to be where an error leads
        m_settings.setPage(m_services.database.address(), m_stack->currentWidget()->objectName());
}

void MainWindow::countAll()
{
    const auto ask = [](Connection &connection) { return library::tally(connection); };
    QCoro::connect(m_services.database.read(ask), this, [this](const Result<Tally> &tally) {
        if (!tally)
            return report(tally.error());
        setCount(m_review, tally->toReview > 0 ? wording::number(tally->toReview) : QString());
    });
}

void MainWindow::setCount(QWidget *page, const QString &count)
{
    m_sidebar->setBadge(m_stack->indexOf(page) - 1, count);
}

void MainWindow::report(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_log.addError(error);
    if (!m_unopened || error.message != m_unopened->message) // the databases' page says it already, and what to do
        m_message->tellError(error);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setGeometry(saveGeometry());
    if (!m_runner->isRunning()) {
        event->accept();
        return emit closed();
    }

    // The crawl still holds the network and the database: let it end first, paused.
    event->ignore();
    connect(m_runner, &CrawlRunner::finished, this, &MainWindow::close, Qt::SingleShotConnection);
    m_runner->stop();
}
