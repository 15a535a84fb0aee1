#pragma once

#include "data/article.h"
#include "data/result.h"

#include <QJsonObject>
#include <QStringList>

/// An article as it came: wikitext, to be kept or read.
struct RawArticle
{
    PageId page;
    QString title;
    QString requested; ///< the title that was asked for and led here
    qint64 revision = 0;
    QDateTime timestamp; ///< of the revision, UTC
    QString wikitext;

    bool operator==(const RawArticle &) const = default;
};

namespace wikipedia {

/// What one answer about articles held, and what to ask for the rest of it.
struct ArticlePart
{
    QList<RawArticle> articles; ///< those that came with their text; `requested` is not set yet
    QHash<QString, QString> leadsTo; ///< normalised and redirected titles
    QMap<QString, QString> more; ///< parameters of the next request, empty at the end
};
Result<ArticlePart> parseArticles(const QByteArray &body);

/// The articles of all parts by the titles that were asked for.
QList<RawArticle> collect(const QList<ArticlePart> &parts, const QStringList &titles);

/// Reads infobox, first paragraph and plot. Some milliseconds for a long article.
Article read(const RawArticle &raw);

}
