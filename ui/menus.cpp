#include "action.h"
#include "colorscheme.h"
#include "consolepage.h"
#include "crawlactions.h"
#include "crawlpage.h"
#include "databasespage.h"
#include "gallerypage.h"
#include "icons.h"
#include "keysdialog.h"
#include "mainwindow.h"
#include "pagelayout.h"
#include "settings.h"
#include "store/database.h"
#include "tablespage.h"
#include "welcomepage.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolButton>

using namespace Qt::Literals;

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions(m_gallery->fileActions());
    file->addSeparator();
    file->addAction(m_tables->readBackAction());
    connect(m_tables->readBackAction(), &QAction::triggered, this, [this] { showPage(m_tables); });
    file->addSeparator();
    QAction *contact
        = makeAction(this, u"contactAndTerms"_s, tr("&Contact and terms"), u"configure"_s, {Qt::CTRL | Qt::Key_Comma});
    connect(contact, &QAction::triggered, this, [this] { showPage(m_welcome); });
    file->addAction(contact);
    file->addSeparator();
    QAction *quit = makeAction(this, u"quit"_s, tr("&Quit"), u"application-exit"_s, {Qt::CTRL | Qt::Key_Q});
    connect(quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    file->addAction(quit);

    QMenu *crawl = menuBar()->addMenu(tr("&Crawl"));
    crawl->addActions(m_gallery->crawlActions());
    crawl->addSeparator();
    crawl->addActions({m_actions->goOn(), m_actions->pause(), m_actions->stop(), m_crawl->retryAction()});
    makeDatabaseMenu();
    makeViewMenu();
    makeHelpMenu();
}

/// The databases to switch to: in the menu bar, and beside the pages under the name of the open one.
void MainWindow::makeDatabaseMenu()
{
    m_known = menuBar()->addMenu(tr("&Database"));
    m_switch->setObjectName(u"databaseSwitch"_s);
    m_switch->setToolTip(tr("Work on another database"));
    m_switch->setIcon(icons::named(u"network-connect"_s));
    m_switch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_switch->setPopupMode(QToolButton::InstantPopup);
    m_switch->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_switch->setMenu(m_known);
    listDatabases();
}

void MainWindow::listDatabases()
{
    constexpr int Most = 9; // as many as there are keys; the page lists them all
    m_known->clear();
    int number = 0;
    for (const KnownDatabase &database : DatabasesPage::known(m_services.database.address(), m_settings)) {
        if (++number <= Most)
            m_known->addAction(switchTo(database, number));
        if (database.address == m_services.database.address()) {
            m_switch->setText(database.title);
            m_switch->setAccessibleName(tr("Database: %1").arg(database.title));
        }
    }
    m_known->addSeparator();
    auto *others = makeAction(m_known, u"databases"_s, tr("&Where the movies are kept…"), u"network-connect"_s,
                              {Qt::ALT | Qt::Key_0});
    connect(others, &QAction::triggered, this, [this] { showPage(m_databases); });
    m_known->addAction(others);
}

QAction *MainWindow::switchTo(const KnownDatabase &database, int number)
{
    auto *action = makeAction(m_known, u"database%1"_s.arg(number), QString(database.title).replace(u'&', u"&&"_s), {},
                              {Qt::ALT | Qt::Key(Qt::Key_0 + number)});
    const bool isOpen = database.address == m_services.database.address();
    action->setCheckable(true);
    action->setChecked(isOpen);
    connect(action, &QAction::triggered, this, [this, action, isOpen, address = database.address] {
        action->setChecked(isOpen);
        if (!isOpen)
            emit databaseWanted(address);
    });
    return action;
}

void MainWindow::makeViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_views->actions());
    view->addSeparator();
    QAction *refresh = makeAction(this, u"refresh"_s, tr("Look a&gain"), u"view-refresh"_s, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, this, [this] { select(m_stack->currentIndex() - 1); });
    connect(m_stack, &PageLayout::currentChanged, refresh, [this, refresh] {
        refresh->setEnabled(m_stack->currentWidget() != m_console);
    }); // there F5 runs statements
    view->addAction(refresh);
    view->addMenu(colorscheme::makeMenu(m_settings, view));
    QAction *full = makeAction(this, u"fullScreen"_s, tr("&Full screen"), u"view-fullscreen"_s, {Qt::Key_F11});
    full->setCheckable(true);
    connect(full, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    view->addAction(full);
}

void MainWindow::makeHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *keys = makeAction(this, u"keys"_s, tr("&Keys"), u"help-keybord-shortcuts"_s, QKeySequence::HelpContents);
    connect(keys, &QAction::triggered, this, [this] { (new KeysDialog(*this, this))->open(); });
    QAction *about = makeAction(this, u"about"_s, tr("&About Cineteca"), u"help-about"_s, {Qt::SHIFT | Qt::Key_F1});
    connect(about, &QAction::triggered, this, [this] {
        auto *box = new QMessageBox(this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setIconPixmap(windowIcon().pixmap(64));
        box->setText(tr("<h3>Cineteca %1</h3>").arg(QCoreApplication::applicationVersion()));
        box->setInformativeText(tr("Builds a movie database out of the web, and lets you see, correct and use it.\n\n"
                                   "Free software under the GNU General Public License, version 3 or later."));
        box->open();
    });
    help->addActions({keys, about});
}
