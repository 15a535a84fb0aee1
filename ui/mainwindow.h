#pragma once

#include "data/result.h"
#include "jobs/services.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class ConsolePage;
class CrawlActions;
class CrawlPage;
class CrawlRunner;
class DatabasesPage;
class GalleryPage;
class InlineMessage;
class LogModel;
class PageLayout;
class ProgressStrip;
class QActionGroup;
class QMenu;
class QToolButton;
class ReviewPage;
class Settings;
class Sidebar;
class TablesPage;
class WelcomePage;
struct Arguments;
struct KnownDatabase;
namespace opening {
struct News;
}

/// The pages side by side, the strip below them, and the one place where errors are shown.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const Services &services, Settings &settings, LogModel &log);
    ~MainWindow() override;

    CrawlRunner &runner() const { return *m_runner; }

    /// Opens what the program was started with: the sample, a gallery, or the first page that there is to see.
    void start(const Arguments &arguments);

    /// Adds a page to the sidebar and the menu. It is refreshed whenever it is shown; what fails there is reported.
    template<typename Page>
    Page *addPage(Page *page, const QString &icon, const QString &title)
    {
        enter(page, icon, title, [page] { page->refresh(); });
        if constexpr (requires { &Page::failed; })
            connect(page, &Page::failed, this, &MainWindow::report);
        return page;
    }

public slots:
    void showPage(QWidget *page);
    void report(const Error &error);

signals:
    void sampleWanted();
    /// A person wants a window on another database. The address may hold a password.
    void databaseWanted(const QString &address);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void enter(QWidget *page, const QString &icon, const QString &title, std::function<void()> refresh);
    void makePages(const Services &services, LogModel &log);
    void makeMenus();
    void makeDatabaseMenu();
    void listDatabases();
    QAction *switchTo(const KnownDatabase &database, int number);
    void makeViewMenu();
    void makeHelpMenu();
    void arrange();
    void watch();
    void watchDatabase();
    void watchOpening();
    void tellOpening(const opening::News &news);
    void explain(const Error &why);
    QWidget *rememberedPage() const;
    void select(int row);
    void countAll();
    void setCount(QWidget *page, const QString &count);
    void logCrawl();

    Services m_services;
    Settings &m_settings;
    LogModel &m_log;
    CrawlRunner *m_runner;
    CrawlActions *m_actions;
    QActionGroup *m_views;
    QToolButton *m_switch; // names the database, and lets choose another
    Sidebar *m_sidebar;
    PageLayout *m_stack;
    InlineMessage *m_message;
    ProgressStrip *m_strip;
    QWidget *m_foot; // where the strip is
    WelcomePage *m_welcome = nullptr;
    GalleryPage *m_gallery = nullptr;
    CrawlPage *m_crawl = nullptr;
    ReviewPage *m_review = nullptr;
    TablesPage *m_tables = nullptr;
    ConsolePage *m_console = nullptr;
    DatabasesPage *m_databases = nullptr;
    QMenu *m_known = nullptr; // the databases to switch to
    std::optional<Error> m_unopened; // why the database could not be opened
    QList<std::function<void()>> m_refreshers; // one a page
    QTimer m_countSoon;
};
