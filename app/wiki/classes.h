#pragma once

#include <QString>

#include <optional>

/// Wikidata's classes of works, as far as they decide what is a movie.
namespace classes {

struct Class
{
    QString label; ///< "television film"
    bool film = false;
};

/// A class of the list: those under film (Q11424) that films are put into, and what shares titles with films.
std::optional<Class> known(const QString &id);

/// A class that is not in the list, by its English label: "Bollywood horror film" is one of films, "film festival" not.
std::optional<bool> isFilmByLabel(const QString &label);

}
