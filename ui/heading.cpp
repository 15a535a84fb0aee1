#include "heading.h"

Heading::Heading(const QString &name, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.3);
    larger.setBold(true);
    setFont(larger);
}
