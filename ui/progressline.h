#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QBoxLayout;
class QLabel;
class QProgressBar;
struct Progress;

/// How far a piece of work is, in words and as a bar, and a way to stop it. Hidden until there is something to tell.
/// Where there is little room, the words stand above the bar.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    /// Its parts are called by `name`: "exportText", "exportProgress". What cannot be stopped has no `stop`.
    ProgressLine(const QString &name, const QString &accessibleName, QAction *stop, QWidget *parent);

    void tell(const QString &text, int done, std::optional<int> total);
    /// `pattern` is "Exporting %1": how many of how many come in, and the time that is left behind it.
    void tell(const QString &pattern, const Progress &progress);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_layout;
    QLabel *m_text;
    QProgressBar *m_bar;
};
