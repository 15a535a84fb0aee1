#pragma once

#include "jobs/job.h"
#include "store/pasting.h"
#include "store/sidelane.h"

/// A file with more lines than a person can look at one by one: it is read through first, and imported whole. Both go
/// part by part, and an import is one transaction.
namespace wholefile {

struct Order
{
    QString path;
    QString table;
    pasting::Unknown unknown = pasting::Unknown::IsFault;
    QString who; ///< imports it
    QByteArray checksum; ///< of what was read through; empty for any
    qint64 linesOfAPart = 20'000; ///< which are one act, that can be undone
};

/// What a file would change, or has changed.
struct Findings
{
    qint64 lines = 0;
    qint64 newRows = 0;
    qint64 changed = 0; ///< values of rows that are there
    qint64 unchanged = 0; ///< values
    qint64 faults = 0; ///< cells that cannot be meant: they are left out
    qint64 notMade = 0; ///< new rows, each for a fault
    QList<pasting::Fault> firstFaults; ///< at most 1,000
    QStringList aside; ///< headers that are no column for people
    QByteArray checksum;
};

/// Invalid for a file that cannot be read or is larger than 1 GiB, Malformed for one that is no rows.
QCoro::Task<Result<Findings>> look(const std::shared_ptr<Job> &job, SideLane &lane, Order order);
/// All of it or nothing.
QCoro::Task<Result<Findings>> import(const std::shared_ptr<Job> &job, Database &database, Order order);

}
