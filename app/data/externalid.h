#pragma once

#include <QString>

#include <optional>

/// Ids that other sites give a film. What does not look like one is nothing, so that nobody looks it up.
namespace externalid {

std::optional<QString> imdb(const QString &text); ///< "tt0032138": tt and 7 or 8 digits
std::optional<QString> tmdb(const QString &text); ///< "630": digits
std::optional<QString> wikidata(const QString &text); ///< "Q193695"

}
