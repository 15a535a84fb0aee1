#include "searchindex.h"

#include "articletext.h"

#include <rapidfuzz/distance/Levenshtein.hpp>

#include <algorithm>
#include <cmath>

namespace origin {

namespace {

constexpr qsizetype IndexedText = 30'000; ///< bytes of a kept text
constexpr qsizetype MostRated = 50'000;

void post(QHash<QByteArray, QList<Index>> &postings, const QByteArrayList &words, Index page)
{
    for (const QByteArray &word : words)
        if (auto &list = postings[word]; list.isEmpty() || list.last() != page)
            list.append(page);
}

bool contains(const QByteArrayList &text, const QByteArrayList &phrase)
{
    return !std::ranges::search(text, phrase).empty();
}

/// "Dune (2021 film)" without what stands in brackets at its end.
QByteArray bare(const QByteArray &title)
{
    const qsizetype bracket = title.endsWith(')') ? title.lastIndexOf(" (") : -1;
    return bracket > 0 ? title.first(bracket) : title;
}

/// How well a title answers the words: equal 10, begins with them 5, holds them together 4, holds a part of them
/// less.
double likeness(const QByteArray &title, const QByteArrayList &wanted)
{
    const QByteArrayList all = SearchIndex::words(title);
    const QByteArrayList own = SearchIndex::words(bare(title));
    const auto share = double(std::ranges::count_if(wanted, [&](const auto &word) { return all.contains(word); }))
        / double(std::max<qsizetype>(wanted.size(), 1));
    const auto covered = double(std::ranges::count_if(own, [&](const auto &word) { return wanted.contains(word); }))
        / double(std::max<qsizetype>(own.size(), 1));
    const double shape = own == wanted ? 10 : contains(wanted, own) ? 6 : contains(own, wanted) ? 4 : 0;
    return shape + 3 * share + 2 * covered - 0.05 * double(own.size());
}

/// "[[Category:2021 films]]"; a film's text, which is composed, names its year only.
QByteArrayList categoriesOf(const World &world, const Page &page)
{
    if (page.film >= 0 && page.text.isEmpty())
        return {QByteArray::number(world.films[page.film].year) + " films"};
    constexpr QByteArrayView Begin = "[[Category:";
    QByteArrayList categories;
    for (qsizetype at = page.text.indexOf(Begin); at >= 0; at = page.text.indexOf(Begin, at + 1)) {
        const qsizetype from = at + Begin.size();
        const QByteArray name = page.text.sliced(from, std::max(page.text.indexOf("]]", from), from) - from);
        categories.append(name.first(name.contains('|') ? name.indexOf('|') : name.size()).trimmed().toLower());
    }
    return categories;
}

QByteArrayList wordsOf(const QList<Term> &terms)
{
    QByteArrayList words;
    for (const Term &term : terms)
        words.append(term.word);
    return words;
}

/// How many letters are less, more or other; any number above `most` if more than those.
int lettersApart(const QByteArray &one, const QByteArray &other, int most)
{
    const auto letters = [](const QByteArray &word) { return std::string_view(word.constData(), size_t(word.size())); };
    return int(rapidfuzz::levenshtein_distance(letters(one), letters(other), {1, 1, 1}, size_t(most)));
}

QList<Index> sortedByPlace(QList<std::pair<QByteArray, Index>>::const_iterator from,
                           QList<std::pair<QByteArray, Index>>::const_iterator end, const QByteArray &prefix)
{
    QList<Index> places;
    for (; from != end && from->first.startsWith(prefix) && places.size() < 2000; ++from)
        if (!places.contains(from->second))
            places.append(from->second);
    return places;
}

}

SearchIndex::SearchIndex(const World &world)
    : m_world(world)
{
    for (Index place = 0; place < world.pages.size(); ++place) {
        const Page &page = world.pages[place];
        QByteArrayList title = words(page.title);
        m_prefixes.append({title.join(' '), place});
        for (const QByteArray &redirect : page.redirects) {
            m_prefixes.append({words(redirect).join(' '), place});
            title += words(redirect);
        }
        post(m_titles, title, place);
        post(m_categories, categoriesOf(world, page), place);
        post(m_texts, title + words(page.description) + words(articletext::lead(world, page)), place);
        post(m_texts, words(QByteArrayView(page.text).first(std::min(page.text.size(), IndexedText))), place);
    }
    std::ranges::sort(m_prefixes);
    m_vocabulary = m_texts.keys();
    std::ranges::sort(m_vocabulary);
    buildItems();
}

void SearchIndex::buildItems()
{
    for (Index place = 0; place < m_world.entities.size(); ++place) {
        const Entity &entity = m_world.entities[place];
        m_items.append({words(entity.label).join(' '), place});
        for (const QByteArray &alias : entity.aliases)
            m_items.append({words(alias).join(' '), place});
    }
    std::ranges::sort(m_items);
}

/// Pages in the lists of any of the words.
QList<Index> SearchIndex::withAny(const Postings &postings, const QByteArrayList &words) const
{
    QList<Index> pages;
    for (const QByteArray &word : words)
        pages += postings.value(word);
    std::ranges::sort(pages);
    const auto [first, last] = std::ranges::unique(pages);
    pages.erase(first, last);
    return pages;
}

/// Pages that hold every word, by way of the rarest.
QList<Index> SearchIndex::candidates(const SearchQuery &query, const QList<Term> &optional) const
{
    QList<QList<Index>> lists;
    for (const QByteArray &word : query.words)
        lists.append(m_texts.value(word));
    for (const QByteArrayList &phrase : query.inTitle)
        for (const QByteArray &word : phrase)
            lists.append(m_titles.value(word));
    if (lists.isEmpty() && !(query.optional.isEmpty() && query.alike.isEmpty()))
        lists.append(withAny(m_texts, wordsOf(optional)));
    for (const QByteArrayList &names : query.categories)
        lists.append(withAny(m_categories, names));
    if (lists.isEmpty())
        return {};
    std::ranges::sort(lists, {}, &QList<Index>::size);
    QList<Index> found;
    for (const Index page : std::as_const(lists.first()))
        if (std::ranges::all_of(lists, [page](const auto &list) { return std::ranges::binary_search(list, page); }))
            found.append(page);
    return found;
}

bool SearchIndex::fits(const Page &page, const SearchQuery &query) const
{
    if (query.templates.contains("Infobox film") && !page.filmInfobox)
        return false;
    const QByteArrayList title = words(page.title);
    const auto inTitle = [&](const QByteArrayList &phrase) {
        return contains(title, phrase)
            || std::ranges::any_of(page.redirects, [&](const auto &name) { return contains(words(name), phrase); });
    };
    return std::ranges::all_of(query.inTitle, inTitle) && std::ranges::none_of(query.notInTitle, inTitle)
        && std::ranges::none_of(query.notWords, [&](const QByteArray &word) { return title.contains(word); });
}

Hit SearchIndex::rated(Index place, const QByteArrayList &wanted) const
{
    const Page &page = m_world.pages[place];
    Hit hit{.page = place, .score = likeness(page.title, wanted)};
    for (const QByteArray &redirect : page.redirects)
        if (const double score = likeness(redirect, wanted) - 1; score > hit.score)
            hit = {.page = place, .redirect = redirect, .score = score};
    hit.score += 1.5 * double(page.popularity);
    return hit;
}

/// The rarer a word is, the more it tells (BM25's inverse document frequency).
double SearchIndex::weight(const QByteArray &word) const
{
    const auto pages = double(m_world.pages.size());
    const auto holding = double(m_texts.value(word).size());
    return std::log(1 + (pages - holding + 0.5) / (holding + 0.5));
}

/// The optional words, and all words that are spelt like one of them: the less like it, the less they count.
QList<Term> SearchIndex::optionalTerms(const SearchQuery &query) const
{
    QList<Term> terms;
    for (const QByteArray &word : query.optional)
        terms.append({.word = word, .weight = weight(word)});
    for (const auto &[word, letters] : query.alike) {
        const QByteArray start = word.left(2);
        for (auto known = std::ranges::lower_bound(m_vocabulary, start);
             known != m_vocabulary.cend() && known->startsWith(start); ++known) {
            const int apart = lettersApart(word, *known, letters);
            const double likeness = 1 - double(apart) / double(std::min(word.size(), known->size()));
            if (apart <= letters && !std::ranges::contains(terms, *known, &Term::word))
                terms.append({.word = *known, .weight = likeness * weight(word)});
        }
    }
    return terms;
}

/// By the weights of the words that it holds: those of a title, the shorter the better, before those of the text.
Hit SearchIndex::ratedByShare(Index place, const QList<Term> &wanted) const
{
    constexpr double InText = 0.15;
    const Page &page = m_world.pages[place];
    const auto rate = [&](const QByteArray &title) {
        const QByteArrayList own = words(bare(title));
        double sum = 0;
        for (const Term &term : wanted)
            sum += own.contains(term.word) ? term.weight : 0;
        return sum / (0.7 + 0.1 * double(own.size()));
    };
    Hit hit{.page = place, .score = rate(page.title)};
    for (const QByteArray &redirect : page.redirects)
        if (const double score = rate(redirect); score > hit.score)
            hit = {.page = place, .redirect = redirect, .score = score};
    for (const auto &[word, weight] : wanted)
        if (const auto list = m_texts.constFind(word); list != m_texts.cend())
            hit.score += std::ranges::binary_search(*list, place) ? InText * weight : 0;
    hit.score += 1.5 * double(page.popularity);
    return hit;
}

QList<Hit> SearchIndex::search(const SearchQuery &query) const
{
    const QByteArrayList wanted = query.all();
    const QList<Term> optional = optionalTerms(query);
    QList<Hit> hits;
    for (const Index place : candidates(query, optional))
        if (hits.size() < MostRated && fits(m_world.pages[place], query))
            hits.append(optional.isEmpty() ? rated(place, wanted) : ratedByShare(place, optional));
    std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::score);
    return hits;
}

QList<Index> SearchIndex::titlesWithPrefix(const QByteArray &prefix, qsizetype most) const
{
    const QByteArray folded = words(prefix).join(' ');
    const auto from = std::ranges::lower_bound(m_prefixes, folded, {}, &std::pair<QByteArray, Index>::first);
    QList<Index> pages = sortedByPlace(from, m_prefixes.cend(), folded);
    std::ranges::stable_sort(pages, std::ranges::greater(), [&](Index i) { return m_world.pages[i].popularity; });
    return pages.first(std::min(most, pages.size()));
}

QList<Index> SearchIndex::itemsNamed(const QByteArray &name) const
{
    const auto [from, end]
        = std::ranges::equal_range(m_items, words(name).join(' '), {}, &std::pair<QByteArray, Index>::first);
    QList<Index> items;
    for (auto item = from; item != end; ++item)
        if (!items.contains(item->second))
            items.append(item->second);
    return items;
}

QList<Index> SearchIndex::itemsWithPrefix(const QByteArray &prefix, qsizetype most) const
{
    const QByteArray folded = words(prefix).join(' ');
    const auto from = std::ranges::lower_bound(m_items, folded, {}, &std::pair<QByteArray, Index>::first);
    const QList<Index> items = sortedByPlace(from, m_items.cend(), folded);
    return items.first(std::min(most, items.size()));
}

}
