#pragma once

#include "store/edithistory.h"
#include "store/merging.h"
#include "store/provenance.h"
#include "store/staging.h"

#include <QObject>

class Database;
class RowNames;

/// What one person is changing: typed, kept, saved, taken back, undone. No transaction is open while they think.
class EditSession : public QObject
{
    Q_OBJECT

public:
    EditSession(Database &database, QString who, QObject *parent = nullptr);

    Database &database() const { return m_database; }
    const QString &who() const { return m_who; }
    const QList<staging::Staged> &staged() const { return m_staged; }
    /// What rows are called, also those that are not made yet.
    RowNames &names() const { return *m_names; }
    const std::optional<edithistory::Act> &toUndo() const { return m_toUndo; }
    const std::optional<edithistory::Act> &toRedo() const { return m_toRedo; }

    /// The change of this value that is staged, if there is one.
    const editing::Change *changeOf(const QString &table, const QString &row, const QString &column) const;
    /// The row's own insertion or removal.
    const editing::Change *changeOf(const QString &table, const QString &row) const { return changeOf(table, row, {}); }
    /// The links of a film in a table between that are staged to come or to go.
    QList<const staging::Staged *> links(const QString &between, const QString &film) const;

    /// An undo or redo waits for a choice.
    bool isTurning() const { return m_turn.has_value(); }

    /// Work for this person that others do has begun, or has ended.
    void begin();
    void end();

public slots:
    void refresh();
    void stage(const QList<editing::Change> &changes);
    void save(const QSet<qint64> &ids = {});
    void takeBack(const QSet<qint64> &ids);
    void takeBackAll();
    /// In these columns mine is to stand, in the others theirs.
    void settle(const editing::Conflict &conflict, const QSet<QString> &mine);
    void undo();
    void redo();
    /// Takes back an act or one entry of a history.
    void undoBatch(qint64 batch);
    void restore(qint64 entry);
    void setLock(const QString &table, const QString &row, const QString &column, provenance::Lock lock);
    void merge(const merging::Wish &wish);

signals:
    /// Something is being looked at, kept or saved.
    void workingChanged(bool isWorking);
    void stagedChanged();
    void actsChanged();
    /// Rows of the database are not as they were.
    void rowsChanged();
    /// New rows were saved: their keys, by their stand-ins.
    void made(const QHash<QString, QString> &keys);
    /// One sentence about what was done.
    void told(const QString &sentence);
    /// Nothing was saved: somebody else changed these. None: the choice was made.
    void conflicted(const QList<editing::Conflict> &conflicts);
    void settled();
    void failed(const Error &error);

private:
    /// An undo or redo that met another's change and waits for a choice.
    struct Turn
    {
        qint64 batch = 0;
        bool isUndo = true;
    };
    void turn(const Turn &turn, edithistory::OnClash onClash);
    void takeTurn(const Turn &turn, const Result<editing::Saved> &saved);
    void takeSaved(const Result<editing::Saved> &saved);
    void takeAct(const Result<qint64> &batch, const QString &sentence);
    template<typename Work>
    void change(Work work);
    template<typename Work, typename Then>
    void run(Work work, Then then);

    void index();
    editing::Change afterOwnSave(editing::Change change) const;

    Database &m_database;
    QString m_who;
    RowNames *m_names;
    QList<staging::Staged> m_staged;
    QHash<QStringList, qsizetype> m_places; // of what is staged: by table, row and column
    QHash<QStringList, QList<qsizetype>> m_links; // staged to come or to go: by table and film
    QHash<QStringList, editing::Change> m_lastSaved; // the same way; rows that show it may not have been read again
    std::optional<edithistory::Act> m_toUndo, m_toRedo;
    std::optional<Turn> m_turn;
    int m_working = 0; // pieces of work
};
