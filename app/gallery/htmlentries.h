#pragma once

#include "gallery/htmltree.h"

#include <QStringList>
#include <QUrl>

#include <optional>

/// Titles as a page shows them: its cards, and what it says to machines.
namespace htmlentries {

struct Entry
{
    enum class Kind { Movie, Show, Unclear };

    Kind kind = Kind::Unclear;
    QString id; ///< JustWatch's ("tm155702"), where the page has it
    QString title;
    QUrl url;
    std::optional<int> year;
    std::optional<int> runtime; ///< minutes
    std::optional<QString> imdbId;
    QStringList directors;
    std::optional<QUrl> poster;
};

/// Elements with `data-title` around a link to a title's page.
QList<Entry> cards(const QList<HtmlTree::Element> &elements, const QUrl &base);
/// Movies of the page's JSON-LD (schema.org): by themselves, in a list, in a graph.
QList<Entry> linkedData(const QList<HtmlTree::Element> &elements, const QUrl &base);

/// What a link leads to, by the words of its path.
Entry::Kind kindOf(const QUrl &url);
/// "/us/movie/dune-2021" is of 2021, "/us/movie/blade-runner-2049" of "Blade Runner 2049" of nobody knows when.
std::optional<int> yearOfSlug(const QUrl &url, const QString &title);
/// The whole address of a picture, if it is one of the web.
std::optional<QUrl> picture(const QString &text);

}
