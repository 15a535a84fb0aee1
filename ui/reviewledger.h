#pragma once

#include "data/match.h"
#include "data/result.h"
#include "jobs/estimate.h"

#include <QObject>

#include <memory>

class Database;

/// What a person decided in this session: shown at once, written one after another, undone from the last to the first.
class ReviewLedger : public QObject
{
    Q_OBJECT

public:
    ReviewLedger(Database &database, QString who, QObject *parent = nullptr);

    void decide(const Match &match, Decision decision);
    void undo();
    /// Takes back any decision, however old.
    void takeBack(const Match &match, DecisionId decision);

    bool isEmpty() const { return m_entries.isEmpty(); }
    int size() const { return int(m_entries.size()); }
    ItemId lastItem() const; ///< of the decision that undo() would take back
    double perMinute() const { return m_pace.perMinute(); }
    QString last() const; ///< "Dune → Dune (2021 film)", empty if nothing was decided

signals:
    /// A match stands otherwise now: decided, undone, or back where it was since it could not be written.
    void changed(const Match &before, const Match &after);
    void written(const Match &match);
    void refused(const Match &match, const Error &error);

private:
    struct Entry
    {
        Match before;
        Match after;
        std::shared_ptr<DecisionId> key; // written and read on the database's thread only
        DecisionId id; // the same, once its row is known to be written
    };
    void write(const Entry &entry);
    void keepId(const Entry &entry, DecisionId id);
    void takeOut(const Entry &entry);
    void putBack(const Entry &entry, const Error &error);

    Database &m_database;
    QString m_who;
    QList<Entry> m_entries; // oldest first
    Estimate m_pace;
    int m_decided = 0; // undone ones too: the pace only grows
};
