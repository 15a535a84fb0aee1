#pragma once

#include "data/match.h"
#include "data/result.h"
#include "store/batches.h"

#include <QFrame>

class Database;
class QLabel;

/// A random sample of what the machine accepted of the filtered titles, judged without its answer: how often both agree
/// measures the machine.
class BlindCheck : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Size = 50;

    BlindCheck(Database &database, QString who, QWidget *parent = nullptr);

    bool isRunning() const { return bool(m_batch); }
    BatchId batch() const { return m_batch; }
    /// The match without anything that tells the machine's answer: not decided, no scores, candidates by their titles.
    static Match blinded(Match match);

public slots:
    void start(const reviewing::Filter &filter);
    void end();
    void count(const Match &before, const Match &after);

signals:
    void started(const QList<Match> &sample);
    void ended(const QString &result);
    void failed(const Error &error);

private:
    void tell();
    QString resultOf(const batches::Check &check) const;

    Database &m_database;
    QString m_who;
    BatchId m_batch; // zero while none runs
    bool m_isOfSome = false; // a filter was set
    int m_asked = 0;
    int m_answered = 0;
    QLabel *m_text;
};
