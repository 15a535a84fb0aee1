#include "candidatedelegate.h"

#include "candidatemodel.h"
#include "candidatetext.h"
#include "icons.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::Literals;

namespace {

constexpr int ExcerptLines = 2;

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

int spaceOf(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 3;
}

/// The frame of one candidate's texts, from which each takes its piece.
class Sheet
{
public:
    Sheet(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect)
        : m_painter(painter)
        , m_option(option)
        , m_rest(rect)
    {
    }

    int height() const { return m_rest.height(); }
    bool isReversed() const { return m_option.direction == Qt::RightToLeft; }

    void dropLine(int lineHeight) { m_rest.setTop(m_rest.top() + lineHeight); }

    /// Cuts a column off the side where reading begins, or ends.
    QRect cut(Qt::AlignmentFlag side, int width)
    {
        QRect piece = m_rest;
        const bool isLeft = (side == Qt::AlignLeft) != isReversed();
        if (isLeft) {
            piece.setWidth(width);
            m_rest.setLeft(m_rest.left() + width);
        } else {
            piece.setLeft(m_rest.right() - width + 1);
            m_rest.setRight(m_rest.right() - width);
        }
        return piece;
    }

    void line(const QRect &rect, const QString &text, const QFont &font, Qt::Alignment alignment) const
    {
        m_painter->setFont(font);
        const QString elided = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
        m_painter->drawText(rect, int(QStyle::visualAlignment(m_option.direction, alignment | Qt::AlignTop)), elided);
    }

    const QRect &rest() const { return m_rest; }

private:
    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_rest;
};

QList<QTextLayout::FormatRange> formats(const candidatetext::Excerpt &excerpt)
{
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    for (const auto &[start, length] : excerpt.matched)
        ranges.append({.start = int(start), .length = int(length), .format = strong});
    return ranges;
}

void paintExcerpt(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &html)
{
    const auto excerpt = candidatetext::excerpt(html);
    QTextLayout layout(excerpt.text, option.font);
    layout.setFormats(formats(excerpt));
    QTextOption direction;
    direction.setTextDirection(option.direction);
    direction.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(direction);
    layout.beginLayout();
    double y = 0;
    for (int lines = 0; lines < ExcerptLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    layout.draw(painter, rect.topLeft());
}

}

namespace {

/// As large as there is room, in the middle of it.
void paintPicture(QPainter *painter, const QRect &room, const QPixmap &picture)
{
    const QSize size = picture.size().scaled(room.size(), Qt::KeepAspectRatio);
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, size, room);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(place.adjusted(0, 0, -4, 0), picture);
}

}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool hasExcerpt = !index.data(CandidateModel::ExcerptRole).toString().isEmpty();
    const int lines = hasExcerpt ? 2 + ExcerptLines : 2;
    return {option.fontMetrics.averageCharWidth() * 20, lines * option.fontMetrics.lineSpacing() + 2 * spaceOf(option)};
}

void CandidateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    painter->save();
    painter->setClipRect(option.rect);
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const int space = spaceOf(option);
    const int line = option.fontMetrics.lineSpacing();
    const QFont strong = bold(option.font);
    Sheet sheet(painter, option, option.rect.adjusted(2 * space, space, -2 * space, -space));
    sheet.line(sheet.cut(Qt::AlignLeft, QFontMetrics(strong).horizontalAdvance(u"00  "_s)),
               index.data(CandidateModel::NumberRole).toString(), strong, Qt::AlignLeft);
    if (const auto picture = index.data(CandidateModel::PictureRole).value<QPixmap>(); !picture.isNull())
        paintPicture(painter, sheet.cut(Qt::AlignLeft, option.rect.height() * 3 / 4), picture);
    const QRect score = sheet.cut(Qt::AlignRight, QFontMetrics(strong).horizontalAdvance(u"100 %  "_s));
    sheet.line(score, index.data(CandidateModel::ScoreRole).toString(), strong, Qt::AlignRight);
    if (index.data(CandidateModel::ChosenRole).toBool()) {
        const QRect place(score.right() - line + 1, score.top() + line, line, line);
        icons::named(u"dialog-ok-apply"_s)
            .paint(painter, QStyle::visualRect(option.direction, score, place), Qt::AlignCenter,
                   isSelected ? QIcon::Selected : QIcon::Normal);
    }
    sheet.line(sheet.rest(), index.data().toString(), strong, Qt::AlignLeft);
    sheet.dropLine(line);
    sheet.line(sheet.rest(), index.data(CandidateModel::DescriptionRole).toString(), option.font, Qt::AlignLeft);
    sheet.dropLine(line);
    paintExcerpt(painter, option, sheet.rest(), index.data(CandidateModel::ExcerptRole).toString());
    painter->restore();
}
