#include "evidencebar.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::Literals;

QSize EvidenceBar::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.averageCharWidth() * 16, QStyledItemDelegate::sizeHint(option, index).height()};
}

void EvidenceBar::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const int space = std::max(2, option.fontMetrics.height() / 6);
    QStyleOptionProgressBar bar;
    const QRect whole = option.rect.adjusted(space, space, -space, -space);
    const int share = option.fontMetrics.horizontalAdvance(u"100%"_s) + 2 * space;
    bar.rect = style->visualRect(option.direction, whole, whole.adjusted(share, 0, 0, 0));
    bar.palette = option.palette;
    bar.fontMetrics = option.fontMetrics;
    bar.direction = option.direction;
    bar.state = QStyle::State_Enabled | QStyle::State_Horizontal;
    bar.maximum = 100;
    bar.progress = qRound(index.data(Qt::EditRole).toDouble() * 100);
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);

    const bool isSelected = option.state & QStyle::State_Selected;
    const QRect beside
        = style->visualRect(option.direction, whole, {whole.topLeft(), QSize(share - 2 * space, whole.height())});
    style->drawItemText(painter, beside, int(Qt::AlignRight | Qt::AlignVCenter), option.palette, true,
                        index.data().toString(), isSelected ? QPalette::HighlightedText : QPalette::Text);
}
