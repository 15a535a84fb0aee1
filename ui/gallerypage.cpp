#include "gallerypage.h"

#include "crawlrunner.h"
#include "gallerypreview.h"
#include "inlinemessage.h"
#include "providerpicker.h"
#include "settings.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>

using namespace Qt::Literals;

namespace {

bool comesFromJustWatch(const Gallery &gallery)
{
    return gallery.source == "justwatch"_L1 || gallery.source == "html"_L1;
}

}

GalleryPage::GalleryPage(const Services &services, Settings &settings, CrawlRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_settings(settings)
    , m_runner(runner)
    , m_address(new QLineEdit(this))
    , m_addressMessage(new InlineMessage(u"addressMessage"_s, this))
    , m_terms(new InlineMessage(u"termsMessage"_s, this))
    , m_picker(new ProviderPicker(services, settings, this))
{
    setObjectName(u"galleryPage"_s);
    setAcceptDrops(true);
    setFocusProxy(m_picker);
    makeActions();
    m_preview = new GalleryPreview({m_crawl, m_onlyList, m_openList}, this);
    arrange();
    watch();
    updateActions();
}

GalleryPage::~GalleryPage()
{
    m_stop.request_stop();
}

void GalleryPage::refresh()
{
    if (std::exchange(m_isOutdated, false))
        askHowMuch();
    if (m_gallery.source == "sample"_L1 && !m_picker->isLoaded())
        m_picker->rest(); // the sample does without the web
    else if (m_picker->isLoaded())
        m_picker->countKnown();
    else
        m_picker->load();
}

std::stop_token GalleryPage::ask()
{
    m_stop.request_stop();
    m_stop = {};
    return m_stop.get_token();
}

void GalleryPage::find(const QString &text)
{
    if (text.isEmpty())
        return;
    const std::stop_token stop = ask();
    m_gallery = {};
    m_isPreviewed = false;
    m_addressMessage->hide();
    m_picker->clearPick();
    m_preview->awaitGallery();
    updateActions();
    QCoro::connect(crawling::find(m_services, text, stop), this, [this, stop](const Result<Gallery> &gallery) {
        if (stop.stop_requested())
            return;
        if (gallery)
            return choose(*gallery);
        m_preview->clear();
        m_addressMessage->tellError(gallery.error());
    });
}

void GalleryPage::choose(const Gallery &gallery)
{
    m_gallery = gallery;
    m_addressMessage->hide();
    askHowMuch();
}

void GalleryPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open an item list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Lists of movies (*.jsonl *.json *.csv *.html *.htm)"), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &GalleryPage::find);
    dialog->open();
}

void GalleryPage::askHowMuch()
{
    m_isPreviewed = false;
    m_isOutdated = false;
    m_preview->await(m_gallery.name);
    updateActions();
    const std::stop_token stop = ask();
    QCoro::connect(crawling::preview(m_services, m_gallery, stop), this,
                   [this, stop](const Result<crawling::Preview> &preview) {
                       if (!stop.stop_requested())
                           showPreview(preview);
                   });
}

void GalleryPage::showPreview(const Result<crawling::Preview> &preview)
{
    m_isPreviewed = preview.has_value();
    if (preview)
        m_preview->showPreview(*preview);
    else
        m_preview->showError(preview.error(), m_again);
    updateActions();
}

void GalleryPage::showTerms()
{
    m_terms->tell(InlineMessage::Kind::Warning,
                  tr("JustWatch allows personal, non-commercial use of its pages, and its terms forbid robots. "
                     "Cineteca asks slowly, about once a second, and keeps what it was told. Whether you crawl is "
                     "your decision. A page that you saved, or an item list, does without."),
                  m_understood);
}

void GalleryPage::start(const crawling::Options &options)
{
    m_runner.start(m_gallery, options);
}

void GalleryPage::updateActions()
{
    const bool asksTerms = comesFromJustWatch(m_gallery) && !m_settings.knowsTerms();
    if (asksTerms && m_terms->isHidden())
        showTerms();
    m_terms->setVisible(asksTerms);
    const bool mayStart = m_isPreviewed && !asksTerms && !m_runner.isRunning();
    m_crawl->setEnabled(mayStart);
    m_onlyList->setEnabled(mayStart);
    m_again->setEnabled(!m_gallery.source.isEmpty());
    m_understood->setEnabled(asksTerms);
}

void GalleryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void GalleryPage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty())
        find(urls.first().isLocalFile() ? urls.first().toLocalFile() : urls.first().toString());
}
