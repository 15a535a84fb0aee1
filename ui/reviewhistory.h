#pragma once

#include "data/match.h"
#include "data/result.h"

#include <QWidget>

class Database;
class QAction;
class QTableView;
class QToolButton;
class ReviewHistoryModel;

/// What was decided about the chosen item until now; folded up until somebody asks.
class ReviewHistory : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewHistory(Database &database, QWidget *parent = nullptr);

    QAction *toggleAction() const { return m_toggle; }

public slots:
    void show(ItemId item);
    void refresh();

signals:
    void takeBackWanted(DecisionId decision);
    void failed(const Error &error);

private:
    void makeTable();
    void take(const QList<Decision> &history);
    void showButton();

    Database &m_database;
    ReviewHistoryModel *m_model;
    QAction *m_toggle;
    QAction *m_takeBack;
    QToolButton *m_fold;
    QTableView *m_table;
    QWidget *m_body;
    ItemId m_item;
    int m_generation = 0; // an answer to an older question is dropped
};
