#include "linksdelegate.h"

#include "ownstyle.h"
#include "tablemodel.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::Literals;

namespace {

constexpr int Gap = 4; ///< pixels between two chips, and around a name in one
constexpr int Margin = 3; ///< pixels above and below the names
constexpr int LeastLetters = 12; ///< for a name and how many more there are
constexpr int MostMeasured = 6; ///< chips, for the width of a column

int widthOf(const QFontMetrics &metrics, const QString &name)
{
    return metrics.horizontalAdvance(name) + 3 * Gap;
}

/// As high as a line, in the middle of a higher row.
QRect roomOf(const QStyleOptionViewItem &option)
{
    QRect room = option.rect.adjusted(Gap, Margin, -Gap, -Margin);
    const int higher = std::max(0, room.height() - option.fontMetrics.lineSpacing() * 3 / 2 + 2 * Margin);
    return room.adjusted(0, higher / 2, 0, -(higher - higher / 2));
}

void paintChip(QPainter &painter, const QRect &chip, const QStyleOptionViewItem &option, const QString &name)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor fill = text;
    fill.setAlphaF(0.1F);
    QColor edge = text;
    edge.setAlphaF(0.3F);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 3.0, chip.height() / 3.0);
    painter.setPen(text);
    const QRect inside = chip.adjusted(Gap, 0, -Gap, 0);
    painter.drawText(inside, Qt::AlignCenter | Qt::TextSingleLine,
                     OwnStyle::directed(option.fontMetrics.elidedText(name, Qt::ElideRight, inside.width())));
}

}

table::Links LinksDelegate::linksOf(const QModelIndex &index) const
{
    return index.data(TableModel::LinksRole).value<table::Links>();
}

void LinksDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const table::Links links = linksOf(index);
    if (links.isEmpty())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem back = option;
    initStyleOption(&back, index);
    back.text.clear();
    back.widget->style()->drawControl(QStyle::CE_ItemViewItem, &back, painter, back.widget);
    painter->save();
    painter->setFont(back.font);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(back.rect, Qt::IntersectClip);
    const QRect room = roomOf(back);
    int at = 0;
    for (qsizetype i = 0; i < links.size(); ++i) {
        const bool isCramped = i == 0 && links.size() > 1
            && room.width() < back.fontMetrics.averageCharWidth() * LeastLetters; // then only how many there are
        const QString more = isCramped ? QString::number(links.size()) : u"+%1"_s.arg(links.size() - i);
        const int kept = i + 1 < links.size() && !isCramped ? widthOf(back.fontMetrics, more) + Gap : 0;
        const int wanted = widthOf(back.fontMetrics, links[i].name);
        const bool fits = at + wanted + kept <= room.width() || (i == 0 && !isCramped);
        const QString name = fits ? links[i].name : more;
        const int width
            = std::min(fits ? wanted : widthOf(back.fontMetrics, more), room.width() - at - (i == 0 ? kept : 0));
        const QRect chip(room.left() + at, room.top(), std::max(width, 0), room.height());
        paintChip(*painter, QStyle::visualRect(back.direction, room, chip), back, name);
        at += width + Gap;
        if (!fits)
            break;
    }
    painter->restore();
}

QSize LinksDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    int width = 2 * Gap;
    const table::Links links = linksOf(index);
    for (const table::Link &link : links.first(std::min<qsizetype>(links.size(), MostMeasured)))
        width += widthOf(option.fontMetrics, link.name) + Gap;
    size.setWidth(std::max(size.width(), width));
    return size;
}
