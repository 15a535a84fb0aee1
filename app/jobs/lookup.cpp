#include "jobs/crawling.h"
#include "jobs/weighing.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

/// What a person pasted, where it names one thing: nothing where it is words.
struct Pasted
{
    enum class Kind { Article, Foreign, WikidataId, ImdbId } kind;
    QString name; ///< title, language or id
};

std::optional<Pasted> articleIn(const QString &words)
{
    static const QRegularExpression wiki(
        u"^(?:https?://)?(?:([a-z-]+)\\.)?(?:m\\.)?wikipedia\\.org/(?:wiki/|w/index\\.php\\?title=)([^?#&]+)"_s);
    const auto found = wiki.match(words);
    if (!found.hasMatch())
        return {};
    const QString language = found.captured(1);
    if (!language.isEmpty() && language != "en"_L1 && language != "www"_L1 && language != "m"_L1)
        return Pasted{Pasted::Kind::Foreign, language};
    const QString title = QUrl::fromPercentEncoding(found.captured(2).toUtf8()).replace(u'_', u' ');
    return Pasted{Pasted::Kind::Article, title};
}

/// An id by itself, or as the last word of an address.
std::optional<Pasted> idIn(const QString &words, Pasted::Kind kind, const QString &pattern)
{
    const auto found = QRegularExpression(u"(?:^|/)"_s + pattern + u"(?:[/?#].*)?$"_s).match(words);
    return found.hasMatch() ? std::optional(Pasted{kind, found.captured(1)}) : std::nullopt;
}

std::optional<Pasted> pastedIn(const QString &words)
{
    if (auto article = articleIn(words))
        return article;
    if (auto id = idIn(words, Pasted::Kind::WikidataId, u"(Q[1-9]\\d*)"_s))
        return id;
    return idIn(words, Pasted::Kind::ImdbId, u"(tt\\d{7,9})"_s);
}

QString nothingOf(const Pasted &pasted)
{
    switch (pasted.kind) {
    case Pasted::Kind::Article:
        return u"There is no article “%1” in the English Wikipedia."_s.arg(pasted.name);
    case Pasted::Kind::WikidataId:
        return u"There is no %1 at Wikidata."_s.arg(pasted.name);
    case Pasted::Kind::ImdbId:
        return u"Wikidata knows nothing with the IMDb id %1."_s.arg(pasted.name);
    case Pasted::Kind::Foreign:
        break;
    }
    return u"Only the English Wikipedia is read, not “%1”: paste the film's Wikidata id."_s.arg(pasted.name);
}

/// What was pasted is there, and is a film as far as is known.
Result<> checked(const Pasted &pasted, const Candidate &candidate)
{
    if (candidate.title.isEmpty())
        return fail(Error::Kind::Missing, nothingOf(pasted));
    if (candidate.film.value_or(true))
        return {};
    const QString what = !candidate.type.isEmpty() ? candidate.type : candidate.description;
    return fail(Error::Kind::Invalid,
                what.isEmpty() ? u"“%1” is not a film."_s.arg(candidate.title)
                               : u"“%1” is not a film, but: %2."_s.arg(candidate.title, what));
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

QCoro::Task<Result<QList<Candidate>>> candidatesOf(std::shared_ptr<Run> run, Pasted pasted)
{
    if (pasted.kind == Pasted::Kind::Foreign)
        co_return fail(Error::Kind::Invalid, nothingOf(pasted));
    if (pasted.kind == Pasted::Kind::WikidataId)
        co_return QList<Candidate>{{.wikidataId = pasted.name}};
    if (pasted.kind == Pasted::Kind::ImdbId)
        co_return co_await byImdbId(run, pasted.name);
    WikiClient wiki(run->services.http, run->services.origins);
    co_return co_await wiki.probe({pasted.name}, run->stop());
}

constexpr int Shown = 10; ///< of a search, as many as are kept

QCoro::Task<Result<QList<Candidate>>> candidatesFor(std::shared_ptr<Run> run, QString words)
{
    WikiClient wiki(run->services.http, run->services.origins);
    co_return co_await wiki.search(words, WikiClient::Only::Anything, Shown, run->stop());
}

}

QCoro::Task<Result<QList<Candidate>>> crawling::lookUp(Services services, Item item, QString words,
                                                       std::stop_token stop)
{
    const auto job = std::make_shared<Job>();
    const std::stop_callback follow(stop, [&job] { job->stop(); });
    const auto run = std::make_shared<Run>(job, services, Crawl{.gallery = item.gallery});
    const auto pasted = pastedIn(words.trimmed());
    auto asking = pasted ? candidatesOf(run, *pasted) : candidatesFor(run, words.trimmed());
    const auto found = co_await asking;
    if (!found)
        co_return std::unexpected(found.error());
    if (found->isEmpty())
        co_return fail(Error::Kind::Missing, pasted ? nothingOf(*pasted) : u"Nothing was found for “%1”."_s.arg(words));
    const auto weighed = co_await weighing::weigh(run, {{.item = item, .candidates = *found}});
    if (!weighed)
        co_return std::unexpected(weighed.error());
    const QList<Candidate> candidates = weighed->constFirst().candidates;
    if (const auto good = pasted ? checked(*pasted, candidates.constFirst()) : Result<>(); !good)
        co_return std::unexpected(good.error());
    co_return candidates;
}
