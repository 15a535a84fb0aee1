#pragma once

#include "store/records.h"

#include <QSet>

/// What a person does in one go: rows are changed through it, and it keeps what was there before. Used in a
/// transaction.
class Ledger
{
public:
    using Record = records::Record;
    using Values = records::Values;

    /// How an act came about, and what it is called.
    struct Act
    {
        QString kind; ///< done, undone, redone
        QString what; ///< a few words
        QString who;
        qint64 of = 0; ///< the act that was undone or redone
    };

    Ledger(Connection &connection, Act act)
        : m_connection(connection)
        , m_act(std::move(act))
    {
    }

    Connection &connection() { return m_connection; }

    /// Writes what differs, and brings the record up to date. Storage if the row is not as the record says any more.
    Result<> set(Record &record, const Values &now);
    /// The row with its key, which is a new one unless the values hold it.
    Result<Record> insert(const QString &table, const Values &values);
    /// Many rows of one table in few statements. All hold their keys, or all get new ones.
    Result<QList<Record>> insertAll(const QString &table, QList<Values> rows);
    Result<> remove(const Record &record) { return removeAll({record}); }
    /// Rows of one table.
    Result<> removeAll(const QList<Record> &rows);
    /// No machine is to write over this value.
    void lock(const QString &table, const QString &key, const QString &column);

    /// Of a row that is gone no value is to be locked.
    void forgetLocks(const QString &table, const QString &key);

    bool isEmpty() const { return m_entries.isEmpty(); }
    /// Writes the locks and the act with its changes; its key, or 0 if nothing was changed.
    Result<qint64> close();

private:
    void note(const QString &kind, const Record &of, const QString &column, const records::Cell &before,
              const records::Cell &after);
    Result<> writeLocks(qint64 batch);
    Result<> lockColumn(const QString &table, const QString &column, const QStringList &rows, qint64 source);
    Result<QList<qint64>> newKeys(const model::Table &table, qsizetype count);
    Result<QList<qint64>> nextKeys(const model::Table &table, qsizetype count);
    Result<QList<qint64>> keysOfSequence(const model::Table &table, qsizetype count);
    Result<QList<Record>> write(const model::Table &table, const QList<Values> &rows);

    Connection &m_connection;
    Act m_act;
    QList<QVariantList> m_entries; ///< after batch_id
    QHash<QString, qint64> m_lastKeys; ///< of new rows, by table
    QHash<QString, qint64> m_removedKeys; ///< the highest, by table
    QMap<std::pair<QString, QString>, QSet<QString>> m_locks; ///< rows by table and column
};
