#include "inlinemessage.h"

#include "icons.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

QString iconOf(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Information:
        return u"dialog-information"_s;
    case InlineMessage::Kind::Positive:
        return u"dialog-positive"_s;
    case InlineMessage::Kind::Warning:
        return u"dialog-warning"_s;
    case InlineMessage::Kind::Error:
        return u"dialog-error"_s;
    }
    return {};
}

QToolButton *button(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    return button;
}

}

InlineMessage::InlineMessage(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_act(button(name + u"Action", this))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_close(button(name + u"Close", this))
{
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(name + u"Text");
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_act->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setAutoRaise(true);
    m_close->setIcon(icons::named(u"dialog-close"_s));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    connect(m_close, &QToolButton::clicked, this, &InlineMessage::dismiss);

    m_body->addWidget(m_text, 1);
    m_body->addWidget(m_act, 0, Qt::AlignLeading);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void InlineMessage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 80;
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QFrame::resizeEvent(event);
}

QString InlineMessage::text() const
{
    return m_text->text();
}

void InlineMessage::keep()
{
    m_close->hide();
}

void InlineMessage::tell(Kind kind, const QString &text, QAction *action)
{
    m_icon->setPixmap(icons::named(iconOf(kind)).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize) * 3 / 2));
    m_text->setText(text);
    setToolTip({});
    setAccessibleName(text);
    for (QAction *old : m_act->actions())
        m_act->removeAction(old);
    if (action)
        m_act->setDefaultAction(action);
    m_act->setVisible(action);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InlineMessage::tellError(const Error &error, QAction *action)
{
    tell(Kind::Error, error.message, action);
    setToolTip(error.detail);
}

void InlineMessage::dismiss()
{
    hide();
    emit dismissed();
}
