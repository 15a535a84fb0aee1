#pragma once

#include "data/article.h"
#include "data/movie.h"

#include <QHash>

/// The same people, as different sources name them.
namespace people {

/// For a name of an article, by its key: the key of the title that it links to.
using Titles = QHash<QString, QString>;
Titles titles(const Article &article);

/// Gives names the id, birth and description of those of the same name, or of the title they link to. Of two of one
/// name neither is sure.
void identify(QList<Fact<Name>> &names, const QList<Fact<Name>> &known, const Titles &titles);

/// Everybody once, where first named, with the first role that is told; billing counts from 1.
QList<Fact<CastMember>> onceEach(const QList<Fact<CastMember>> &cast, const Titles &titles);

/// One cast: the article's in its order, then the gallery's whom it doesn't name, then Wikidata's. Roles and ids come
/// from whoever has them. Billing is counted through article and gallery; Wikidata's own only where it stands alone.
QList<Fact<CastMember>> cast(const QList<Fact<CastMember>> &article, const QList<Fact<CastMember>> &gallery,
                             const QList<Fact<CastMember>> &wikidata, const Titles &titles);

}
