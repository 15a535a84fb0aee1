#pragma once

#include "data/crawl.h"
#include "data/match.h"
#include "jobs/job.h"
#include "jobs/services.h"

#include <QCoroTask>

#include <memory>

class Recording;

/// From a gallery to filled tables: list, resolve, match, record. Every step is rows, so that it can stop anywhere.
namespace crawling {

/// The gallery that a text means: an address of JustWatch, a file's path, or "sample".
QCoro::Task<Result<Gallery>> find(Services services, QString text, std::stop_token stop = {});
Gallery of(const QString &country, const Provider &provider);

/// The bundled sample: its gallery, and the answers that stand in for the web.
Gallery sample();
Result<std::shared_ptr<const Recording>> sampleAnswers();

/// What a crawl would be, before it starts.
struct Preview
{
    Gallery gallery;
    std::optional<int> titles;
    std::optional<Tally> known; ///< what is here of it already
    int requests = 0; ///< about
    TimeLeft time;
};
QCoro::Task<Result<Preview>> preview(Services services, Gallery gallery, std::stop_token stop = {});

struct Options
{
    std::optional<int> limit;
    bool onlyList = false;
};
/// The crawl of this gallery and extent that was not finished, or a new one's row. Nothing is asked yet.
QCoro::Task<Result<Crawl>> prepare(Services services, Gallery gallery, Options options = {});

/// Runs a crawl to its end, from wherever its rows say it is. Cancelled (stopped) leaves it paused.
QCoro::Task<Result<Tally>> run(std::shared_ptr<Job> job, Services services, CrawlId crawl);

/// Writes the movies of decided items: after a review, or as a part of run().
QCoro::Task<Result<int>> record(std::shared_ptr<Job> job, Services services, std::optional<GalleryId> gallery);

/// Looks one item up with other words, or by an article's address, a Q-id or an IMDb id: its candidates, weighed.
QCoro::Task<Result<QList<Candidate>>> lookUp(Services services, Item item, QString words, std::stop_token stop = {});

}
