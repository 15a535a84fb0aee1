#include "acceptabove.h"
#include "action.h"
#include "beginnings.h"
#include "blindcheck.h"
#include "candidateview.h"
#include "elidedlabel.h"
#include "flowlayout.h"
#include "icons.h"
#include "inlinemessage.h"
#include "learnpanel.h"
#include "pictures.h"
#include "reviewactions.h"
#include "reviewfilterbox.h"
#include "reviewhistory.h"
#include "reviewkeys.h"
#include "reviewledger.h"
#include "reviewpage.h"
#include "reviewqueue.h"
#include "reviewreader.h"
#include "reviewrejection.h"
#include "reviewsearch.h"
#include "reviewwording.h"
#include "wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals;

QWidget *ReviewPage::makeNothing()
{
    auto *page = new QWidget(this);
    m_nothing = new QLabel(page);
    m_nothing->setObjectName(u"reviewHint"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *choose = new QPushButton(tr("&Choose a gallery"), page);
    choose->setObjectName(u"reviewChooseGallery"_s);
    connect(choose, &QPushButton::clicked, this, &ReviewPage::galleryWanted);
    m_choose = choose;

    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(m_nothing);
    layout->addWidget(choose, 0, Qt::AlignCenter);
    layout->addStretch(1);
    return page;
}

QWidget *ReviewPage::makeContent()
{
    auto *content = new QWidget(this);
    m_right = new QWidget(content);
    m_right->hide(); // until there is an item
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins({});
    right->addWidget(m_search);
    right->addWidget(m_candidates, 1);
    right->addWidget(m_history);
    m_none = new QLabel(content);
    m_none->setObjectName(u"reviewNone"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    auto *sides = new QWidget(content);
    auto *both = new QVBoxLayout(sides);
    both->setContentsMargins({});
    both->addWidget(m_right, 1);
    both->addWidget(m_none, 1);

    auto *splitter = new QSplitter(content);
    splitter->setObjectName(u"reviewSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_queue);
    splitter->addWidget(sides);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 48, letter * 96});
    auto *layout = new QVBoxLayout(content);
    layout->addWidget(m_message);
    layout->addWidget(m_blindCheck);
    layout->addWidget(m_acceptAbove);
    layout->addWidget(m_learn);
    layout->addWidget(m_queue->filterBox());
    layout->addWidget(splitter, 1);
    layout->addWidget(m_rejection);
    layout->addWidget(makeVerbs());
    return content;
}

QWidget *ReviewPage::makeVerbs()
{
    auto *bar = new QWidget(this);
    m_keys = new ReviewKeys(
        m_verbs->all() + QList{m_history->toggleAction(), m_queue->filterBox()->focusAction()} + m_verbs->rare(), bar);
    connect(m_verbs->keys, &QAction::toggled, m_keys, &QWidget::setVisible);
    m_strip = new ElidedLabel(bar);
    m_strip->setObjectName(u"reviewStrip"_s);
    auto *row = new QWidget(bar);
    auto *buttons = new FlowLayout(row);
    for (QAction *verb : m_verbs->all())
        buttons->addWidget(makeButton(verb, row));
    buttons->addWidget(makeMore(row));
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addWidget(m_keys);
    layout->addWidget(row);
    layout->addWidget(m_strip);
    return bar;
}

QWidget *ReviewPage::makeMore(QWidget *parent)
{
    auto *more = new QToolButton(parent);
    more->setObjectName(u"reviewMore"_s);
    more->setText(tr("&More"));
    more->setToolTip(tr("What is done now and then (Alt+M)"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(more);
    menu->addActions(m_verbs->rare());
    more->setMenu(menu);
    return more;
}

void ReviewPage::showMatch(const Match &match)
{
    m_right->show();
    m_none->hide();
    m_candidates->show(match);
    m_history->show(match.item.id);
    const QList<Match> upcoming = m_queue->upcoming();
    m_beginnings->want(upcoming);
    m_pictures->want(upcoming.first(std::min<qsizetype>(2, upcoming.size())));
    showPoster();
    showVerbs();
}

void ReviewPage::showNone()
{
    m_right->hide();
    m_none->show();
    const ReviewCounts &counts = m_queue->counts();
    const int waiting = counts[Verdict::Unreviewed];
    const int later = counts[Verdict::Postponed];
    if (m_queue->isNarrowed())
        m_none->setText(tr("No title is left by these filters. Ctrl+Shift+X clears them."));
    else if (!m_queue->filter().words.isEmpty())
        m_none->setText(tr("No title has these words."));
    else if (waiting > 0)
        m_none->setText(tr("Nothing is in this state. Titles that wait for you: %1").arg(wording::number(waiting)));
    else if (later > 0)
        m_none->setText(tr("Nothing waits for you but what you postponed: %1").arg(wording::number(later)));
    else
        m_none->setText(tr("Nothing waits for you."));
    showVerbs();
}

void ReviewPage::showVerbs()
{
    const bool any = m_queue->current();
    const Candidate *candidate = any ? m_candidates->chosen() : nullptr;
    m_verbs->accept->setEnabled(candidate);
    m_verbs->open->setEnabled(candidate && reviewwording::address(*candidate).isValid());
    for (QAction *verb : {m_verbs->noArticle, m_verbs->reject, m_verbs->later, m_verbs->search})
        verb->setEnabled(any);
    m_verbs->undo->setEnabled(!m_ledger->isEmpty());
    const bool isBlind = m_blindCheck->isRunning();
    m_verbs->lookAgain->setEnabled(any && !isBlind);
    for (QAction *verb : {m_verbs->acceptAbove, m_verbs->blindCheck, m_verbs->learn})
        verb->setEnabled(!isBlind);
}

void ReviewPage::showStrip()
{
    QStringList parts;
    const int left = m_queue->counts()[Verdict::Unreviewed];
    if (m_ledger->size() > 0)
        parts += tr("%1 done in this session").arg(wording::number(m_ledger->size()));
    parts += left > 0 ? tr("%1 left").arg(wording::number(left)) : tr("nothing left");
    if (m_ledger->perMinute() >= 1)
        parts += tr("%1/min").arg(wording::number(std::llround(m_ledger->perMinute())));
    if (!m_ledger->isEmpty())
        parts += tr("undo: “%1”").arg(m_ledger->last());
    m_strip->setText(parts.join(u" · "_s));
    showVerbs();
}
