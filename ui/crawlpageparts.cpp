#include "action.h"
#include "crawlpage.h"
#include "crawlsmodel.h"
#include "crawlstatus.h"
#include "heading.h"
#include "inlinemessage.h"
#include "newesttitles.h"
#include "notesmodel.h"
#include "rowtable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals;

QWidget *CrawlPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *hint = new QLabel(tr("Nothing was crawled yet. Choose a gallery, and its titles will arrive here."), empty);
    hint->setObjectName(u"crawlHint"_s);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    auto *choose = new QPushButton(tr("&Choose a gallery"), empty);
    choose->setObjectName(u"chooseGallery"_s);
    choose->setAccessibleName(tr("Choose a gallery"));
    connect(choose, &QPushButton::clicked, this, &CrawlPage::galleryWanted);

    auto *layout = new QVBoxLayout(empty);
    layout->addStretch(1);
    layout->addWidget(hint);
    layout->addWidget(choose, 0, Qt::AlignCenter);
    layout->addStretch(1);
    return empty;
}

QWidget *CrawlPage::makeContent(CrawlActions &actions)
{
    m_status = new CrawlStatus(m_runner, actions, this);
    m_status->hide();
    m_newest = new NewestTitles(m_services.database, this);
    m_newest->hide();
    m_crawlTable = new RowTable(u"crawls"_s, tr("Crawls"), m_crawls, this);
    m_crawlTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_crawlTable->setHint(tr("The crawl is being prepared."));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_crawlTable);
    splitter->addWidget(makeNotes());

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->addWidget(m_message);
    layout->addWidget(m_status);
    layout->addWidget(m_newest);
    layout->addWidget(splitter, 1);
    return content;
}

QWidget *CrawlPage::makeNotes()
{
    auto *notes = new QWidget(this);
    m_notesHeading = new Heading(u"notesHeading"_s, notes);
    m_noteTable = new RowTable(u"notes"_s, tr("What went wrong"), m_notes, notes);
    m_noteTable->setHint(tr("Nothing went wrong."));
    m_noteTable->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_noteTable->setColumnWidth(NotesModel::At, letter * 18);
    m_noteTable->setColumnWidth(NotesModel::Subject, letter * 36);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_notesHeading, 1);
    bar->addWidget(makeButton(m_goOnChosen, notes));
    bar->addWidget(makeButton(m_retry, notes));
    auto *layout = new QVBoxLayout(notes);
    layout->setContentsMargins({});
    layout->addLayout(bar);
    layout->addWidget(m_noteTable, 1);
    return notes;
}
