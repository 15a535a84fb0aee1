#pragma once

#include "jobs/crawling.h"

#include <QObject>
#include <QTimer>

/// Writes the movies of what was decided, soon after a decision and one run at a time.
class ReviewRecorder : public QObject
{
    Q_OBJECT

public:
    explicit ReviewRecorder(Services services, QObject *parent = nullptr);
    ~ReviewRecorder() override;

public slots:
    void recordSoon();

signals:
    void recorded(int movies);
    void failed(const Error &error);

private:
    void record();

    Services m_services;
    std::shared_ptr<Job> m_job; // while running
    QTimer m_soon;
    bool m_isAgain = false;
};
