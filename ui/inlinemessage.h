#pragma once

#include "data/result.h"

#include <QFrame>

class QAction;
class QBoxLayout;
class QLabel;
class QToolButton;

/// A message beside what it concerns, with at most one thing to do about it. Hidden while there is none.
class InlineMessage : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Positive, Warning, Error };

    explicit InlineMessage(const QString &name, QWidget *parent = nullptr);

    QString text() const;
    /// It stays until what it says is done.
    void keep();

public slots:
    void tell(Kind kind, const QString &text, QAction *action = nullptr);
    void tellError(const Error &error, QAction *action = nullptr);
    void dismiss();

signals:
    void dismissed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_act;
    QBoxLayout *m_body; // the text, and beside or below it what to do
    QToolButton *m_close;
};
