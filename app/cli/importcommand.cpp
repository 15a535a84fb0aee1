#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/rowsline.h"
#include "jobs/exporting.h"

using namespace Qt::Literals;

QCoro::Task<int> commands::importRows(Services services, imports::Order order)
{
    const auto job = std::make_shared<Job>();
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, job.get(), &Job::stop);
    Result<exports::Report> done;
    {
        const RowsLine line(*job);
        done = co_await importing::read(job, services.database, order);
    }
    if (!done)
        co_return output::fail(done.error());
    output::tell(u"%1 rows were read from %2."_s.arg(done->rows).arg(order.path));
    co_return output::Done;
}
