#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/rowsline.h"
#include "jobs/exporting.h"

using namespace Qt::Literals;

namespace {

QString inWords(const exports::Report &report, const exports::Order &order)
{
    QString text = u"%1 rows are in %2"_s.arg(report.rows).arg(order.path);
    if (order.isFolder())
        text += u" (%1 files)"_s.arg(report.files);
    text += u", %1 bytes."_s.arg(report.bytes);
    if (report.shortened > 0)
        text += u" %1 cells were too long for the format and are cut."_s.arg(report.shortened);
    return text;
}

}

QCoro::Task<int> commands::exportRows(Services services, exports::Order order)
{
    const auto job = std::make_shared<Job>();
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, job.get(), &Job::stop);
    Exporter exporter(services.database);
    Result<exports::Report> done;
    {
        const RowsLine line(*job);
        done = co_await exporter.write(job, order);
    }
    if (!done)
        co_return output::fail(done.error());
    if (!order.path.isEmpty())
        output::tell(inWords(*done, order));
    co_return output::Done;
}
