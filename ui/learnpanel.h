#pragma once

#include "jobs/learning.h"

#include <QFrame>

class QAction;
class QLabel;

/// Fits the matcher's weights on a person's decisions, shows what that would change, and takes it or leaves it.
class LearnPanel : public QFrame
{
    Q_OBJECT

public:
    LearnPanel(Database &database, QString who, QWidget *parent = nullptr);

public slots:
    void ask();
    void cancel();

signals:
    void used(const QString &what); // the weights are others now
    void closed();
    void failed(const Error &error);

private:
    void show(const learning::Learned &learned);
    void use();
    void takeBack();
    void end(const Result<> &done, const QString &what);

    Database &m_database;
    QString m_who;
    QLabel *m_text;
    QAction *m_use;
    QAction *m_takeBack;
    std::optional<learning::Learned> m_learned;
    int m_generation = 0; // an answer to an older question is dropped
};
