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
/// Whether an answer may be kept as the list of a country: it names providers and complains of nothing.
bool isWholeProviderList(const QByteArray &body);
QCoro::Task<Result<QList<Provider>>> fetchProviders(HttpClient &http, Origins origins, QString country,
                                                    std::stop_token stop = {});

/// The provider that a person means by a slug, a short, technical or clear name, old or new. Several names with commas
/// between ("amp,nfx") are one provider with all their short names.
std::optional<Provider> findProvider(const QList<Provider> &providers, const QString &name);
/// The same, or an error that names the providers with a name like it.
Result<Provider> needProvider(const QList<Provider> &providers, const QString &name);
/// Clear names like this name, the nearest first; at most five.
QStringList nearProviders(const QList<Provider> &providers, const QString &name);

/// Reads one page of a gallery. An `errors` array, a body that is no JSON, a page without its form, an empty page of a
/// gallery that has titles, and a page that is not filtered by its provider are told apart.
Result<gallery::Page> parse(const QByteArray &body, const Gallery &gallery);
/// A question that the API finds too large or does not understand is asked again with less; the cursor remembers that.
QCoro::Task<Result<gallery::Page>> fetch(HttpClient &http, Origins origins, Gallery gallery, Years years,
                                         QString cursor, std::stop_token stop);

/// How many titles a question has, without reading one.
QCoro::Task<Result<int>> count(HttpClient &http, Origins origins, Gallery gallery, Years years,
                               std::stop_token stop = {});

/// Two halves of a span of years; nothing if it is a single year. Open ends stay open, so that no year is lost.
std::optional<std::pair<Years, Years>> split(const Years &years);

}
