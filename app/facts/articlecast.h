#pragma once

#include "data/article.h"
#include "data/movie.h"
#include "facts/people.h"

namespace cast {

/// The infobox's stars in its order, then those whom only the section Cast names, in its order. That tells the roles.
QList<Fact<CastMember>> ofArticle(const Article &article, const people::Titles &titles);

}
