#include "codegutter.h"

#include "codeeditor.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QTextBlock>

using namespace Qt::Literals;

CodeGutter::CodeGutter(CodeEditor &editor)
    : QWidget(&editor)
    , m_editor(editor)
{
    setObjectName(editor.objectName() + u"Gutter");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
}

QSize CodeGutter::sizeHint() const
{
    const int digits = std::max(3, int(QString::number(m_editor.blockCount()).size()));
    const int letter = m_editor.fontMetrics().horizontalAdvance(u'9');
    return {letter * (digits + 1) + m_editor.fontMetrics().height(), 0};
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setFont(m_editor.font());
    const int height = m_editor.fontMetrics().height();
    const QColor plain = palette().color(QPalette::PlaceholderText);
    for (const auto &[block, rect] : m_editor.visibleBlocks(event->rect())) {
        const bool isCurrent = block == m_editor.textCursor().block();
        const bool isFaulty = block.blockNumber() + 1 == m_editor.faultLine();
        QFont font = m_editor.font();
        font.setBold(isCurrent || isFaulty);
        painter.setFont(font);
        painter.setPen(isCurrent || isFaulty ? palette().color(QPalette::WindowText) : plain);
        const QRect place(0, int(rect.top()), width() - height, height);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         isFaulty ? u"⚠"_s : QString::number(block.blockNumber() + 1));
        if (!m_editor.isFoldable(block))
            continue;
        QStyleOption option;
        option.initFrom(this);
        option.rect = QRect(width() - height, int(rect.top()), height, height).adjusted(2, 2, -2, -2);
        style()->drawPrimitive(m_editor.isFolded(block) ? QStyle::PE_IndicatorArrowRight
                                                        : QStyle::PE_IndicatorArrowDown,
                               &option, &painter, this);
    }
}

void CodeGutter::mousePressEvent(QMouseEvent *event)
{
    m_editor.toggleFold(m_editor.cursorForPosition({0, event->pos().y()}).block());
}
