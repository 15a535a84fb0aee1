#pragma once

#include "jobs/job.h"

#include <QElapsedTimer>

/// How many rows are through, on stderr: one line that changes on a terminal, else a line every few seconds.
class RowsLine : public QObject
{
    Q_OBJECT

public:
    explicit RowsLine(const Job &job);
    ~RowsLine() override;

private:
    void show(const Progress &progress);

    QElapsedTimer m_sinceLast;
};
