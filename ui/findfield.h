#pragma once

#include <QLineEdit>

/// A line that narrows what a page shows. Ctrl+E, for Qt on X11 the end of a line, stays the page's.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

protected:
    bool event(QEvent *event) override;
};
