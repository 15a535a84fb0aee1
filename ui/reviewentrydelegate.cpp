#include "reviewentrydelegate.h"

#include "reviewmodel.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::Literals;

namespace {

QString details(const QModelIndex &index)
{
    const QString facts = index.data(ReviewModel::FactsRole).toString();
    QString state = index.data(ReviewModel::VerdictNameRole).toString();
    if (facts.isEmpty())
        return state;
    const bool isAsked = index.data(ReviewModel::VerdictRole).toInt() == int(Verdict::Unreviewed); // as most are
    return isAsked ? facts : u"%1 · %2"_s.arg(state, facts);
}

}

QSize ReviewEntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.lineSpacing();
    return {option.fontMetrics.averageCharWidth() * 20, 2 * line + line / 2};
}

void ReviewEntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QIcon icon = option.icon;
    option.text.clear();
    option.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const bool isSelected = option.state & QStyle::State_Selected;
    const int line = option.fontMetrics.lineSpacing();
    const QRect all = option.rect.adjusted(line / 3, line / 4, -line / 3, -line / 4);
    const QRect picture(all.left(), all.top(), line, line);
    icon.paint(painter, QStyle::visualRect(option.direction, all, picture), Qt::AlignCenter,
               isSelected ? QIcon::Selected : QIcon::Normal);

    painter->save();
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const QRect texts = QStyle::visualRect(option.direction, all, all.adjusted(line + line / 3, 0, 0, 0));
    const auto draw = [&](const QString &text, const QFont &font, Qt::Alignment vertical) {
        painter->setFont(font);
        const QString elided = QFontMetrics(font).elidedText(text, Qt::ElideRight, texts.width());
        painter->drawText(texts, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | vertical)), elided);
    };
    QFont bold = option.font;
    bold.setBold(true);
    draw(index.data().toString(), bold, Qt::AlignTop);
    draw(details(index), option.font, Qt::AlignBottom);
    painter->restore();
}
