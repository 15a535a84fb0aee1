#pragma once

#include "data/article.h"
#include "data/entity.h"
#include "data/item.h"
#include "data/movie.h"
#include "facts/people.h"

/// Gallery, entity and article become a Movie, each value with its source. Pure.
namespace facts {

/// What is known of one film from each side; a side may be missing.
struct Sides
{
    Item item;
    std::optional<Entity> entity;
    std::optional<Article> article;
    Labels labels; ///< of the entity's links
    QDateTime entityAt; ///< when the entity was read
};

Movie fromItem(const Item &item);
Movie fromEntity(const Entity &entity, const Labels &labels, const QDateTime &at);
Movie fromArticle(const Article &article);
Movie fromArticle(const Article &article, const people::Titles &titles); ///< those of the article

/// One Movie of all sides: for each column the first source of its stated order that has a value.
Movie merge(const Sides &sides);

}
