#pragma once

#include "data/result.h"
#include "store/batches.h"

#include <QFrame>
#include <QTimer>

class Database;
class QAction;
class QDoubleSpinBox;
class QLabel;

/// Accepts the best candidates of all filtered titles from a score on, after saying how many these are and how many of
/// them are to be expected wrong.
class AcceptAbove : public QFrame
{
    Q_OBJECT

public:
    AcceptAbove(Database &database, QString who, QWidget *parent = nullptr);

public slots:
    void ask(const reviewing::Filter &filter);
    void cancel();

signals:
    void accepted(int titles);
    void closed();
    void failed(const Error &error);

private:
    void forecast();
    void show(const batches::Forecast &forecast);
    void accept();

    Database &m_database;
    QString m_who;
    reviewing::Filter m_filter;
    QDoubleSpinBox *m_least;
    QLabel *m_forecast;
    QAction *m_accept;
    QTimer m_soon; // until a person has typed a number
    int m_generation = 0; // an answer to an older question is dropped
};
