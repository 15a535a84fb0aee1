#pragma once

#include "http.h"
#include "searchindex.h"

/// The answer of action=query about pages.
namespace origin::wikipedia {

/// One page that a query is about.
struct PageResult
{
    Index page = -1; ///< -1 for missing
    QByteArray title; ///< asked for, where it is missing
    int index = 0; ///< rank in a search, 0 for none
    QByteArray redirect; ///< that the search matched
};

struct PageQuery
{
    const HttpRequest &request;
    QList<std::pair<QByteArray, QByteArray>> normalized;
    QList<std::pair<QByteArray, QByteArray>> redirects;
    QList<PageResult> pages;
    QByteArrayList words; ///< searched for
    QList<std::pair<QByteArray, QByteArray>> continuation;
};

/// Pages in the order of their ids, with the wanted props; texts beyond about 8 MB in the next answer.
HttpReply answer(const World &world, PageQuery query);
/// The answer of list=search.
HttpReply listOf(const World &world, const QList<Hit> &hits, const QByteArrayList &words, int offset, int limit);

}
