#include "action.h"
#include "crawlrunner.h"
#include "gallerypage.h"
#include "gallerypreview.h"
#include "inlinemessage.h"
#include "net/httpclient.h"
#include "providerpicker.h"
#include "settings.h"
#include "wording.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals;

void GalleryPage::makeActions()
{
    m_crawl = makeAction(this, u"crawl"_s, tr("Cra&wl"), u"download"_s, {Qt::CTRL | Qt::Key_Return});
    m_onlyList = makeAction(this, u"onlyList"_s, tr("Only &list"), u"view-list-text"_s,
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_Return});
    m_onlyList->setToolTip(tr("Only list the titles, and look none of them up"));
    m_openList = makeAction(this, u"openItemList"_s, tr("&Open item list…"), u"document-open"_s, QKeySequence::Open);
    m_openList->setToolTip(tr("Open an item list (JSON Lines), a CSV file with titles, or a saved gallery page"));
    m_openAddress = makeAction(this, u"openAddress"_s, tr("Type an &address"), u"globe"_s, {Qt::CTRL | Qt::Key_L});
    m_openSample = makeAction(this, u"openSample"_s, tr("Open the &sample"), u"view-media-playlist"_s,
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    m_again = makeAction(this, u"previewAgain"_s, tr("Try again"), u"view-refresh"_s, {Qt::CTRL | Qt::Key_E});
    m_understood
        = makeAction(this, u"understood"_s, tr("I have read &this"), u"dialog-ok-apply"_s, {Qt::CTRL | Qt::Key_I});
    addActions({m_crawl, m_onlyList, m_openList, m_openAddress, m_openSample, m_again, m_understood});
}

QWidget *GalleryPage::makeAddressBar()
{
    auto *bar = new QWidget(this);
    m_address->setParent(bar);
    m_address->setObjectName(u"address"_s);
    m_address->setAccessibleName(tr("Address of a gallery"));
    m_address->setPlaceholderText(u"https://www.justwatch.com/us/provider/hbo-max/movies"_s);
    m_address->setClearButtonEnabled(true);
    auto *label = new QLabel(tr("or &address"), bar);
    label->setBuddy(m_address);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_address, 1);
    return bar;
}

QWidget *GalleryPage::makeContent()
{
    auto *content = new QWidget(this);
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight);
    m_bar->addWidget(m_picker->bar(), 5);
    m_bar->addWidget(makeAddressBar(), 4);
    auto *right = new QVBoxLayout;
    right->addWidget(m_preview);
    right->addWidget(m_terms);
    right->addStretch(1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(fontMetrics().height());
    m_columns->addWidget(m_picker, 5);
    m_columns->addLayout(right, 3);
    auto *layout = new QVBoxLayout(content);
    layout->addLayout(m_bar);
    layout->addWidget(m_addressMessage);
    layout->addLayout(m_columns, 1);
    return content;
}

void GalleryPage::arrange()
{
    m_terms->keep();
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(area);
}

void GalleryPage::watch()
{
    connect(m_crawl, &QAction::triggered, this, [this] { start({}); });
    connect(m_onlyList, &QAction::triggered, this, [this] { start({.onlyList = true}); });
    connect(m_openList, &QAction::triggered, this, &GalleryPage::chooseFile);
    connect(m_openAddress, &QAction::triggered, m_address, [this] { m_address->setFocus(Qt::ShortcutFocusReason); });
    connect(m_openSample, &QAction::triggered, this, &GalleryPage::sampleWanted);
    connect(m_again, &QAction::triggered, this, &GalleryPage::askHowMuch);
    connect(m_understood, &QAction::triggered, this, [this] {
        m_settings.setKnowsTerms();
        updateActions();
    });
    connect(m_address, &QLineEdit::returnPressed, this, [this] { find(m_address->text().trimmed()); });
    connect(m_address, &QLineEdit::textEdited, m_addressMessage, &QWidget::hide);
    connect(m_picker, &ProviderPicker::failed, this, &GalleryPage::failed);
    connect(m_picker, &ProviderPicker::picked, this,
            [this](const QString &country, const Provider &provider) { choose(crawling::of(country, provider)); });
    connect(&m_services.http, &HttpClient::waiting, m_preview,
            [this](const QString &why, const QDateTime &at) { m_preview->tellWaiting(wording::again(why, at)); });
    connect(&m_runner, &CrawlRunner::started, this, &GalleryPage::updateActions);
    connect(&m_runner, &CrawlRunner::finished, this, [this] {
        m_isOutdated = !m_gallery.source.isEmpty();
        updateActions();
        m_picker->countKnown();
    });
}

void GalleryPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 90;
    for (QBoxLayout *layout : {m_bar, m_columns})
        layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}
