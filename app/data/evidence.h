#pragma once

#include <array>
#include <optional>

/// What can speak for or against a candidate. The order is the order in which a person reads them.
enum class Signal {
    ExactId, ///< IMDb, TMDB or Wikidata id: 1 the same, 0 another
    Title, ///< 1 the same after normalising, down to 0
    Sequel, ///< numbers, "Part", "Vol." and subtitles: 1 agree, 0.5 only one side has a subtitle, 0 disagree
    Year, ///< 1 the same year, 0.6 one apart, falling to 0 at ten
    Director, ///< share of the item's directors that the candidate has
    Cast, ///< share of the item's first actors that the candidate has
    Runtime, ///< 1 within 3 minutes, falling to 0 at 15
    Country, ///< 1 a common country, 0 none
    Type, ///< 1 a film, 0 something else
    Rank, ///< 1 the first of the search, falling
    Namesakes, ///< 1 the only film of this title, 0.5 one of two, falling
    Rarity, ///< what an equal title is worth: 0 one word, 1 five words or more
};
constexpr int SignalCount = 12;

/// Why a candidate may be the one: a number from 0 to 1 a signal, or nothing where either side does not say.
struct Evidence
{
    std::array<std::optional<float>, SignalCount> agreement;

    std::optional<float> &operator[](Signal signal) { return agreement[size_t(signal)]; }
    const std::optional<float> &operator[](Signal signal) const { return agreement[size_t(signal)]; }
    bool operator==(const Evidence &) const = default;
};
