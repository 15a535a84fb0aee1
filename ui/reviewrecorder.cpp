#include "reviewrecorder.h"

using namespace std::chrono_literals;

ReviewRecorder::ReviewRecorder(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1500ms);
    connect(&m_soon, &QTimer::timeout, this, &ReviewRecorder::record);
}

ReviewRecorder::~ReviewRecorder()
{
    if (m_job)
        m_job->stop();
}

void ReviewRecorder::recordSoon()
{
    m_soon.start();
}

void ReviewRecorder::record()
{
    m_isAgain = bool(m_job);
    if (m_job)
        return;
    m_job = std::make_shared<Job>();
    connect(m_job.get(), &Job::noted, this, [this](const Note &note) { emit failed(note.error); });
    QCoro::connect(crawling::record(m_job, m_services, {}), this, [this](const Result<int> &movies) {
        m_job.reset();
        if (movies)
            emit recorded(*movies);
        else
            emit failed(movies.error());
        if (m_isAgain)
            recordSoon();
    });
}
