#include "jobs/crawling.h"
#include "jobs/weighing.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

/// The title in a pasted address of an article: "…/wiki/Dune_(2021_film)".
std::optional<QString> titleInAddress(const QString &words)
{
    static const QRegularExpression wiki(u"^(?:https?://)?[a-z-]+(?:\\.m)?\\.wikipedia\\.org/wiki/([^?#]+)"_s);
    const auto found = wiki.match(words);
    if (!found.hasMatch())
        return {};
    return QUrl::fromPercentEncoding(found.captured(1).toUtf8()).replace(u'_', u' ');
}

std::optional<QString> idIn(const QString &words, const QString &pattern)
{
    const auto found = QRegularExpression(u"(?:^|/)"_s + pattern + u"/?$"_s).match(words);
    return found.hasMatch() ? std::optional(found.captured(1)) : std::nullopt;
}

QCoro::Task<Result<QList<Candidate>>> byImdbId(std::shared_ptr<Run> run, QString id)
{
    const auto found = co_await wikidata::resolve(run->services.http, run->services.origins,
                                                  {Item{.id = {1}, .imdbId = id}}, run->stop());
    co_return found.transform([](const QList<Resolved> &hits) {
        QList<Candidate> candidates;
        for (const Resolved &hit : hits)
            candidates.append({.wikidataId = hit.wikidataId});
        return candidates;
    });
}

QCoro::Task<Result<QList<Candidate>>> candidatesFor(std::shared_ptr<Run> run, QString words)
{
    WikiClient wiki(run->services.http, run->services.origins);
    if (const auto title = titleInAddress(words))
        co_return co_await wiki.probe({*title}, run->stop());
    if (const auto id = idIn(words, u"(Q[1-9]\\d*)"_s))
        co_return QList<Candidate>{{.wikidataId = *id}};
    if (const auto id = idIn(words, u"(tt\\d{7,9})"_s))
        co_return co_await byImdbId(run, *id);
    co_return co_await wiki.search(words, WikiClient::Only::Anything, run->stop());
}

}

QCoro::Task<Result<QList<Candidate>>> crawling::lookUp(Services services, Item item, QString words,
                                                       std::stop_token stop)
{
    const auto job = std::make_shared<Job>();
    const std::stop_callback follow(stop, [&job] { job->stop(); });
    const auto run = std::make_shared<Run>(job, services, Crawl{.gallery = item.gallery});
    const auto found = co_await candidatesFor(run, words.trimmed());
    if (!found)
        co_return std::unexpected(found.error());
    if (found->isEmpty())
        co_return fail(Error::Kind::Missing, u"Nothing was found for “%1”."_s.arg(words));
    const auto weighed = co_await weighing::weigh(run, {{.item = item, .candidates = *found}});
    co_return weighed.transform([](const QList<library::Weighed> &all) { return all.first().candidates; });
}
