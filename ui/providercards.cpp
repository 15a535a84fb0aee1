#include "providercards.h"

#include "hint.h"
#include "providermodel.h"
#include "wording.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

using namespace Qt::Literals;

namespace {

constexpr int NameLines = 2;

/// A card: the provider's name in bold, and what is here of it.
class CardDelegate : public QStyledItemDelegate
{
public:
    explicit CardDelegate(QListView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_view->gridSize(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int space = option.fontMetrics.height() / 4;
        const QRect card = option.rect.adjusted(space, space, -space, -space);
        painter->save();
        paintCard(painter, option, card);
        paintTexts(painter, option, card.adjusted(2 * space, 2 * space, -2 * space, -2 * space), index);
        painter->restore();
    }

private:
    static void paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QRect &card)
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool focused = option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver);
        const double radius = option.fontMetrics.height() / 4.0;
        const QPalette &palette = option.palette;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(palette.color(selected ? QPalette::Highlight : QPalette::AlternateBase));
        painter->setPen(QPen(palette.color(focused ? QPalette::Highlight : QPalette::Mid), focused ? 2 : 1));
        painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

    static void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                           const QModelIndex &index)
    {
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        const auto draw = [&](const QString &text, const QFont &font, Qt::Alignment vertical, int lines) {
            const QFontMetrics metrics(font);
            const int room = rect.width() * lines - metrics.averageCharWidth() * 6 * (lines - 1);
            const auto alignment = QStyle::visualAlignment(option.direction, Qt::AlignLeft | vertical);
            painter->setFont(font);
            painter->drawText(rect, int(alignment) | Qt::TextWordWrap, metrics.elidedText(text, Qt::ElideRight, room));
        };
        QFont bold = option.font;
        bold.setBold(true);
        const QVariant known = index.data(ProviderModel::KnownRole);
        draw(index.data().toString(), bold, known.isNull() ? Qt::AlignVCenter : Qt::AlignTop, NameLines);
        if (!known.isNull())
            draw(ProviderModel::tr("%1 here").arg(wording::number(known.toInt())), option.font, Qt::AlignBottom, 1);
    }

    QListView *m_view;
};

}

ProviderCards::ProviderCards(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"providers"_s);
    setAccessibleName(tr("Providers"));
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(new CardDelegate(this));
    setMinimumHeight(fontMetrics().height() * 11);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ProviderCards::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void ProviderCards::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    hint::paint(*this, m_placeholder);
}

void ProviderCards::resizeEvent(QResizeEvent *event)
{
    fitCards();
    QListView::resizeEvent(event);
}

void ProviderCards::fitCards()
{
    const QFontMetrics metrics = fontMetrics();
    // Room for the scroll bar is kept, so that the columns do not change as it comes and goes.
    const int room = width() - 2 * frameWidth() - verticalScrollBar()->sizeHint().width() - 1;
    const int columns = std::max(1, room / (metrics.averageCharWidth() * 22));
    setGridSize({room / columns, metrics.height() * 9 / 2});
}
