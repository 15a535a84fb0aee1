#pragma once

#include <QList>
#include <QString>

/// The search's words about a candidate, made fit to be shown.
namespace candidatetext {

/// A stretch of the text that the search matched.
struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const Span &) const = default;
};

/// Plain text, and which of its words the search met.
struct Excerpt
{
    QString text;
    QList<Span> matched;

    bool operator==(const Excerpt &) const = default;
};

/// Reads the HTML of a search's excerpt: tags go, only `<span class="searchmatch">` leaves its trace.
Excerpt excerpt(const QString &html);

}
