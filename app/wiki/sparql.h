#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QHash>
#include <QStringList>

/// Wikidata's query service, in SPARQL 1.1 alone: https://www.w3.org/TR/sparql11-query/
namespace sparql {

/// A query as a form, for it may be long.
Request request(const QUrl &service, const QByteArray &query);

/// The prefixes that our queries use; other services than Wikidata's own do not know them by themselves.
QByteArray prefixes();
/// A block of values: `VALUES ?imdb { "tt0032138" }`. The values must be valid as they are.
QByteArray values(const QByteArray &variable, const QByteArrayList &terms);
/// A text in a language: "\"Heat\"@en".
QByteArray literal(const QString &text, const QByteArray &language);
/// "wd:Q1" of each id that is one, sorted and once.
QByteArrayList itemTerms(QStringList ids);

using Row = QHash<QString, QString>; ///< values of the bound variables
/// The rows of `application/sparql-results+json`.
Result<QList<Row>> parse(const QByteArray &body);

/// "Q42" of "http://www.wikidata.org/entity/Q42"; empty of anything else.
QString itemOf(const QString &address);

bool isItemId(const QString &id);

}
