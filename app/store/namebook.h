#pragma once

#include "data/movie.h"
#include "store/connection.h"

#include <QHash>
#include <QSet>

/// The people or companies of one table that a call's movies name: found again, not doubled. A Wikidata id decides;
/// a name alone finds a row only where no other id speaks against it.
class NameBook
{
public:
    struct Table
    {
        QString name; ///< "actors"
        QString key; ///< "actor_id"
        QString born; ///< column for Name::born, empty for none
        bool isPeople = true; ///< has bio and nationality
    };

    explicit NameBook(Table table);

    void want(const Name &name);
    /// Finds or makes the rows of all that were wanted.
    Result<> find(Connection &connection);
    qint64 id(const Name &name) const;

private:
    struct Row
    {
        qint64 id = 0;
        QString name;
        QString wikidataId; // empty for none
        QList<bool> empty; // of the columns that a name may fill
    };

    QVariantList detailsOf(const Name &name) const;
    Row read(const Rows &row) const;
    void know(const Row &row);
    Result<> look(Connection &connection);
    Result<bool> adopt(Connection &connection, const Name &name);
    Result<> findIdentified(Connection &connection);
    Result<> findUnidentified(Connection &connection);
    Result<> insert(Connection &connection, const QList<Name> &names);
    bool completes(const Name &name, const Row &row) const;
    Result<> complete(Connection &connection, const Name &name);
    const Row *rowOf(const Name &name) const;
    const Row *byNameAlone(const QString &name) const;

    Table m_table;
    QStringList m_details; // the columns that a name may fill
    QHash<QString, Name> m_identified; // wanted, by Wikidata id
    QHash<QString, Name> m_unidentified; // wanted, by name
    QHash<QString, Row> m_byId; // known rows, by Wikidata id
    QHash<QString, QList<Row>> m_byName; // known rows, by name
};
