#include "sidebar.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::Literals;

namespace {

constexpr int CountRole = Qt::UserRole;

/// An entry as the style draws it, and its count at the far end.
class SidebarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize plain = QStyledItemDelegate::sizeHint(option, index);
        const int room = option.fontMetrics.horizontalAdvance(u"000,000  "_s);
        return {plain.width() + room, std::max(plain.height(), option.fontMetrics.height() * 2)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        option.showDecorationSelected = true;
        QStyledItemDelegate::paint(painter, option, index);
        const int space = option.fontMetrics.averageCharWidth();
        const QRect rect = option.rect.adjusted(space, 0, -space, 0);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(rect, int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
                          index.data(CountRole).toString());
        painter->restore();
    }
};

}

Sidebar::Sidebar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Pages"));
    setItemDelegate(new SidebarDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFrameShape(NoFrame);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] { emit rowChosen(chosen()); });
}

int Sidebar::chosen() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void Sidebar::choose(int row)
{
    if (row < 0)
        clearSelection();
    else
        setCurrentRow(row);
}

void Sidebar::add(const QIcon &icon, const QString &title)
{
    addItem(new QListWidgetItem(icon, title));
    updateGeometry();
}

void Sidebar::setBadge(int row, const QString &count)
{
    if (QListWidgetItem *entry = item(row)) {
        entry->setData(CountRole, count);
        entry->setData(Qt::AccessibleTextRole, count.isEmpty() ? entry->text() : entry->text() + u", "_s + count);
    }
}

QString Sidebar::badge(int row) const
{
    return item(row) ? item(row)->data(CountRole).toString() : QString();
}

QSize Sidebar::sizeHint() const
{
    return {sizeHintForColumn(0) + 2 * frameWidth(), 0};
}

QSize Sidebar::minimumSizeHint() const
{
    return sizeHint();
}
