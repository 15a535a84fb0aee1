#pragma once

#include <QFrame>

class QAction;

/// The keys of a review, shown beside the work until they are no longer wanted.
class ReviewKeys : public QFrame
{
    Q_OBJECT

public:
    explicit ReviewKeys(const QList<QAction *> &actions, QWidget *parent = nullptr);
};
