#pragma once

#include "data/entity.h"
#include "jobs/crawling.h"
#include "jobs/worker.h"
#include "net/httpclient.h"
#include "store/database.h"
#include "store/leases.h"
#include "store/library.h"

#include <QCache>
#include <QObject>
#include <QSet>

/// What is asked for, cut into requests: each with as much as the API takes, or with one thing where the client asks
/// so.
template<typename List>
QList<List> requestsOf(const HttpClient &http, const List &things, qsizetype most)
{
    const qsizetype size = http.asksOneByOne() ? 1 : most;
    QList<List> requests;
    for (qsizetype from = 0; from < things.size(); from += size)
        requests.append(things.mid(from, size));
    return requests;
}

/// One crawl while it runs: what its loops share. They know each other only through rows, and through word of new ones.
class Run : public QObject
{
    Q_OBJECT

public:
    enum class Stage { List, Resolve, MatchById, Search, Record };

    Run(std::shared_ptr<Job> job, const Services &services, Crawl crawl);

    const std::shared_ptr<Job> job;
    Worker worker; ///< among all who work on the same rows
    Services services; ///< for this gallery: the web, or the bundled answers for the sample
    Crawl crawl; ///< kept up to date by the listing
    bool lists = false; ///< this worker does the listing

    Database &database() const { return services.database; }
    GalleryId gallery() const { return crawl.gallery.id; }
    std::stop_token stop() const { return m_stop.get_token(); }

    /// A stage is over when it has ended and so have those that bring it rows.
    void end(Stage stage);
    bool isOver(Stage stage) const { return m_ended.contains(stage); }

    /// Word of new rows: a loop that found none asks for the news first, and waits until there are others.
    int news() const { return m_news; }
    void tell();
    QCoro::Task<> newsAfter(int known);

    /// Writes what came of the work on these items, if they are still this worker's, and gives them back in the same
    /// transaction. Cancelled, if another has one of them by now.
    template<typename Work>
    QCoro::Task<Result<>> keep(QList<ItemId> items, Work work)
    {
        return database().run([worker = worker.id(), items = std::move(items), work = std::move(work)](Connection &c) {
            return c.atomically([&] { return leases::finish(c, worker, items).and_then([&] { return work(c); }); });
        });
    }

    /// Writes an answer of the web while the work on it goes on: what comes of that is written after it, as the
    /// database works in order. If it cannot be written, nothing can go on.
    template<typename Work>
    void keepAnswer(Work work)
    {
        QCoro::connect(database().run(std::move(work)), this, [this](const Result<> &kept) {
            if (!kept)
                fail(kept.error());
        });
    }

    /// Matching rests while it is far ahead of recording: what it has read would be forgotten before it is recorded.
    void countDecided(const QList<library::Weighed> &weighed);
    void beginRecording(qsizetype movies);
    void endRecording() { --m_recorders; }
    QCoro::Task<> recordersCaughtUp();

    /// What the loops have read lately, so that the next need not read it from the rows again.
    struct Recent
    {
        QCache<QString, Entity> entities{600};
        QCache<QString, Label> labels{100'000};
    };
    Recent recent;

    /// Something went wrong and the rest goes on: noted in the rows and told.
    QCoro::Task<> note(QString subject, Error error);

    /// Nothing can go on: the loops end, the crawl is Failed.
    void fail(const Error &error);
    const std::optional<Error> &failure() const { return m_failure; }
    void countFailure(const Error &error); ///< many in a row are a failure of the whole
    void countSuccess() { m_failuresInARow = 0; }

signals:
    void told();

private:
    std::stop_source m_stop; // the job's, or our own failure
    std::stop_callback<std::function<void()>> m_follow;
    QTimer m_others; // who work on the same rows do not tell
    QSet<Stage> m_ended;
    std::optional<Error> m_failure;
    int m_failuresInARow = 0;
    int m_news = 0;
    qsizetype m_ahead = 0; // decided by this run and not taken to be recorded
    int m_recorders = 0; // at work
};
