#include "crawlpage.h"

#include "action.h"
#include "crawlactions.h"
#include "crawlrunner.h"
#include "crawlsmodel.h"
#include "crawlstatus.h"
#include "heading.h"
#include "inlinemessage.h"
#include "newesttitles.h"
#include "notesmodel.h"
#include "pagelayout.h"
#include "rowtable.h"
#include "store/database.h"
#include "store/library.h"
#include "wording.h"

using namespace Qt::Literals;

namespace {

struct NotesAndTally
{
    QList<Note> notes;
    Tally tally;
};

Result<NotesAndTally> notesOf(Connection &connection, CrawlId crawl, GalleryId gallery)
{
    const auto notes = library::notes(connection, crawl, NotesModel::Limit);
    if (!notes)
        return std::unexpected(notes.error());
    return library::tally(connection, gallery).transform([&](const Tally &tally) {
        return NotesAndTally{.notes = *notes, .tally = tally};
    });
}

}

CrawlPage::CrawlPage(Services services, CrawlRunner &runner, CrawlActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_runner(runner)
    , m_crawls(new CrawlsModel(this))
    , m_notes(new NotesModel(this))
    , m_retry(makeAction(this, u"retryFailed"_s, tr("&Retry what failed"), u"view-refresh"_s, {Qt::CTRL | Qt::Key_R}))
    , m_goOnChosen(makeAction(this, u"goOnChosen"_s, {}, u"media-playback-start"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_G}))
    , m_message(new InlineMessage(u"crawlMessage"_s, this))
    , m_stack(new PageLayout(this))
{
    setObjectName(u"crawlPage"_s);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent(actions));
    addActions({m_retry, m_goOnChosen});
    watch(actions);
    showButtons();
}

void CrawlPage::watch(CrawlActions &actions)
{
    connect(m_crawlTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CrawlPage::readNotes);
    connect(m_retry, &QAction::triggered, this, [this] { m_runner.retryFailed(*chosen()); });
    connect(m_goOnChosen, &QAction::triggered, this, &CrawlPage::goOnWithChosen);
    connect(&m_runner, &CrawlRunner::started, this, [this] {
        m_message->hide();
        m_status->show();
        refresh();
    });
    connect(&m_runner, &CrawlRunner::advanced, this, &CrawlPage::showRunning);
    connect(&m_runner, &CrawlRunner::advanced, m_newest, &NewestTitles::look);
    connect(&m_runner, &CrawlRunner::pausedChanged, this, &CrawlPage::showRunning);
    connect(&m_runner, &CrawlRunner::noted, this, [this](const Note &note) {
        if (chosen() && chosen()->id == m_runner.crawl())
            m_notes->add(note);
    });
    connect(&m_runner, &CrawlRunner::finished, this, &CrawlPage::refresh);
    connect(m_newest, &NewestTitles::titleWanted, this, &CrawlPage::titleWanted);
    connect(m_newest, &NewestTitles::failed, this, &CrawlPage::failed);
    connect(&m_runner, &CrawlRunner::unfinishedChanged, this, [this, goOn = actions.goOn()] {
        if (m_runner.unfinished())
            m_message->tell(InlineMessage::Kind::Information, wording::offer(*m_runner.unfinished()), goOn);
        else
            m_message->hide();
    });
}

void CrawlPage::refresh()
{
    const auto ask = [](Connection &connection) { return library::crawls(connection); };
    QCoro::connect(m_services.database.read(ask), this,
                   [this, generation = ++m_generation](const Result<QList<Crawl>> &crawls) {
                       if (generation != m_generation)
                           return;
                       if (!crawls)
                           return emit failed(crawls.error());
                       showCrawls(*crawls);
                   });
}

void CrawlPage::showCrawls(const QList<Crawl> &crawls)
{
    const CrawlId before = m_runner.isRunning() ? m_runner.crawl() : chosen() ? chosen()->id : CrawlId();
    m_stack->setCurrentIndex(crawls.isEmpty() && !m_runner.isRunning() ? 0 : 1);
    m_crawls->setCrawls(crawls);
    showRunning();
    showNewest();
    m_crawlTable->fitColumns(CrawlsModel::Name);
    m_crawlTable->selectRow(std::max(0, m_crawls->rowOf(before)));
    showButtons();
}

void CrawlPage::showRunning()
{
    if (m_runner.isRunning())
        m_crawls->advance(m_runner.crawl(), m_runner.isPaused() ? CrawlState::Paused : CrawlState::Running,
                          m_runner.progress().tally.listed);
}

/// A crawl that only lists finds nothing.
void CrawlPage::showNewest()
{
    const int row = m_crawls->rowOf(m_runner.crawl());
    if (!m_runner.isRunning() || row < 0)
        return;
    const Crawl &crawl = m_crawls->crawlAt(row);
    m_newest->setVisible(!crawl.onlyList);
    if (!crawl.onlyList)
        m_newest->watch(crawl.id);
}

void CrawlPage::readNotes()
{
    showButtons();
    if (!chosen())
        return;
    m_notesHeading->setText(tr("What went wrong in %1").arg(chosen()->gallery.name));
    const auto ask = [crawl = chosen()->id, gallery = chosen()->gallery.id](Connection &connection) {
        return notesOf(connection, crawl, gallery);
    };
    QCoro::connect(m_services.database.read(ask), this,
                   [this, generation = ++m_generation](const Result<NotesAndTally> &read) {
                       if (generation != m_generation)
                           return;
                       if (!read)
                           return emit failed(read.error());
                       showNotes(read->notes, read->tally);
                   });
}

void CrawlPage::showNotes(const QList<Note> &notes, const Tally &tally)
{
    m_notes->setNotes(notes);
    m_tally = tally;
    showButtons();
}

void CrawlPage::showButtons()
{
    const bool mayStart = chosen() && !m_runner.isRunning();
    const bool runs = chosen() && m_runner.isRunning() && chosen()->id == m_runner.crawl();
    m_retry->setEnabled((mayStart || runs) && m_tally.failed > 0);
    const bool mayLookUp = isOnlyListed() && m_tally.open > 0;
    m_goOnChosen->setText(isOnlyListed() ? tr("L&ook its titles up") : tr("Go &on with this crawl"));
    m_goOnChosen->setEnabled(mayStart && (mayLookUp || chosen()->state != CrawlState::Finished));
}

void CrawlPage::goOnWithChosen()
{
    if (isOnlyListed())
        m_runner.start(chosen()->gallery, {.limit = chosen()->limit});
    else
        m_runner.goOn(chosen()->id);
}

/// Whether there is nothing to go on with but what was listed.
bool CrawlPage::isOnlyListed() const
{
    return chosen() && chosen()->onlyList && chosen()->state == CrawlState::Finished;
}

const Crawl *CrawlPage::chosen() const
{
    const QModelIndex current = m_crawlTable->currentIndex();
    return current.isValid() ? &m_crawls->crawlAt(current.row()) : nullptr;
}
