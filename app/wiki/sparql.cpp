#include "wiki/sparql.h"

#include "wiki/jsonview.h"
#include "wiki/mediawiki.h"

using namespace Qt::Literals;

namespace {

const QString EntityAddress = u"http://www.wikidata.org/entity/"_s;

}

Request sparql::request(const QUrl &service, const QByteArray &query)
{
    return {.url = mediawiki::under(service, u"/sparql"_s),
            .method = Request::Method::Post,
            .kind = Request::Kind::Api,
            .body = mediawiki::encode({{u"query"_s, QString::fromUtf8(query)}}),
            .contentType = "application/x-www-form-urlencoded",
            .accept = "application/sparql-results+json"};
}

QByteArray sparql::prefixes()
{
    return "PREFIX wd: <http://www.wikidata.org/entity/>\n"
           "PREFIX wdt: <http://www.wikidata.org/prop/direct/>\n"
           "PREFIX p: <http://www.wikidata.org/prop/>\n"
           "PREFIX psv: <http://www.wikidata.org/prop/statement/value/>\n"
           "PREFIX wikibase: <http://wikiba.se/ontology#>\n"
           "PREFIX schema: <http://schema.org/>\n"
           "PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"
           "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
           "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n";
}

QByteArray sparql::values(const QByteArray &variable, const QByteArrayList &terms)
{
    return "VALUES ?" + variable + " { " + terms.join(' ') + " }";
}

QByteArray sparql::literal(const QString &text, const QByteArray &language)
{
    QString escaped = text.simplified();
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return '"' + escaped.toUtf8() + "\"@" + language;
}

QByteArrayList sparql::itemTerms(QStringList ids)
{
    ids.sort();
    ids.removeDuplicates();
    QByteArrayList terms;
    for (const QString &id : std::as_const(ids)) {
        if (isItemId(id))
            terms.append("wd:" + id.toLatin1());
    }
    return terms;
}

Result<QList<sparql::Row>> sparql::parse(const QByteArray &body)
{
    const JsonDocument document(body);
    const JsonView bindings = document.root()["results"]["bindings"];
    if (!bindings.isArray())
        return fail(Error::Kind::Malformed,
                    u"Wikidata's query service gave no table: the query ran out of time, or the "
                    "answer was cut off."_s,
                    QString::fromUtf8(body.last(std::min<qsizetype>(body.size(), 200))).simplified());
    QList<Row> rows;
    for (const JsonView &binding : bindings.items()) {
        Row row;
        for (const auto &[variable, term] : binding.fields())
            row.insert(QString::fromUtf8(QByteArrayView(variable)), term["value"].text());
        rows.append(row);
    }
    return rows;
}

QString sparql::itemOf(const QString &address)
{
    const QString id = address.mid(EntityAddress.size());
    return address.startsWith(EntityAddress) && isItemId(id) ? id : QString();
}

bool sparql::isItemId(const QString &id)
{
    constexpr qsizetype Longest = 13;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return id.size() >= 2 && id.size() <= Longest && id[0] == u'Q' && id[1] != u'0'
        && std::all_of(id.begin() + 1, id.end(), isDigit);
}
