#include "barlist.h"

#include "ownstyle.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::Literals;

namespace {

enum Role { PartRole = Qt::UserRole, CountRole, FilterRole, NameRole };

class BarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem back = option;
        back.text.clear();
        back.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &back, painter, back.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        QColor fill = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Highlight);
        fill.setAlphaF(0.3F);
        const QRect room = option.rect.adjusted(2, 2, -2, -2);
        QRect bar = room;
        bar.setWidth(std::max(2, int(room.width() * index.data(PartRole).toDouble())));
        painter->fillRect(QStyle::visualRect(option.direction, room, bar), fill);
        painter->setPen(text);
        const QRect inside = room.adjusted(6, 0, -6, 0);
        const QString count = index.data(CountRole).toString();
        const int taken = option.fontMetrics.horizontalAdvance(count) + 12;
        painter->drawText(inside, Qt::AlignVCenter | Qt::AlignTrailing, count);
        QRect name = inside;
        name.setWidth(std::max(0, inside.width() - taken));
        name = QStyle::visualRect(option.direction, inside, name);
        const QString kept
            = option.fontMetrics.elidedText(index.data(NameRole).toString(), Qt::ElideRight, name.width());
        painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeading, OwnStyle::directed(kept));
    }
};

}

BarList::BarList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new BarDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    const auto choose = [this](QListWidgetItem *item) { emit chosen(item->data(FilterRole).toString()); };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
}

void BarList::add(const QString &name, const QString &count, double part, const QString &filter)
{
    auto *item = new QListWidgetItem(tr("%1: %2").arg(name, count), this);
    item->setData(PartRole, part);
    item->setData(CountRole, count);
    item->setData(FilterRole, filter);
    item->setData(NameRole, name);
    item->setSizeHint({0, fontMetrics().height() * 3 / 2});
}

QSize BarList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, std::max(1, count()) * (fontMetrics().height() * 3 / 2) + 2};
}
