#pragma once

#include "export/order.h"

#include <QWidget>

class Database;
class JobBar;
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

signals:
    /// Read or not: a message says it.
    void finished();

private:
    void askForFolder();
    void finish(const Result<exports::Report> &report, const QString &folder);

    Database &m_database;
    QAction *m_ask;
    JobBar *m_bar;
};
