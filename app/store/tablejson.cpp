#include "store/tablejson.h"

#include <QJsonArray>

using namespace Qt::Literals;
using table::Filter;
using table::Order;
using table::Query;

namespace {

QJsonObject json(const Order &order)
{
    return {{u"column"_s, order.column}, {u"descending"_s, order.direction == Qt::DescendingOrder}};
}

QJsonObject json(const Filter &filter)
{
    QJsonObject json{{u"column"_s, filter.column}, {u"text"_s, filter.text}};
    if (filter.row)
        json.insert(u"row"_s, *filter.row);
    return json;
}

Order orderOf(const QJsonObject &json)
{
    return {.column = json.value("column"_L1).toString(),
            .direction = json.value("descending"_L1).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder};
}

Filter filterOf(const QJsonObject &json)
{
    Filter filter{.column = json.value("column"_L1).toString(), .text = json.value("text"_L1).toString()};
    if (const QJsonValue row = json.value("row"_L1); row.isDouble())
        filter.row = row.toInteger();
    return filter;
}

template<typename T>
QJsonArray array(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(json(value));
    return array;
}

}

QJsonObject table::json(const Query &query)
{
    return {{u"table"_s, query.table},
            {u"columns"_s, QJsonArray::fromStringList(query.columns)},
            {u"order"_s, array(query.order)},
            {u"filters"_s, array(query.filters)},
            {u"words"_s, query.words}};
}

Result<Query> table::queryOf(const QJsonObject &json)
{
    Query query{.table = json.value("table"_L1).toString(), .words = json.value("words"_L1).toString()};
    if (query.table.isEmpty())
        return fail(Error::Kind::Invalid, u"That is no view of a table."_s);
    for (const auto &column : json.value("columns"_L1).toArray())
        query.columns.append(column.toString());
    for (const auto &order : json.value("order"_L1).toArray())
        query.order.append(orderOf(order.toObject()));
    for (const auto &filter : json.value("filters"_L1).toArray())
        query.filters.append(filterOf(filter.toObject()));
    return query;
}
