#include "wiki/wikiclient.h"

#include "wiki/ask.h"
#include "wiki/mediawiki.h"
#include "wiki/movies.h"
#include "wiki/titles.h"
#include "wiki/wikirequests.h"

using namespace Qt::Literals;

namespace {

constexpr int MostParts = 60; // of one answer about articles: each brings one at least

Error tooMany(qsizetype asked)
{
    return {.kind = Error::Kind::Invalid,
            .message = u"A wiki answers for %1 titles at once, not for %2."_s.arg(mediawiki::MaxValues).arg(asked)};
}

}

QCoro::Task<Result<QJsonObject>> WikiClient::searchPages(QString words, int limit, std::stop_token stop)
{
    if (words.trimmed().isEmpty())
        co_return fail(Error::Kind::Invalid, u"There is nothing to search for: give some words of the title."_s);
    co_return co_await ask(m_http, wikipedia::searchPagesRequest(m_origins.wikipedia, words, limit),
                           &wikipedia::parseSearch, stop);
}

QCoro::Task<Result<QList<Candidate>>> WikiClient::search(QString words, Only only, int most, std::stop_token stop)
{
    if (words.trimmed().isEmpty())
        co_return QList<Candidate>();
    co_return co_await ask(m_http, wikipedia::searchRequest(m_origins.wikipedia, words, only == Only::Films, most),
                           &wikipedia::parseCandidates, stop);
}

QCoro::Task<Result<QList<Candidate>>> WikiClient::probe(QStringList titles, std::stop_token stop)
{
    if (titles.size() > mediawiki::MaxValues)
        co_return std::unexpected(tooMany(titles.size()));
    if (wikipedia::joinTitles(titles).isEmpty())
        co_return QList<Candidate>();
    const auto parse = [titles](const QByteArray &body) { return wikipedia::parseProbe(body, titles); };
    co_return co_await ask(m_http, wikipedia::probeRequest(m_origins.wikipedia, titles), parse, stop);
}

QCoro::Task<Result<QList<RawArticle>>> WikiClient::fetchArticles(QStringList titles, std::stop_token stop)
{
    if (titles.size() > mediawiki::MaxValues)
        co_return std::unexpected(tooMany(titles.size()));
    if (wikipedia::joinTitles(titles).isEmpty())
        co_return QList<RawArticle>();

    QList<wikipedia::ArticlePart> parts;
    QMap<QString, QString> more;
    do {
        auto part = co_await ask(m_http, wikipedia::articlesRequest(m_origins.wikipedia, titles, more),
                                 &wikipedia::parseArticles, stop);
        if (!part)
            co_return std::unexpected(part.error());
        if (!part->more.isEmpty() && (part->more == more || parts.size() == MostParts))
            co_return fail(Error::Kind::Malformed, u"The wiki's answer about articles does not come to an end."_s,
                           titles.join(u'|'));
        more = part->more;
        parts.append(std::move(*part));
    } while (!more.isEmpty());
    co_return wikipedia::collect(parts, titles);
}

QUrl WikiClient::articleUrl(const QString &title) const
{
    return wikipedia::articleUrl(m_origins.wikipedia, title);
}
