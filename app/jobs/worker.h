#pragma once

#include "store/workers.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

class Database;

/// This program's part in the work on a database: it lives while this object does, and so do its leases.
class Worker : public QObject
{
    Q_OBJECT

public:
    Worker(Database &database, workers::Task task, CrawlId crawl = {});
    ~Worker() override;

    /// Zero before it has entered, and while it was given up for dead (this machine slept, or was cut off).
    WorkerId id() const { return m_self.id; }
    /// How many take part in the same crawl, this one too.
    int present() const { return m_present; }

    /// Enters, if it has not. Others that are dead end with that.
    QCoro::Task<Result<>> enter();
    /// The same without waiting: answered() follows.
    void begin();
    /// It was told that it is dead: it enters anew.
    void forget();
    /// Its row is another's to end from now on.
    WorkerId release();

signals:
    void beat(); // renewed, or entered anew: others may have come or gone
    void answered(); // it has entered, or could not

private:
    void renew();

    Database &m_database;
    workers::Worker m_self;
    QTimer m_pulse;
    int m_present = 1;
    bool m_isEntering = false;
    Error m_failure; // of entering
};
