#include "ownstyle.h"

#include "icons.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals;

QString OwnStyle::directed(const QString &text)
{
    return QChar(text.isRightToLeft() ? 0x202b : 0x202a) + text + QChar(0x202c);
}

void OwnStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element != CE_ItemViewItem || !item || item->direction == Qt::LeftToRight || item->text.isEmpty())
        return QProxyStyle::drawControl(element, option, painter, widget);
    QStyleOptionViewItem own = *item;
    own.text = directed(item->text);
    QProxyStyle::drawControl(element, &own, painter, widget);
}

void OwnStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isTick = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
    const QPalette &palette = option->palette;
    if (!isTick || palette.window().color().lightness() > palette.windowText().color().lightness())
        return;
    QColor outline = palette.windowText().color();
    outline.setAlphaF(0.6F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    const QRectF inside = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorCheckBox)
        painter->drawRoundedRect(inside, 2, 2);
    else
        painter->drawEllipse(inside);
    painter->restore();
}

QIcon OwnStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon != SP_LineEditClearButton)
        return QProxyStyle::standardIcon(icon, option, widget);
    const bool isReversed = option && option->direction == Qt::RightToLeft; // the icons point at what they clear
    return icons::named(isReversed ? u"edit-clear-locationbar-ltr"_s : u"edit-clear-locationbar-rtl"_s);
}
