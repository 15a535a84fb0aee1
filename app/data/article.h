#pragma once

#include "data/ids.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

/// One entry of an infobox field, as plain text: a list item, a line, a date.
struct InfoboxLine
{
    QString text; ///< plain text; dates of date templates as ISO with the place behind: "2013-09-02 (London)"
    QString link; ///< title that the first link of the line leads to, empty if none

    bool operator==(const InfoboxLine &) const = default;
};

/// One field of an infobox, taken apart into its lines.
struct InfoboxField
{
    QString wikitext; ///< as written in the article
    QList<InfoboxLine> lines;

    bool operator==(const InfoboxField &) const = default;
};

/// An article of Wikipedia, read: what is used of it.
struct Article
{
    PageId page;
    QString title;
    QUrl url; ///< the page a person can open
    qint64 revision = 0;
    QDateTime timestamp; ///< of the revision, UTC
    QMap<QString, InfoboxField> infobox; ///< `Infobox film`'s, by parameter: "director", "released"; empty without one
    QString lead; ///< first paragraph, plain text
    QList<InfoboxLine> cast; ///< items of the section Cast: "Judy Garland as Dorothy"
    QString plot; ///< the section Plot (Synopsis, Premise, Story), plain text, paragraphs apart by an empty line

    bool operator==(const Article &) const = default;
};

/// The page of an English article.
QUrl pageOf(const QString &article);
