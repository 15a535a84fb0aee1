#include "poster.h"

#include "icons.h"
#include "posters.h"

#include <QEvent>

using namespace Qt::Literals;

Poster::Poster(const QString &name, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    setAlignment(Qt::AlignCenter);
    const int width = fontMetrics().height() * 4;
    setFixedSize(width, width * 3 / 2);
    paintIt();
}

void Poster::setPosters(Posters *posters)
{
    m_posters = posters;
    connect(posters, &Posters::arrived, this, &Poster::take);
}

void Poster::show(const QUrl &url)
{
    setVisible(true);
    if (url == m_url)
        return;
    m_url = url;
    if (m_posters)
        m_posters->wantChosen(url);
    paintIt();
}

/// The sign is as dark as the texts.
void Poster::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIt();
}

void Poster::take(const QUrl &url)
{
    if (url == m_url)
        paintIt();
}

void Poster::paintIt()
{
    const QPixmap poster = m_posters ? m_posters->of(m_url) : QPixmap();
    setAccessibleName(poster.isNull() ? tr("No poster") : tr("Poster"));
    const QSize room = contentsRect().size();
    const double ratio = devicePixelRatio();
    QPixmap shown = poster.isNull() ? icons::named(u"video-x-generic"_s).pixmap(room / 2, ratio)
                                    : poster.scaled(room * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (!poster.isNull())
        shown.setDevicePixelRatio(ratio);
    setPixmap(shown);
}
