#pragma once

#include "data/match.h"
#include "data/result.h"
#include "jobs/estimate.h"
#include "store/batches.h"

#include <QObject>

#include <memory>

class Database;

/// What a person decided: shown at once, written one after another, undone from the last to the first, those of an
/// earlier session too.
class ReviewLedger : public QObject
{
    Q_OBJECT

public:
    ReviewLedger(Database &database, QString who, QObject *parent = nullptr);

    const QString &who() const { return m_who; }
    /// As part of a batch where one is given.
    void decide(const Match &match, Decision decision, BatchId batch = {});
    void undo();
    /// Takes back any decision, however old.
    void takeBack(const Match &match, DecisionId decision);
    /// Many were decided at once, elsewhere: what was decided before is undone after them.
    void closeSession();

    bool isEmpty() const { return m_entries.isEmpty() && !m_earlier; }
    int size() const { return int(m_entries.size()); } ///< of this session
    ItemId lastItem() const; ///< of the decision that undo() would take back
    double perMinute() const { return m_pace.perMinute(); }
    QString last() const; ///< "Dune → Dune (2021 film)", empty if nothing is left to undo

public slots:
    /// Looks for what was decided before this session.
    void lookBack();

signals:
    /// A match stands otherwise now: decided, undone, or back where it was since it could not be written.
    void changed(const Match &before, const Match &after);
    void written();
    void refused(const Match &match, const Error &error);
    void lookedBack();
    void batchUndone(int titles);
    /// A decision of an earlier day was taken back.
    void earlierUndone(const Match &before, const Match &after);

private:
    struct Entry
    {
        Match before;
        Match after;
        BatchId batch;
        std::shared_ptr<DecisionId> key; // written and read on the database's thread only
        DecisionId id; // the same, once its row is known to be written
    };
    /// Of an earlier session.
    struct Earlier
    {
        batches::Last last;
        Match match;
    };
    static Result<std::optional<Earlier>> readEarlier(Connection &connection, const QString &who);
    void write(const Entry &entry);
    void keepId(const Entry &entry, DecisionId id);
    void takeOut(const Entry &entry);
    void putBack(const Entry &entry, const Error &error);
    void undoEarlier();

    Database &m_database;
    QString m_who;
    QList<Entry> m_entries; // oldest first
    std::optional<Earlier> m_earlier;
    Estimate m_pace;
    int m_decided = 0; // undone ones too: the pace only grows
};
