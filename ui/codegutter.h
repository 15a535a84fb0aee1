#pragma once

#include <QWidget>

class CodeEditor;

/// Beside an editor: its line numbers, where something can be folded, and the line with a fault.
class CodeGutter : public QWidget
{
    Q_OBJECT

public:
    explicit CodeGutter(CodeEditor &editor);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    CodeEditor &m_editor;
};
