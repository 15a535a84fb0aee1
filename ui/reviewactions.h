#pragma once

#include <QAction>

/// The verbs of a review, one key each.
class ReviewActions : public QObject
{
    Q_OBJECT

public:
    explicit ReviewActions(QWidget *page);

    QAction *const accept;
    QAction *const noArticle;
    QAction *const reject;
    QAction *const later;
    QAction *const undo;
    QAction *const search;
    QAction *const open;
    QAction *const keys;
    QAction *const acceptAbove;
    QAction *const blindCheck;
    QAction *const learn;
    QAction *const lookAgain;

    /// In the order of the buttons.
    QList<QAction *> all() const { return {accept, noArticle, reject, later, undo, search, open, keys}; }
    /// What is done now and then, in a menu.
    QList<QAction *> rare() const { return {acceptAbove, blindCheck, learn, lookAgain}; }
    /// Digits may mean something else for a while.
    void setDigitsEnabled(bool enabled);

signals:
    void candidateWanted(int row);

private:
    QList<QAction *> m_digits;
};
