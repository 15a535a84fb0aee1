#pragma once

#include <QString>

/// Genres in one set of words, whoever names them.
namespace genres {

/// "Science fiction" of JustWatch's "scifi", "scf" or "Science-Fiction", and of Wikidata's "science fiction film".
QString readable(const QString &name);

}
