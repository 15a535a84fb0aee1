#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QProgressBar;
struct Progress;

/// How far a piece of work is, in words and as a bar, and a way to stop it. Hidden until there is something to tell.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    /// Its parts are called by `name`: "exportText", "exportProgress". What cannot be stopped has no `stop`.
    ProgressLine(const QString &name, const QString &accessibleName, QAction *stop, QWidget *parent);

    void tell(const QString &text, int done, std::optional<int> total);
    /// `pattern` is "Exporting %1": how many of how many come in, and the time that is left behind it.
    void tell(const QString &pattern, const Progress &progress);

private:
    QLabel *m_text;
    QProgressBar *m_bar;
};
