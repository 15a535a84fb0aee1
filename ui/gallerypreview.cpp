#include "gallerypreview.h"

#include "actionbutton.h"
#include "heading.h"
#include "inlinemessage.h"
#include "wording.h"

#include <QFormLayout>
#include <QLabel>

using namespace Qt::Literals;

namespace {

QString titles(const crawling::Preview &preview)
{
    return preview.titles ? wording::number(*preview.titles) : GalleryPreview::tr("known once they are listed");
}

QString requests(const crawling::Preview &preview)
{
    return preview.requests > 0 ? GalleryPreview::tr("about %1").arg(wording::number(preview.requests))
                                : GalleryPreview::tr("none");
}

/// Titles that the gallery shows and that are not here; only about, since nothing was listed yet.
QString newTitles(const crawling::Preview &preview)
{
    if (!preview.titles || !preview.known)
        return {};
    const int shown = preview.known->listed - preview.known->gone;
    const int count = std::max(0, *preview.titles - shown);
    return count > 0 ? GalleryPreview::tr("about %1").arg(wording::number(count)) : GalleryPreview::tr("none");
}

}

GalleryPreview::GalleryPreview(const QList<QAction *> &actions, QWidget *parent)
    : QFrame(parent)
    , m_form(new QFormLayout)
    , m_name(new Heading(u"previewName"_s, this))
    , m_address(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_message(new InlineMessage(u"previewMessage"_s, this))
    , m_titles(addRow(u"previewTitles"_s, tr("Movies")))
    , m_known(addRow(u"previewKnown"_s, tr("Already here")))
    , m_new(addRow(u"previewNew"_s, tr("New")))
    , m_gone(addRow(u"previewGone"_s, tr("No longer shown")))
    , m_requests(addRow(u"previewRequests"_s, tr("Requests")))
    , m_time(addRow(u"previewTime"_s, tr("Time")))
{
    setObjectName(u"preview"_s);
    setAccessibleName(tr("The chosen gallery"));
    m_hint->setObjectName(u"previewHint"_s);
    m_hint->setWordWrap(true);
    m_address->setObjectName(u"previewAddress"_s);
    m_address->setOpenExternalLinks(true);
    m_address->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_address),
                            static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_message)})
        layout->addWidget(widget);
    layout->addLayout(m_form);
    layout->addSpacing(fontMetrics().height() / 2);
    for (QAction *action : actions)
        layout->addWidget(new ActionButton(action, this));
    clear();
}

void GalleryPreview::clear()
{
    m_isAwaiting = false;
    m_name->setText(tr("No gallery chosen"));
    m_hint->setText(tr("Choose a provider, paste the address of a gallery, or open a file that lists movies."));
    m_hint->show();
    m_address->hide();
    m_message->hide();
    setRows({});
}

void GalleryPreview::awaitGallery()
{
    clear();
    m_name->setText(tr("Looking for the gallery"));
    m_hint->setText(tr("Asking what the address leads to …"));
    m_isAwaiting = true;
}

void GalleryPreview::tellWaiting(const QString &why)
{
    if (m_isAwaiting)
        m_hint->setText(why);
}

void GalleryPreview::await(const QString &name)
{
    clear();
    m_name->setText(name);
    m_hint->setText(tr("Asking how many movies it has …"));
    m_isAwaiting = true;
}

void GalleryPreview::showPreview(const crawling::Preview &preview)
{
    m_isAwaiting = false;
    m_hint->hide();
    m_message->hide();
    m_name->setText(preview.gallery.name);
    const QString url = preview.gallery.url.toString().toHtmlEscaped();
    m_address->setText(u"<a href=\"%1\">%2</a>"_s.arg(url, tr("Open it in the browser")));
    m_address->setToolTip(url);
    m_address->setVisible(preview.gallery.source != "sample"_L1 && preview.gallery.url.scheme().startsWith("http"_L1));
    setRows(preview);
}

void GalleryPreview::showError(const Error &error, QAction *again)
{
    m_isAwaiting = false;
    m_hint->hide();
    setRows({});
    m_message->tellError(error, again);
}

QLabel *GalleryPreview::addRow(const QString &name, const QString &caption)
{
    auto *value = new QLabel(this);
    value->setObjectName(name);
    value->setAccessibleName(caption);
    value->setWordWrap(true);
    m_form->addRow(tr("%1:").arg(caption), value);
    return value;
}

void GalleryPreview::setRows(const crawling::Preview &preview)
{
    const bool chosen = !preview.gallery.source.isEmpty();
    const Tally known = preview.known.value_or(Tally{});
    setRow(m_titles, chosen ? titles(preview) : QString());
    setRow(m_known, known.listed > 0 ? wording::number(known.listed) : QString());
    setRow(m_new, known.listed > 0 ? newTitles(preview) : QString());
    setRow(m_gone, known.gone > 0 ? wording::number(known.gone) : QString());
    const bool isCounted = chosen && preview.titles;
    setRow(m_requests, isCounted ? requests(preview) : QString());
    setRow(m_time, isCounted ? wording::timeLeft(preview.time) : QString());
}

void GalleryPreview::setRow(QLabel *value, const QString &text)
{
    value->setText(text);
    m_form->setRowVisible(value, !text.isEmpty());
}
