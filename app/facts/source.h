#pragma once

#include "data/article.h"
#include "data/entity.h"
#include "data/item.h"
#include "data/movie.h"

/// Where facts come from, and how they are made.
namespace source {

Source ofGallery(const Item &item, const QString &name);
QUrl pageOf(const Entity &entity);
Source ofProperty(const QUrl &page, const QString &property, const QDateTime &at);
Source ofField(const Article &article, const QString &field); ///< of the infobox
Source ofSection(const Article &article, const QString &section);

}

/// A fact, with its text where that is not the value itself.
template<typename T>
Fact<T> factOf(T value, const Source &source, const QString &original = {})
{
    return {.value = std::move(value), .source = source, .original = original};
}
