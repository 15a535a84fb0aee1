#pragma once

#include "data/entity.h"

/// What an entity claims, by the type of the value; unknown and missing values are left out.
namespace claims {

template<typename T>
QList<T> valuesOf(const Entity &entity, const QString &property)
{
    QList<T> values;
    for (const Statement &statement : entity.statements(property)) {
        if (const T *value = std::get_if<T>(&statement.value))
            values.append(*value);
    }
    return values;
}

inline QStringList linksOf(const Entity &entity, const QString &property)
{
    QStringList ids;
    for (const ItemLink &link : valuesOf<ItemLink>(entity, property))
        ids.append(link.id);
    return ids;
}

}
