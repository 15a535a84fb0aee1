#pragma once

#include "data/result.h"

#include <QStringList>

/// What a person types under a column's header.
namespace filter {

enum class Sign {
    Contains, ///< the text alone; equal where the column holds no text
    Equal,
    Differs,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
    Between, ///< from the first value to the second, both in it; one of them may be empty
    Empty,
    Filled,
    Matches, ///< a regular expression, case aside
};

struct Condition
{
    Sign sign = Sign::Contains;
    QStringList values; ///< any of them; of Between the two ends

    bool operator==(const Condition &) const = default;
};

/// Reads "> 1990", "drama|comedy", "1990..1999", "=" (empty), "<>" (not empty), "/^The/", "\"as it is\"";
/// several with " & " between them hold together. Nothing for an empty text.
Result<QList<Condition>> parse(const QString &text);

/// A text that is read as: equal to one of these.
QString anyOf(const QStringList &values);

/// A number as a person writes it, here or anywhere: "1,500", "1.5M", "-3".
std::optional<double> number(const QString &text);

/// The days that "1999", "1999-05", "1999-05-17" or a local date mean: the first, and the one after the last.
struct Days
{
    QDate first;
    QDate end;
};
std::optional<Days> days(const QString &text);

}
