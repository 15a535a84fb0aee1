#pragma once

#include "gallery/page.h"
#include "net/origins.h"

#include <QCoroTask>

#include <stop_token>

class HttpClient;

/// JustWatch's GraphQL: providers of a country, and galleries a hundred titles at a time.
namespace justwatch {

constexpr int PageSize = 100;
constexpr int Window = 1900; ///< a question with more answers than this is split: the API shows fewer than 2,000

/// Release years that one question covers, both ends included; no bounds for all.
struct Years
{
    std::optional<int> from;
    std::optional<int> until;

    bool operator==(const Years &) const = default;
};

Result<QList<Provider>> parseProviders(const QByteArray &body);
QCoro::Task<Result<QList<Provider>>> fetchProviders(HttpClient &http, Origins origins, QString country,
                                                    std::stop_token stop = {});

/// The provider that a person means by a slug, a short, technical or clear name, old or new.
std::optional<Provider> findProvider(const QList<Provider> &providers, const QString &name);

/// Reads one page of a gallery. An `errors` array, a body that is no JSON and a page without its form are told apart.
Result<gallery::Page> parse(const QByteArray &body, const Gallery &gallery);
QCoro::Task<Result<gallery::Page>> fetch(HttpClient &http, Origins origins, Gallery gallery, Years years, QString cursor,
                                         std::stop_token stop);

/// How many titles a question has, without reading one.
QCoro::Task<Result<int>> count(HttpClient &http, Origins origins, Gallery gallery, Years years,
                               std::stop_token stop = {});

/// Two halves of a span of years; nothing if it is a single year.
std::optional<std::pair<Years, Years>> split(const Years &years);

}
