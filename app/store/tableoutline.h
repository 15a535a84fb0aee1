#pragma once

#include "store/tablecondition.h"
#include "store/tablefields.h"

namespace table {

/// A query made out against the database: what stays the same from page to page. A value that any thread may hold.
struct Outline
{
    /// How a row is found by its place.
    enum class Way {
        Walked, ///< along the key or an index, from any row on: no limit to how many there are
        Listed, ///< by a list of the keys of all rows, in their order: what is filtered or sorted
        Counted, ///< by counting from the first: there is no key, as in a view
    };

    struct Term
    {
        QString sql; ///< of the value, with its collation
        bool isDescending = false;
        bool isNullable = false; ///< the unknown come last, whatever the direction
    };

    Query query;
    Form form;
    QList<Field> shown; ///< in the order shown
    Way way = Way::Listed;
    condition::Sql where; ///< empty for all rows
    QList<Term> terms; ///< without the key's
    bool isKeyDescending = false;

    QStringList keySql(const Connection &connection) const; ///< a column of the key each
    /// " WHERE …", with what is asked for beside the query's own.
    QString whereSql(const QString &more = {}) const;
};

Result<Outline> outline(Connection &connection, const Query &query);

using Keys = QList<QVariantList>;

struct Row
{
    QVariantList key; ///< of the primary key
    QVariantList cells; ///< one a shown field: a value, a name, or Links; null for the unknown
    QVariantList referred; ///< one a shown field: the key behind a name, null for others

    bool isGone() const { return cells.isEmpty(); } ///< deleted since its key was read
};

/// The rows of these keys, in their order. Of a table without a key, those from `first` on.
Result<QList<Row>> rowsOf(Connection &connection, const Outline &outline, const Keys &keys);
Result<QList<Row>> rowsAt(Connection &connection, const Outline &outline, qint64 first, qint64 limit);

}
