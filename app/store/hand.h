#pragma once

#include "store/ledger.h"

#include <QSet>

/// A person's hand: what it changes is kept in a ledger and locked against machines, and what belongs together follows.
class Hand
{
public:
    using Record = records::Record;
    using Values = records::Values;

    Hand(Connection &connection, Ledger::Act act)
        : m_ledger(connection, std::move(act))
    {
    }

    Ledger &ledger() { return m_ledger; }

    Result<> set(Record &record, const Values &now);
    Result<Record> insert(const QString &table, const Values &values);
    /// New rows, which get their keys.
    Result<QList<Record>> insertAll(const QString &table, const QList<Values> &rows);
    /// With what cannot be without it; what can no longer names it.
    Result<> remove(const Record &record);
    /// The row alone, to which nothing refers.
    Result<> removeRow(const Record &record);

    /// Lets what belongs together follow, and writes the act; its key, or 0 if nothing was changed.
    Result<qint64> close();

private:
    struct Link
    {
        qint64 movie;
        QString kind; ///< "director"

        auto operator<=>(const Link &) const = default;
    };

    void touch(const Record &record);
    void keep(const Record &made, const Values &values);
    Result<Values> placed(const QString &table, Values link);
    Result<> removeReferring(const Record &record);
    Result<> empty(Record record, const QString &column);
    Result<> forgetSources(const Record &record);
    Result<> follow(const Link &link);

    Ledger m_ledger;
    QMap<Link, std::optional<records::Cell>> m_links; ///< that changed, and the first where it was set
    QSet<QString> m_gone; ///< films
};
