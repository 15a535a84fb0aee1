#pragma once

#include "export/order.h"

#include <QWidget>

#include <memory>

class Database;
class InlineMessage;
class Job;
class ProgressLine;
class QAction;

/// A whole export that is read back into a new database: where it lies, how far it is, a way to stop it, and what came
/// of it.
class ImportBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportBar(Database &database, QWidget *parent = nullptr);
    ~ImportBar() override;

    /// Asks for the folder.
    QAction *action() const { return m_ask; }

public slots:
    void start(const QString &folder);
    void stop();

signals:
    /// Read or not: a message says it.
    void finished();

private:
    void askForFolder();
    void finish(const Result<exports::Report> &report);

    Database &m_database;
    std::shared_ptr<Job> m_job; // while running
    QString m_folder;
    QAction *m_ask;
    QAction *m_stop;
    ProgressLine *m_line;
    InlineMessage *m_message;
};
