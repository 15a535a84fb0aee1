#include "store/narrowing.h"

#include "store/modelsql.h"

using model::Column;
using model::Type;

namespace {

/// Digits before the point of a whole number; none for what is no whole number.
std::optional<int> wholeDigits(const Column &column)
{
    switch (column.type) {
    case Type::Boolean:
        return 1;
    case Type::Serial:
    case Type::Integer:
        return 10;
    case Type::Identity:
    case Type::Id:
    case Type::BigInt:
        return 19;
    default:
        return std::nullopt;
    }
}

bool fitsNumeric(const Column &now, const Column &before)
{
    const int room = now.digits - now.decimals;
    if (before.type == Type::Numeric)
        return now.decimals >= before.decimals && room >= before.digits - before.decimals;
    const auto digits = wholeDigits(before);
    return digits && room >= *digits;
}

/// 15 decimal digits come through a double as they were.
bool fitsDouble(const Column &before)
{
    const int digits = before.type == Type::Numeric ? before.digits : wholeDigits(before).value_or(16);
    return digits <= 15;
}

bool fits(const Column &now, const Column &before)
{
    switch (now.type) {
    case Type::Text:
        return before.type != Type::Blob;
    case Type::Numeric:
        return fitsNumeric(now, before);
    case Type::Double:
        return fitsDouble(before);
    case Type::Timestamp:
        return before.type == Type::Date;
    default:
        return wholeDigits(before) && wholeDigits(now) >= wholeDigits(before); // nothing is less than any
    }
}

}

bool narrowing::isNarrower(const Column &now, const Column &before)
{
    using enum Connection::Engine;
    // A text has no length on a server, and a whole number is read back from a file without its size.
    const bool isOther = modelsql::type(now, SQLite) != modelsql::type(before, SQLite)
        && modelsql::type(now, PostgreSQL) != modelsql::type(before, PostgreSQL);
    return isOther && !fits(now, before);
}
