#include "wiki/statements.h"

#include <algorithm>
#include <array>

QList<JsonView> wikidata::counting(std::string_view property, const JsonView &statements)
{
    QList<JsonView> preferred;
    QList<JsonView> normal;
    for (const JsonView &statement : statements.items()) {
        const std::string_view rank = statement["rank"].bytes();
        if (rank == "preferred")
            preferred.append(statement);
        else if (rank == "normal" || rank.empty())
            normal.append(statement);
    }
    if (property == "P577")
        return preferred + normal;
    return preferred.isEmpty() ? normal : preferred;
}

bool wikidata::isUsedProperty(std::string_view property)
{
    static constexpr auto used = std::to_array<std::string_view>({
        "P31", // instance of
        "P1476", // title
        "P57", // director
        "P58", // screenwriter
        "P272", // production company
        "P750", // distributor
        "P449", // original broadcaster
        "P161", // cast member
        "P725", // voice actor
        "P136", // genre
        "P495", // country of origin
        "P364", // original language
        "P407", // language of work
        "P577", // publication date
        "P2047", // duration
        "P2130", // cost
        "P2142", // box office
        "P444", // review score
        "P345", // IMDb
        "P4947", // TMDB
        "P856", // official website
        "P1657", // MPA rating
    });
    return std::ranges::contains(used, property);
}

bool wikidata::isUsedQualifier(std::string_view property)
{
    static constexpr auto used = std::to_array<std::string_view>({
        "P291", // place of publication
        "P3005", // valid in place
        "P453", // character role
        "P4633", // name of the character role
        "P1545", // series ordinal
        "P1932", // object named as
        "P1810", // subject named as
        "P447", // review score by
        "P459", // determination method
        "P7887", // number of reviews
        "P585", // point in time
        "P580", // start time
        "P437", // distribution format
        "P518", // applies to part
    });
    return std::ranges::contains(used, property);
}
