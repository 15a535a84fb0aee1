#pragma once

#include "store/edithistory.h"
#include "store/ledger.h"

#include <span>

/// Turns the changes of an act round, last first.
class Reversal
{
public:
    using Entry = edithistory::Entry;

    Reversal(Connection &connection, Ledger::Act act, edithistory::OnClash onClash)
        : m_connection(connection)
        , m_ledger(connection, std::move(act))
        , m_onClash(onClash)
    {
    }

    /// The newest entry comes first.
    Result<editing::Saved> run(const QList<Entry> &entries);

private:
    using Key = std::pair<QString, QString>;
    using Row = std::optional<records::Record>;

    Result<> read(const QList<Entry> &entries);
    void foresee(const Entry &entry, QMap<Key, Row> &rows);
    void clash(const Entry &entry, int version, const editing::Clash &clash);
    bool isKept(const Entry &entry) const;
    Result<> reverseAll(std::span<const Entry> entries);
    Result<> set(const Entry &entry);
    Result<> bringBack(std::span<const Entry> entries);
    Result<> takeAway(std::span<const Entry> entries);
    Result<> checkReferred(const model::Table &table, const QList<records::Values> &rows);
    Result<> checkReferring(const QList<records::Record> &rows);

    Connection &m_connection;
    Ledger m_ledger;
    edithistory::OnClash m_onClash;
    QMap<Key, Row> m_rows;
    QMap<Key, editing::Conflict> m_conflicts;
};
