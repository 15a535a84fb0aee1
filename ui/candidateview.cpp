#include "candidateview.h"

#include "candidatedelegate.h"
#include "candidatemodel.h"
#include "evidencebar.h"
#include "evidencemodel.h"
#include "heading.h"
#include "pictures.h"

#include <QHeaderView>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::Literals;

namespace {

/// Digits choose and letters are verbs: typing never jumps to a title.
class Candidates : public QListView
{
public:
    using QListView::QListView;

    void keyboardSearch(const QString &) override { }
};

}

CandidateView::CandidateView(QWidget *parent)
    : QWidget(parent)
    , m_candidates(new CandidateModel(this))
    , m_evidence(new EvidenceModel(this))
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    auto *upper = new QWidget(splitter);
    auto *both = new QVBoxLayout(upper);
    both->setContentsMargins({});
    both->addWidget(makeCandidates(), 1);
    both->addWidget(makeBeginning());
    splitter->addWidget(upper);
    splitter->addWidget(makeEvidence());
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CandidateView::showEvidence);
    connect(m_list, &QListView::activated, this, &CandidateView::opened);
}

QWidget *CandidateView::makeCandidates()
{
    auto *part = new QWidget(this);
    m_list = new Candidates(part);
    m_list->setObjectName(u"candidates"_s);
    m_list->setAccessibleName(tr("Candidates, best first"));
    m_list->setModel(m_candidates);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *none
        = new QLabel(tr("Nothing was found. Press / to search with other words, or N if no article exists."), part);
    none->setObjectName(u"noCandidates"_s);
    none->setAlignment(Qt::AlignCenter);
    none->setWordWrap(true);
    none->setMargin(fontMetrics().height());
    m_stack = new QStackedLayout(part);
    m_stack->addWidget(m_list);
    m_stack->addWidget(none);
    return part;
}

QWidget *CandidateView::makeBeginning()
{
    m_beginning = new QPlainTextEdit(this);
    m_beginning->setObjectName(u"beginning"_s);
    m_beginning->setAccessibleName(tr("The article's beginning"));
    m_beginning->setReadOnly(true);
    m_beginning->setTabChangesFocus(true);
    m_beginning->setFrameShape(QFrame::NoFrame);
    m_beginning->viewport()->setAutoFillBackground(false);
    m_beginning->setFixedHeight(fontMetrics().lineSpacing() * 4);
    return m_beginning;
}

void CandidateView::setBeginning(const QString &text)
{
    if (text != m_beginning->toPlainText())
        m_beginning->setPlainText(text);
    m_beginning->setVisible(!text.isEmpty());
}

QWidget *CandidateView::makeEvidence()
{
    auto *part = new QWidget(this);
    m_whyHeading = new Heading(u"whyHeading"_s, part);
    m_why = new QTableView(part);
    m_why->setObjectName(u"evidence"_s);
    m_why->setAccessibleName(tr("Why: each signal with both values"));
    m_why->setModel(m_evidence);
    m_why->setItemDelegateForColumn(EvidenceModel::Agreement, new EvidenceBar(m_why));
    m_why->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_why->setSelectionMode(QAbstractItemView::SingleSelection);
    m_why->setTabKeyNavigation(false);
    m_why->setShowGrid(false);
    m_why->setWordWrap(false);
    m_why->verticalHeader()->hide();
    m_why->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    m_why->horizontalHeader()->setHighlightSections(false);
    m_why->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_why->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_why->horizontalHeader()->setSectionResizeMode(EvidenceModel::Ours, QHeaderView::Stretch);
    m_why->horizontalHeader()->setSectionResizeMode(EvidenceModel::Theirs, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->addWidget(m_whyHeading);
    layout->addWidget(m_why, 1);
    return part;
}

void CandidateView::setPictures(const Pictures &pictures)
{
    m_candidates->setPictures(&pictures);
    connect(&pictures, &Pictures::arrived, m_candidates, &CandidateModel::showPicture);
}

const Candidate *CandidateView::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_candidates->candidateAt(index.row()) : nullptr;
}

void CandidateView::show(const Match &match)
{
    const bool isSame = match.item.id == m_item.id;
    const int before = m_list->currentIndex().row();
    m_item = match.item;
    m_candidates->show(match);
    const int rows = m_candidates->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    choose(isSame && before >= 0 && before < rows ? before : m_candidates->chosen());
    showEvidence();
}

void CandidateView::choose(int row)
{
    m_list->setCurrentIndex(m_candidates->index(row));
}

void CandidateView::setBlind(bool blind)
{
    m_isBlind = blind;
    showEvidence();
}

void CandidateView::setWeights(const Weights &weights)
{
    m_weights = weights;
    showEvidence();
}

void CandidateView::showEvidence()
{
    const Candidate *candidate = chosen();
    m_evidence->setReasons(candidate ? score::explain(m_item, *candidate, m_weights) : QList<score::Reason>());
    m_whyHeading->setText(candidate ? tr("Why %1").arg(candidate->title) : QString());
    m_why->parentWidget()->setVisible(candidate && !m_isBlind);
    emit chosenChanged();
}
