#include "resultorder.h"

#include <QVariant>

namespace {

enum class Class { Null, Number, Text, Bytes };

Class classOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return Class::Null;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
        return Class::Number;
    case QMetaType::QByteArray:
        return Class::Bytes;
    default:
        return Class::Text;
    }
}

}

bool ResultOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(Qt::EditRole);
    const QVariant b = right.data(Qt::EditRole);
    const Class kind = classOf(a);
    if (kind != classOf(b))
        return kind < classOf(b);
    return kind != Class::Null && QVariant::compare(a, b) == QPartialOrdering::Less;
}
