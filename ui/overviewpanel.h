#pragma once

#include "store/sidelane.h"
#include "store/tableoverview.h"

#include <QScrollArea>

class QLabel;

/// A table at a glance: its rows by decade, genre, country and score, and how much of each column is filled. A click on
/// a bar leads to just these rows.
class OverviewPanel : public QScrollArea
{
    Q_OBJECT

public:
    /// `stop` is offered as long as it counts.
    OverviewPanel(Database &database, QAction *stop, QWidget *parent = nullptr);
    ~OverviewPanel() override;

    void read(const QString &table);
    void stop();
    bool isCounting() const { return m_isCounting; }
    /// Ends for good.
    void end();

signals:
    void wanted(const table::Query &query);
    void failed(const Error &error);
    void counted(); ///< or failed to

private:
    void showWaiting();
    void take(const Result<table::Overview> &overview);
    void show(const table::Overview &overview);
    QWidget *makeChart(const table::Overview &overview, const table::Chart &chart);
    QWidget *makeShares(const table::Overview &overview);
    QWidget *makeLonger(const table::Overview &overview);

    QString m_table;
    SideLane m_lane;
    QAction *m_stopCounting;
    std::stop_source m_stop;
    bool m_isCounting = false;
};
