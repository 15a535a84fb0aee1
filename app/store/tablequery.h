#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace table {

struct Order
{
    QString column; ///< as the database calls it
    Qt::SortOrder direction = Qt::AscendingOrder;

    bool operator==(const Order &) const = default;
};

/// What the values of a column have to be like.
struct Filter
{
    QString column; ///< as the database calls it; of a relation, the table between ("movie_genres")
    QString text; ///< as a person types it, read by filter::parse
    std::optional<qint64> row; ///< the referred row itself, of which `text` is only the name

    bool operator==(const Filter &) const = default;
};

/// What a person asked to see of one table: the one description of it for the grid, for exports and for saved views.
struct Query
{
    QString table;
    QStringList columns; ///< in the order shown, relations among them; empty for all
    QList<Order> order; ///< the first counts most; the key's order behind them, so that it is stable
    QList<Filter> filters; ///< all of them hold
    QString words; ///< every one stands in some column (case aside); empty for all rows

    bool isNarrowed() const { return !filters.isEmpty() || !words.trimmed().isEmpty(); }
    bool operator==(const Query &) const = default;
};

}
