#include "reviewpage.h"

#include "acceptabove.h"
#include "beginnings.h"
#include "blindcheck.h"
#include "candidateview.h"
#include "inlinemessage.h"
#include "jobs/places.h"
#include "learnpanel.h"
#include "pagelayout.h"
#include "pictures.h"
#include "reviewactions.h"
#include "reviewfilterbox.h"
#include "reviewhistory.h"
#include "reviewledger.h"
#include "reviewqueue.h"
#include "reviewreader.h"
#include "reviewrecorder.h"
#include "reviewrejection.h"
#include "reviewsearch.h"
#include "reviewwording.h"
#include "store/database.h"
#include "store/library.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>

using namespace Qt::Literals;
using namespace std::chrono_literals;

ReviewPage::ReviewPage(Services services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_stack(new PageLayout(this))
    , m_verbs(new ReviewActions(this))
    , m_ledger(new ReviewLedger(services.database, places::person(), this))
    , m_recorder(new ReviewRecorder(services, this))
    , m_message(new InlineMessage(u"reviewMessage"_s, this))
    , m_queue(new ReviewQueue(services.database, this))
    , m_search(new ReviewSearch(services, this))
    , m_candidates(new CandidateView(this))
    , m_history(new ReviewHistory(services.database, this))
    , m_rejection(new ReviewRejection(this))
    , m_acceptAbove(new AcceptAbove(services.database, m_ledger->who(), this))
    , m_blindCheck(new BlindCheck(services.database, m_ledger->who(), this))
    , m_learn(new LearnPanel(services.database, m_ledger->who(), this))
    , m_beginnings(new Beginnings(services, this))
    , m_pictures(new Pictures(services, this))
{
    setObjectName(u"reviewPage"_s);
    setFocusProxy(m_queue);
    addAction(m_history->toggleAction());
    addAction(m_queue->filterBox()->focusAction());
    m_stack->addWidget(makeContent());
    m_stack->addWidget(makeNothing());
    watchQueue();
    watchLedger();
    watchVerbs();
    watchPanels();
    readWeights();
    showVerbs();
    m_often.setInterval(3s);
    connect(&m_often, &QTimer::timeout, m_queue, &ReviewQueue::look);
}

void ReviewPage::watchQueue()
{
    connect(m_queue, &ReviewQueue::shown, this, &ReviewPage::showMatch);
    connect(m_queue, &ReviewQueue::emptied, this, &ReviewPage::showNone);
    connect(m_queue, &ReviewQueue::counted, this, [this](const ReviewCounts &counts) {
        turnTo(counts.all() > 0 ? Side::Content : Side::Nothing);
        m_choose->setVisible(!counts.isCrawled);
        m_nothing->setText(counts.isCrawled ? tr("Nothing was looked up yet. What needs you will arrive here.")
                                            : tr("Nothing to review: crawl a gallery first."));
        showStrip();
        if (!m_queue->current())
            showNone();
    });
    connect(m_queue, &ReviewQueue::failed, this, &ReviewPage::failed);
    connect(m_queue, &ReviewQueue::held, this, [this](const Match &match, const QString &who) {
        m_message->tell(InlineMessage::Kind::Information, tr("%1 is looked at by %2.").arg(match.item.title, who));
    });
    connect(m_candidates, &CandidateView::chosenChanged, this, &ReviewPage::showVerbs);
    connect(m_candidates, &CandidateView::chosenChanged, this, &ReviewPage::showBeginning);
    m_candidates->setPictures(*m_pictures);
    connect(m_pictures, &Pictures::arrived, this, &ReviewPage::showPoster);
    connect(m_beginnings, &Beginnings::arrived, this, &ReviewPage::showBeginning);
    connect(m_candidates, &CandidateView::opened, this, &ReviewPage::openArticle);
    connect(m_history, &ReviewHistory::failed, this, &ReviewPage::failed);
    connect(m_history, &ReviewHistory::takeBackWanted, this, [this](DecisionId decision) {
        if (m_queue->current())
            m_ledger->takeBack(*m_queue->current(), decision);
    });
}

/// By what titles are scored, they are explained.
void ReviewPage::readWeights()
{
    QCoro::connect(learning::weights(m_services.database), this, [this](const Result<Weights> &weights) {
        if (weights)
            m_candidates->setWeights(*weights);
        else
            failed(weights.error());
    });
}

/// Who works here by keyboard has the titles under the keys as soon as there are any.
void ReviewPage::turnTo(Side side)
{
    const bool isHere = isAncestorOf(QApplication::focusWidget());
    if (m_stack->currentIndex() == int(side))
        return;
    m_stack->setCurrentIndex(int(side));
    if (isHere && side == Side::Content)
        m_queue->setFocus();
}

void ReviewPage::watchLedger()
{
    connect(m_ledger, &ReviewLedger::changed, this, &ReviewPage::change);
    connect(m_ledger, &ReviewLedger::lookedBack, this, &ReviewPage::showStrip);
    connect(m_ledger, &ReviewLedger::batchUndone, this, [this](int titles) {
        m_message->tell(InlineMessage::Kind::Positive,
                        titles == 1 ? tr("1 title that was accepted at once waits again.")
                                    : tr("%n titles that were accepted at once wait again.", nullptr, titles));
        m_queue->refresh();
    });
    connect(m_ledger, &ReviewLedger::earlierUndone, this, [this](const Match &before, const Match &after) {
        m_queue->bring(after);
        m_message->tell(InlineMessage::Kind::Positive,
                        tr("Taken back: %1 → %2").arg(before.item.title, reviewwording::outcome(before.decision)));
    });
    connect(m_ledger, &ReviewLedger::changed, this, &ReviewPage::showStrip);
    connect(m_ledger, &ReviewLedger::written, this, [this] {
        m_history->refresh();
        m_recorder->recordSoon();
        emit decided();
    });
    connect(m_ledger, &ReviewLedger::refused, this, [this](const Match &match, const Error &error) {
        m_message->tellError({.kind = error.kind,
                              .message = tr("%1 was not changed: %2").arg(match.item.title, error.message),
                              .detail = error.detail});
        m_queue->goTo(match.item.id);
    });
    connect(m_recorder, &ReviewRecorder::recorded, this, &ReviewPage::decided);
    connect(m_recorder, &ReviewRecorder::failed, m_message,
            [this](const Error &error) { m_message->tellError(error); });
    connect(m_search, &ReviewSearch::failed, m_message, [this](const Error &error) { m_message->tellError(error); });
    connect(m_search, &ReviewSearch::found, m_queue, &ReviewQueue::setMatch);
    connect(m_search, &ReviewSearch::closed, m_queue, [this] { m_queue->setFocus(); });
}

void ReviewPage::watchVerbs()
{
    connect(m_verbs->accept, &QAction::triggered, this, &ReviewPage::accept);
    connect(m_verbs->noArticle, &QAction::triggered, this, [this] { decide({.verdict = Verdict::NoArticle}); });
    connect(m_verbs->later, &QAction::triggered, this, [this] { decide({.verdict = Verdict::Postponed}); });
    connect(m_verbs->reject, &QAction::triggered, this, [this] { showPanel(m_rejection); });
    connect(m_verbs->reject, &QAction::triggered, m_rejection, &ReviewRejection::ask);
    connect(m_verbs->search, &QAction::triggered, this, [this] { showPanel(m_search); });
    connect(m_rejection, &ReviewRejection::chosen, this,
            [this](const QString &reason) { decide({.verdict = Verdict::Rejected, .reason = reason}); });
    connect(m_rejection, &ReviewRejection::asking, this, [this](bool on) { m_verbs->setDigitsEnabled(!on); });
    connect(m_verbs, &ReviewActions::candidateWanted, m_candidates, &CandidateView::choose);
    connect(m_verbs->undo, &QAction::triggered, this, &ReviewPage::undo);
    connect(m_verbs->search, &QAction::triggered, this, [this] { m_search->ask(*m_queue->current()); });
    connect(m_verbs->open, &QAction::triggered, this, &ReviewPage::openArticle);
}

void ReviewPage::watchPanels()
{
    const auto tellError = [this](const Error &error) { m_message->tellError(error); };
    const auto focusQueue = [this] { m_queue->setFocus(); };
    connect(m_verbs->acceptAbove, &QAction::triggered, this, [this] {
        showPanel(m_acceptAbove);
        m_acceptAbove->ask(m_queue->filter());
    });
    connect(m_acceptAbove, &AcceptAbove::failed, m_message, tellError);
    connect(m_acceptAbove, &AcceptAbove::closed, m_queue, focusQueue);
    connect(m_acceptAbove, &AcceptAbove::accepted, this, [this](int titles) {
        m_message->tell(InlineMessage::Kind::Positive,
                        titles == 1 ? tr("1 title accepted.") : tr("%n titles accepted.", nullptr, titles),
                        m_verbs->undo);
        m_ledger->closeSession();
        m_queue->readAnew();
        m_recorder->recordSoon();
        emit decided();
    });
    connect(m_verbs->blindCheck, &QAction::triggered, this, [this] {
        showPanel(nullptr);
        m_blindCheck->start(m_queue->filter());
    });
    connect(m_blindCheck, &BlindCheck::failed, m_message, tellError);
    connect(m_blindCheck, &BlindCheck::started, this, [this](const QList<Match> &sample) {
        m_candidates->setBlind(true);
        m_history->toggleAction()->setChecked(false); // it would tell
        m_history->toggleAction()->setEnabled(false);
        m_queue->showOnly(sample);
        m_queue->setFocus();
        showVerbs();
    });
    connect(m_blindCheck, &BlindCheck::ended, this, [this](const QString &result) {
        m_candidates->setBlind(false);
        m_history->toggleAction()->setEnabled(true);
        m_queue->showAll();
        m_queue->setFocus();
        if (!result.isEmpty())
            m_message->tell(InlineMessage::Kind::Information, result);
        m_message->keep();
        showVerbs();
    });
    connect(m_verbs->learn, &QAction::triggered, this, [this] {
        showPanel(m_learn);
        m_learn->ask();
    });
    connect(m_learn, &LearnPanel::failed, m_message, tellError);
    connect(m_learn, &LearnPanel::closed, m_queue, focusQueue);
    connect(m_learn, &LearnPanel::used, this, [this](const QString &what) {
        m_message->tell(InlineMessage::Kind::Positive, what);
        readWeights();
        m_queue->readAnew();
    });
    connect(m_verbs->lookAgain, &QAction::triggered, this, [this] {
        showPanel(nullptr);
        m_search->again(*m_queue->current());
    });
}

/// One at a time.
void ReviewPage::showPanel(QWidget *panel)
{
    if (panel != m_rejection)
        m_rejection->cancel();
    if (panel != m_search)
        m_search->cancel();
    if (panel != m_acceptAbove && m_acceptAbove->isVisible())
        m_acceptAbove->cancel();
    if (panel != m_learn && m_learn->isVisible())
        m_learn->cancel();
}

void ReviewPage::change(const Match &before, const Match &after)
{
    if (!m_blindCheck->isRunning())
        return m_queue->update(before, after);
    m_blindCheck->count(before, after);
    const bool isOpenAgain = after.decision.judge == Judge::Machine;
    m_queue->setMatch(isOpenAgain ? BlindCheck::blinded(after) : after);
}

void ReviewPage::refresh()
{
    m_queue->refresh();
    m_ledger->lookBack();
}

void ReviewPage::bring(ItemId item)
{
    if (m_blindCheck->isRunning()) {
        m_message->tell(InlineMessage::Kind::Information, tr("The blind check shows its own titles until it ends."));
        return;
    }
    const auto read = [item](Connection &connection) { return library::match(connection, item); };
    QCoro::connect(m_services.database.read(read), this, [this](const Result<Match> &match) {
        if (match)
            m_queue->bring(*match);
        else
            failed(match.error());
    });
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_often.start();
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    m_often.stop();
    QWidget::hideEvent(event);
}

void ReviewPage::decide(Decision decision)
{
    if (!m_queue->current())
        return;
    if (const QString &who = m_queue->heldBy(); !who.isEmpty()) {
        m_message->tell(InlineMessage::Kind::Warning,
                        tr("%1 is for %2 to decide, who looks at it.").arg(m_queue->current()->item.title, who));
        return;
    }
    m_message->hide();
    const Match match = *m_queue->current();
    m_ledger->decide(match, std::move(decision), m_blindCheck->batch());
    m_queue->goToNext();
}

void ReviewPage::accept()
{
    const Candidate *candidate = m_candidates->chosen();
    if (!candidate)
        return;
    Decision decision{.verdict = Verdict::Accepted, .page = candidate->page, .wikidataId = candidate->wikidataId};
    if (candidate->score >= 0)
        decision.score = candidate->score; // unknown in a blind check
    if (!candidate->key.isEmpty())
        decision.article = candidate->title;
    decide(std::move(decision));
}

void ReviewPage::undo()
{
    const auto item = m_ledger->lastItem();
    m_ledger->undo();
    m_queue->goTo(item);
}

void ReviewPage::showPoster()
{
    if (m_queue->current())
        m_queue->showPoster(m_pictures->of(m_queue->current()->item.posterUrl));
}

void ReviewPage::showBeginning()
{
    const Candidate *candidate = m_queue->current() ? m_candidates->chosen() : nullptr;
    m_candidates->setBeginning(candidate ? m_beginnings->of(*candidate) : QString());
}

void ReviewPage::openArticle()
{
    if (const Candidate *candidate = m_candidates->chosen())
        QDesktopServices::openUrl(reviewwording::address(*candidate));
}
