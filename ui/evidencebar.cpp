#include "evidencebar.h"

#include <QApplication>
#include <QPainter>

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
    bar.rect = option.rect.adjusted(space, space, -space, -space);
    bar.palette = option.palette;
    bar.fontMetrics = option.fontMetrics;
    bar.direction = option.direction;
    bar.state = QStyle::State_Enabled | QStyle::State_Horizontal;
    bar.maximum = 100;
    bar.progress = qRound(index.data(Qt::EditRole).toDouble() * 100);
    bar.text = index.data().toString();
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);
}
