#include "hint.h"

#include <QAbstractItemView>
#include <QPainter>

void hint::paint(QAbstractItemView &view, const QString &text)
{
    if (!view.model() || view.model()->rowCount() > 0)
        return;
    QPainter painter(view.viewport());
    painter.setPen(view.palette().color(QPalette::PlaceholderText));
    const int margin = view.fontMetrics().height();
    painter.drawText(view.viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
}
