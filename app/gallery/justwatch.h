#pragma once

#include "gallery/page.h"
#include "net/origins.h"

#include <QCoroTask>
#include <QStringList>

#include <stop_token>

class HttpClient;

/// JustWatch's GraphQL: providers of a country, and galleries a hundred titles at a time.
namespace justwatch {

constexpr int PageSize = 100;
constexpr int Shown = 2000; ///< the API shows fewer titles than this of one question
constexpr int Window = 1900; ///< a question with more answers than this is split

/// The part of a gallery that one question covers. Empty for all of it.
struct Part
{
    std::optional<int> from; ///< release year, included
    std::optional<int> until; ///< release year, included
    QString genre; ///< only titles of this genre, by its short name
    QStringList without; ///< no titles of these genres

    bool operator==(const Part &) const = default;
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
QCoro::Task<Result<gallery::Page>> fetch(HttpClient &http, Origins origins, Gallery gallery, Part part, QString cursor,
                                         std::stop_token stop);

/// How many titles a question has, without reading one.
QCoro::Task<Result<int>> count(HttpClient &http, Origins origins, Gallery gallery, Part part,
                               std::stop_token stop = {});

/// Smaller parts that hold the same titles, each once: two halves of a span of years, open ends stay open; a single
/// year by genres. Nothing if it cannot be divided any more.
QList<Part> split(const Gallery &gallery, const Part &part);
/// Whether the API says no to any question, now and later: the pages for people are then the second way in.
bool turnsUsAway(const Error &error);

}
