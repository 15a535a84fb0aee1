#pragma once

#include "store/table.h"

namespace table {

/// One column as a person sees it.
struct Field
{
    enum class Kind {
        Own, ///< a value of the table
        Reference, ///< the name of the row that a foreign key refers to
        Relation, ///< the names of the rows that a table between joins to this one
    };

    QString name; ///< the column; of a relation the table between ("movie_genres")
    QString header; ///< what it is: "director" for director_id, "genres" for movie_genres
    QString type; ///< as the database names it; empty for a relation
    Kind kind = Kind::Own;
    bool isNullable = true;
    QString table; ///< of the referred rows, and its columns: their key and their name
    QString key;
    QString label;
    QString from; ///< of a relation: the column of the table between that refers to this table, and the one
    QString to; ///< that refers to the other

    bool operator==(const Field &) const = default;
};

/// A table for the grid.
struct Form
{
    QString table;
    QStringList key; ///< columns by which a row is known; empty where there are none, as in a view
    QList<Field> fields; ///< every one: the key, the name, the relations, the rest

    const Field *field(const QString &name) const; ///< by name or header
};
/// What a person finds in the row of a film: those tables between whose first end it is.
QList<Field> relations(const QString &table);
Result<Form> form(Connection &connection, const QString &table);

/// A row of a relation, as it stands in a cell.
struct Link
{
    qint64 row = 0; ///< its key
    QString name;

    bool operator==(const Link &) const = default;
};
using Links = QList<Link>;

}
Q_DECLARE_METATYPE(table::Links)
