#pragma once

#include "jobs/worker.h"

#include <QObject>

/// Makes the title that a person looks at theirs, as long as they do: nobody else who reviews gets it meanwhile.
class ReviewHold : public QObject
{
    Q_OBJECT

public:
    explicit ReviewHold(Database &database, QObject *parent = nullptr);

    /// The title before is free again.
    void turnTo(ItemId item);
    void giveBack();
    /// Who else looks at the title that this person turned to; empty if nobody does.
    const QString &other() const { return m_other; }

signals:
    void answered(ItemId item); ///< it is theirs, or other() says whose

private:
    void ask();
    void turn();
    void look();

    Database &m_database;
    Worker m_worker;
    ItemId m_item; // that is looked at
    WorkerId m_holder; // as whom it was asked for
    QString m_other;
    bool m_isAsking = false;
};
