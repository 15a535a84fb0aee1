#pragma once

#include "data/result.h"

#include <QWidget>

#include <memory>

class InlineMessage;
class Job;
class ProgressLine;
class QAction;
struct Progress;

/// One piece of work at a time that goes on beside the window: how far it is, a way to stop it, and what came of it.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    /// Its parts are called by `name`: "exportProgress", "exportMessage".
    JobBar(const QString &name, const QString &accessibleName, QAction *stop, QWidget *parent);

    bool isRunning() const { return bool(m_job); }
    /// What the work tells its progress to, from now on as in `pattern`: "Exporting %1".
    std::shared_ptr<Job> begin(const QString &pattern, const Progress &progress);
    /// `done` says in a sentence what came of it, and `next` is what can be done then; `stopped` is said where a person
    /// has stopped it.
    void end(const Result<QString> &done, const QString &stopped, QAction *next = nullptr);

public slots:
    void stop();
    /// What came of the last one is known.
    void dismiss();

private:
    std::shared_ptr<Job> m_job; // while running
    ProgressLine *m_line;
    InlineMessage *m_message;
};
