#pragma once

#include <QFrame>

class QAction;

/// Asks inline why none of the candidates is right: one key a reason, Escape for none.
class ReviewRejection : public QFrame
{
    Q_OBJECT

public:
    explicit ReviewRejection(QWidget *parent = nullptr);

public slots:
    void ask();
    void cancel();

signals:
    void chosen(const QString &reason); // in the words that are kept
    void asking(bool on);

private:
    QAction *addReason(int number, const QString &reason);
};
