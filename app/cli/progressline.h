#pragma once

#include "jobs/job.h"

#include <QElapsedTimer>
#include <QObject>

/// A job's progress on stderr: one line that changes on a terminal, else a line every few seconds.
class ProgressLine : public QObject
{
    Q_OBJECT

public:
    explicit ProgressLine(const Job &job);
    ~ProgressLine() override;

private:
    void show(const Progress &progress);

    QElapsedTimer m_sinceLast;
};
