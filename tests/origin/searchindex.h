#pragma once

#include "world.h"

namespace origin {

/// One page that a search found.
struct Hit
{
    Index page = -1;
    QByteArray redirect; ///< the redirect that matched better than the title; null for none
    double score = 0;
};

/// "kanal~1": words that so many letters less, more or other make of it. The first two have to be the same, as
/// CirrusSearch has it (setFuzzyPrefixLength).
struct Alike
{
    QByteArray word;
    int letters = 0; ///< 1 or 2
};

/// A word that is wanted, and what it counts for.
struct Term
{
    QByteArray word;
    double weight = 0;
};

/// What is searched for, taken apart: "intitle:\"Dune\" hastemplate:\"Infobox film\" 2021 -series", "dune OR desert
/// incategory:\"2020 films|2021 films\"". Words beside an OR become Lucene's SHOULD, all others are a MUST
/// (https://www.mediawiki.org/wiki/Help:CirrusSearch/Logical_operators).
struct SearchQuery
{
    QByteArrayList words; ///< all have to be in the page, folded
    QByteArrayList optional; ///< the more of them, the better; one has to be there if nothing else has
    QList<Alike> alike; ///< as `optional`, for every word that is spelt like it
    QList<QByteArrayList> inTitle; ///< each a phrase that has to be in the title or a redirect
    QList<QByteArrayList> notInTitle;
    QByteArrayList notWords;
    QByteArrayList templates; ///< "Infobox film"
    QList<QByteArrayList> categories; ///< the page has to be in one of each, folded: "2021 films"

    static SearchQuery parse(const QByteArray &text);
    QByteArrayList all() const; ///< every word wanted
};

/// An inverted index over titles, redirects, descriptions and the words of texts.
class SearchIndex
{
public:
    explicit SearchIndex(const World &world);

    /// All pages that fit, best first: an equal title, then words of the title, popularity, short titles.
    QList<Hit> search(const SearchQuery &query) const;
    QList<Index> titlesWithPrefix(const QByteArray &prefix, qsizetype most) const; ///< pages, popular ones first
    QList<Index> itemsWithPrefix(const QByteArray &prefix, qsizetype most) const; ///< entities by label or alias

    QList<Index> itemsNamed(const QByteArray &name) const; ///< entities by label or alias, signs and case aside

    static QByteArrayList words(QByteArrayView text); ///< folded: no case, accents, signs, plurals

private:
    using Postings = QHash<QByteArray, QList<Index>>;

    QList<Index> candidates(const SearchQuery &query, const QList<Term> &optional) const;
    QList<Index> withAny(const Postings &postings, const QByteArrayList &words) const;
    bool fits(const Page &page, const SearchQuery &query) const;
    Hit rated(Index place, const QByteArrayList &wanted) const;
    Hit ratedByShare(Index place, const QList<Term> &wanted) const;
    double weight(const QByteArray &word) const;
    QList<Term> optionalTerms(const SearchQuery &query) const;
    void buildItems();

    const World &m_world;
    Postings m_categories;
    Postings m_titles;
    Postings m_texts;
    QByteArrayList m_vocabulary; ///< of the texts, sorted
    QList<std::pair<QByteArray, Index>> m_prefixes; ///< folded titles and redirects, sorted
    QList<std::pair<QByteArray, Index>> m_items; ///< folded labels and aliases, sorted
};

}
