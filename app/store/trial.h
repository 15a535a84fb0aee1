#pragma once

#include "store/model.h"

/// What is looked at before and after a migration, so that none takes anything away unnoticed.
namespace trial {

/// What a database holds, table by table.
struct Content
{
    QMap<QString, qint64> rows;
    QMap<QString, QStringList> columns;
};

/// Of these tables, of all that the database has if none are named.
Result<Content> contentOf(Connection &connection, const QStringList &tables = {});

/// The same under the names that a step gives: an old table's, an old "table.column".
Content renamed(const Content &content, const QMap<QString, QString> &renames);

/// What was there before and is no more: "movie_directors (12 rows)", "movies.article".
QStringList lost(const Content &before, const Content &after);

/// Whether the file is whole, every reference leads somewhere, no table that stayed has lost or got a row, and the
/// form is the model's, where one is given.
Result<> verify(Connection &connection, const Content &before, const Content &after, const model::Model *model);

}
