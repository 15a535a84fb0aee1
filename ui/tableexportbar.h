#pragma once

#include "tableexport.h"

#include <QWidget>

class InlineMessage;
class QAction;
class QLabel;
class QProgressBar;

/// An export on its way, with a way to stop it, and where its file is.
class TableExportBar : public QWidget
{
    Q_OBJECT

public:
    explicit TableExportBar(Database &database, QWidget *parent = nullptr);
    ~TableExportBar() override;

    bool isRunning() const { return bool(m_job); }

public slots:
    void start(const tableexport::Order &order);
    void stop();

signals:
    void finished();

private:
    void advance(const Progress &progress);
    void finish(const Result<int> &rows);

    Database &m_database;
    std::shared_ptr<Job> m_job; // while running
    QString m_path;
    QWidget *m_progress;
    QLabel *m_text;
    QProgressBar *m_bar;
    InlineMessage *m_message;
    QAction *m_stop;
    QAction *m_openFolder;
};
