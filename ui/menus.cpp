#include "action.h"
#include "colorscheme.h"
#include "consolepage.h"
#include "crawlactions.h"
#include "crawlpage.h"
#include "gallerypage.h"
#include "keysdialog.h"
#include "mainwindow.h"
#include "pagelayout.h"
#include "settings.h"
#include "welcomepage.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>

using namespace Qt::Literals;

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions(m_gallery->fileActions());
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
    makeViewMenu();
    makeHelpMenu();
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
