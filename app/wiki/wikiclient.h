#pragma once

#include "data/article.h"
#include "data/match.h"
#include "net/origins.h"

#include <QCoroTask>
#include <QJsonObject>

#include <stop_token>

class HttpClient;

/// One Wikipedia: its search and its articles.
class WikiClient
{
public:
    WikiClient(HttpClient &http, Origins origins)
        : m_http(http)
        , m_origins(std::move(origins))
    {
    }
    virtual ~WikiClient() = default;

    /// {how_many, pages: [{id, key, title, excerpt, matched_title, description, thumbnail}]}, best first.
    QCoro::Task<Result<QJsonObject>> searchPages(QString words, int limit = 10, std::stop_token stop = {});

    /// The same pages as Candidates, with their Wikidata ids: one request of the action API, films only if so asked.
    enum class Only { Films, Anything };
    QCoro::Task<Result<QList<Candidate>>> search(QString words, Only only, std::stop_token stop = {});

    /// Which of these titles exist (at most 50), through redirects: Candidates, matchedTitle set where redirected.
    QCoro::Task<Result<QList<Candidate>>> probe(QStringList titles, std::stop_token stop = {});

    /// At most 50 articles by title, read. A title without an article is simply not in the answer.
    QCoro::Task<Result<QList<Article>>> articles(QStringList titles, std::stop_token stop = {});

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

    /// {how_many, movies: [{…, url}]}: the pages of searchPages that are movies, with their address.
    QCoro::Task<Result<QJsonObject>> searchMovies(QString words, int limit = 10, std::stop_token stop = {});
};

namespace wikipedia {

Result<QJsonObject> parseSearch(const QByteArray &body);
Result<QList<Candidate>> parseCandidates(const QByteArray &body);
/// Reads wikitext too; long answers are best read off the main thread.
Result<QList<Article>> parseArticles(const QByteArray &body);
/// The article's name in addresses: underscores, percent-encoded.
QString keyOf(const QString &title);

}
