#include "reviewitem.h"

#include "heading.h"
#include "icons.h"
#include "match/score.h"
#include "reviewwording.h"
#include "wording.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals;

namespace {

/// How an item stands, and why.
QString standing(const Decision &decision)
{
    const QString state = reviewwording::verdict(decision.verdict);
    const QString reason = reviewwording::reason(decision.reason);
    QString why = reason.isEmpty() ? state : u"%1: %2"_s.arg(state, reason);
    if (decision.verdict != Verdict::LookupFailed || !decision.retryAt)
        return why;
    return ReviewItem::tr("%1 It is tried again from %2 on; T tries now.").arg(why, wording::moment(*decision.retryAt));
}

}

ReviewItem::ReviewItem(QWidget *parent)
    : QWidget(parent)
    , m_poster(new QLabel(this))
    , m_title(new Heading(u"reviewTitle"_s, this))
    , m_facts(addLabel(u"reviewFacts"_s))
    , m_originalTitle(addLabel(u"reviewOriginalTitle"_s))
    , m_link(addLabel(u"reviewLink"_s))
    , m_state(addLabel(u"reviewStanding"_s))
{
    m_link->setTextFormat(Qt::RichText);
    m_link->setOpenExternalLinks(true);
    m_link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto *texts = new QVBoxLayout;
    for (QLabel *label : {static_cast<QLabel *>(m_title), m_facts, m_originalTitle, m_link, m_state})
        texts->addWidget(label);
    texts->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    makePoster();
    layout->addWidget(m_poster, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
}

void ReviewItem::makePoster()
{
    m_poster->setObjectName(u"reviewPoster"_s);
    m_poster->setFrameShape(QFrame::StyledPanel);
    m_poster->setAlignment(Qt::AlignCenter);
    const int width = fontMetrics().height() * 4;
    m_poster->setFixedSize(width, width * 3 / 2);
    showPoster({});
}

void ReviewItem::showPoster(const QPixmap &poster)
{
    m_poster->setAccessibleName(poster.isNull() ? tr("No poster") : tr("Poster"));
    const QSize room = m_poster->contentsRect().size();
    const double ratio = devicePixelRatio();
    QPixmap shown = poster.isNull() ? icons::named(u"video-x-generic"_s).pixmap(room / 2, ratio)
                                    : poster.scaled(room * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (!poster.isNull())
        shown.setDevicePixelRatio(ratio);
    m_poster->setPixmap(shown);
}

QLabel *ReviewItem::addLabel(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void ReviewItem::show(const Match &match)
{
    const Item &item = match.item;
    m_title->setText(item.title);
    m_facts->setText(reviewwording::facts(item));
    m_facts->setVisible(!m_facts->text().isEmpty());
    const QStringList others = score::titlesOf(item).sliced(1);
    m_originalTitle->setVisible(!others.isEmpty());
    m_originalTitle->setText(tr("Original title: %1").arg(others.join(u" / "_s)));
    m_link->setText(linkTo(item));
    m_link->setVisible(!m_link->text().isEmpty());
    m_state->setText(standing(match.decision));
}

QString ReviewItem::linkTo(const Item &item) const
{
    if (item.url.scheme() != "https"_L1 && item.url.scheme() != "http"_L1)
        return {};
    return u"<a href=\"%1\">%2</a>"_s.arg(item.url.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                                          tr("Open in %1").arg(item.gallery.name).toHtmlEscaped());
}
