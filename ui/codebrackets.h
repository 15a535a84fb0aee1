#pragma once

#include <QStringView>

#include <optional>

/// Brackets in a text.
namespace codebrackets {

struct Pair
{
    qsizetype one = 0;
    qsizetype other = 0;

    bool operator==(const Pair &) const = default;
};

/// The bracket before or behind a place and its partner, if it has one not too far away. What stands in quotes counts
/// only for a bracket in the same quotes.
std::optional<Pair> around(QStringView text, qsizetype place);

}
