#pragma once

#include "jobs/job.h"
#include "store/table.h"

#include <memory>

class Database;

/// Rows as they are shown, all of them, into a file.
namespace tableexport {

/// What goes into the file.
struct Order
{
    table::Query query; ///< with the columns in the order shown
    int total = 0; ///< rows, about
    QString path;
};

/// Writes CSV page by page on the database's thread. The file appears whole or not at all. Returns its rows.
QCoro::Task<Result<int>> toCsv(std::shared_ptr<Job> job, Database &database, Order order);

}
