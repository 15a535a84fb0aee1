#pragma once

#include "data/article.h"
#include "data/match.h"
#include "net/origins.h"
#include "wiki/rawarticle.h"

#include <QCoroTask>
#include <QJsonObject>

#include <stop_token>

class HttpClient;

/// One Wikipedia: its search and its articles. Must outlive what it was asked.
class WikiClient
{
public:
    WikiClient(HttpClient &http, Origins origins)
        : m_http(http)
        , m_origins(std::move(origins))
    {
    }
    virtual ~WikiClient() = default;

    /// {how_many, pages: [{id, key, title, excerpt, matched_title, description, thumbnail}]}, best first. The limit is
    /// from 1 to 100.
    QCoro::Task<Result<QJsonObject>> searchPages(QString words, int limit = 10, std::stop_token stop = {});

    /// The same pages as Candidates, with their Wikidata ids: one request of the action API, at most 50, films only if
    /// so asked.
    /// The words may hold operators of the search (intitle:"…"); wikipedia::plainWords() takes them out of a title.
    enum class Only { Films, Anything };
    QCoro::Task<Result<QList<Candidate>>> search(QString words, Only only, int most, std::stop_token stop = {});

    /// Which of these titles exist (at most 50), through redirects: a Candidate a title, in the order asked. The title
    /// it answers is its `matchedTitle`, where that is set, else its `title`. Disambiguation pages are no films.
    QCoro::Task<Result<QList<Candidate>>> probe(QStringList titles, std::stop_token stop = {});

    /// At most 50 articles by title, through redirects, as they came. A title without an article is simply not in the
    /// answer; two titles that lead to one article are two entries.
    QCoro::Task<Result<QList<RawArticle>>> fetchArticles(QStringList titles, std::stop_token stop = {});

    QUrl articleUrl(const QString &title) const;

protected:
    HttpClient &m_http;
    Origins m_origins;
};

/// A WikiClient that answers with movies only.
class MovieWikiClient : public WikiClient
{
public:
    using WikiClient::WikiClient;

    /// {how_many, movies: [{…, url}]}: the pages of searchPages that are movies, with their address. Up to two further
    /// requests for each 50 pages say what they are: their templates, and their Wikidata items.
    QCoro::Task<Result<QJsonObject>> searchMovies(QString words, int limit = 10, std::stop_token stop = {});
};

namespace wikipedia {

/// Reads the search's answer into searchPages' form.
Result<QJsonObject> parseSearch(const QByteArray &body);
/// Reads the answer of a search of the action API, best first.
Result<QList<Candidate>> parseCandidates(const QByteArray &body);
/// Reads the answer about titles that were asked for.
Result<QList<Candidate>> parseProbe(const QByteArray &body, const QStringList &titles);

/// The article's name in addresses: underscores, percent-encoded.
QString keyOf(const QString &title);
/// A title without anything that the search takes for an operator.
QString plainWords(const QString &title);

/// Whether an article is about a movie, by what can be seen without its Wikidata item: the head of its short
/// description
/// ("1982 American film by …"), the word in its title's brackets, its infobox.
bool looksLikeFilm(const QString &title, const QString &description, bool hasFilmInfobox);

}
