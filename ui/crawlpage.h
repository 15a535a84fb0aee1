#pragma once

#include "data/crawl.h"
#include "jobs/services.h"

#include <QWidget>

class CrawlActions;
class CrawlRunner;
class CrawlStatus;
class CrawlsModel;
class Heading;
class InlineMessage;
class NewestTitles;
class NotesModel;
class PageLayout;
class QAction;
class RowTable;

/// The crawl that runs with what it found last, the crawls of earlier, and what went wrong in the chosen one.
class CrawlPage : public QWidget
{
    Q_OBJECT

public:
    CrawlPage(Services services, CrawlRunner &runner, CrawlActions &actions, QWidget *parent = nullptr);

    /// For the menu.
    QAction *retryAction() const { return m_retry; }

public slots:
    void refresh();

signals:
    void galleryWanted(); // there is no crawl yet: choose a gallery
    void titleWanted(ItemId item); // to be looked at on its own page
    void failed(const Error &error);

private:
    QWidget *makeEmpty();
    QWidget *makeContent(CrawlActions &actions);
    QWidget *makeNotes();
    void watch(CrawlActions &actions);
    void showCrawls(const QList<Crawl> &crawls);
    void showRunning();
    void showNewest();
    void readNotes();
    void showNotes(const QList<Note> &notes, const Tally &tally);
    void showButtons();
    void goOnWithChosen();
    const Crawl *chosen() const;
    bool isOnlyListed() const;

    Services m_services;
    CrawlRunner &m_runner;
    CrawlsModel *m_crawls;
    NotesModel *m_notes;
    QAction *m_retry;
    QAction *m_goOnChosen;
    InlineMessage *m_message;
    CrawlStatus *m_status = nullptr;
    NewestTitles *m_newest = nullptr;
    RowTable *m_crawlTable = nullptr;
    RowTable *m_noteTable = nullptr;
    Heading *m_notesHeading = nullptr;
    PageLayout *m_stack;
    Tally m_tally; // of the chosen crawl's gallery
    int m_generation = 0; // an answer to an older question is dropped
};
