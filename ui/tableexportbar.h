#pragma once

#include "jobs/exporting.h"

#include <QWidget>

class JobBar;
class QAction;
class TableExportForm;

/// An export: what is to be chosen, how far it is, a way to stop it, and where its file is.
class TableExportBar : public QWidget
{
    Q_OBJECT

public:
    explicit TableExportBar(Database &database, QWidget *parent = nullptr);
    ~TableExportBar() override;

    bool isRunning() const;
    bool isOffered() const; ///< a person is choosing
    /// Ends for good: before what listens to it goes.
    void close();
    /// Lets a person choose; `shown` is what the grid shows.
    void offer(const exports::Order &shown);
    /// The grid shows something else now.
    void setShown(const exports::Order &shown);

public slots:
    void start(const exports::Order &order);

signals:
    void finished();

private:
    void finish(const Result<exports::Report> &report);

    Exporter m_exporter;
    QString m_path;
    TableExportForm *m_form;
    JobBar *m_bar;
    QAction *m_openFolder;
};
