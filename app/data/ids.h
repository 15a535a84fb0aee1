#pragma once

#include <QHashFunctions>

#include <compare>

/// A key that only fits where its own kind is asked for. Zero is a row that is not stored yet.
template<typename Tag, typename Value = qint64>
struct Id
{
    Value value{};

    auto operator<=>(const Id &) const = default;
    explicit operator bool() const { return value != Value{}; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using GalleryId = Id<struct GalleryTag>;
using CrawlId = Id<struct CrawlTag>;
using ItemId = Id<struct ItemTag>;
using DecisionId = Id<struct DecisionTag>;
using MovieId = Id<struct MovieTag>;
using PageId = Id<struct PageTag>; ///< Wikipedia's number of an article
