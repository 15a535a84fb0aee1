#include "jobs/crawling.h"

#include "gallery/file.h"
#include "gallery/galleryaddress.h"
#include "gallery/justwatch.h"
#include "net/recording.h"
#include "store/database.h"
#include "store/library.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

Gallery fileGallery(const QFileInfo &file)
{
    return {.source = u"file"_s,
            .provider = file.absoluteFilePath(),
            .name = file.fileName(),
            .url = QUrl::fromLocalFile(file.absoluteFilePath())};
}

/// No address has a path without a scheme or a host; "films.csv" is a file that is not there.
bool looksLikeAFile(const QString &text)
{
    static const QRegularExpression file(u"\\.(csv|jsonl?|html?)$"_s, QRegularExpression::CaseInsensitiveOption);
    return !text.contains("://"_L1) && (file.match(text).hasMatch() || text.startsWith(u'/') || text.startsWith(u'.'));
}

QString placed(const QString &name, const QString &country)
{
    return u"%1 (%2)"_s.arg(name, QLocale::territoryToString(QLocale::codeToTerritory(country)));
}

/// What people see of a gallery where the API turns us away: its provider is then only known by the address's word.
Gallery ofPages(const galleryaddress::Address &address)
{
    return {.source = u"html"_s,
            .country = address.country,
            .provider = address.provider,
            .name = placed(address.provider, address.country),
            .url = address.url,
            .filter = address.filter};
}

QCoro::Task<Result<Gallery>> fromAddress(Services services, QString text, std::stop_token stop)
{
    const auto read = galleryaddress::parse(text);
    if (!read)
        co_return std::unexpected(read.error());
    const auto providers = co_await justwatch::fetchProviders(services.http, services.origins, read->country, stop);
    if (!providers && justwatch::turnsUsAway(providers.error()))
        co_return ofPages(*read);
    if (!providers)
        co_return std::unexpected(providers.error());
    const auto provider = justwatch::needProvider(*providers, read->provider);
    if (!provider)
        co_return std::unexpected(provider.error());
    Gallery gallery = crawling::of(read->country, *provider);
    gallery.url = galleryaddress::renewed(read->url, *provider);
    gallery.filter = read->filter;
    co_return gallery;
}

}

Gallery crawling::sample()
{
    return {.source = u"sample"_s,
            .country = u"US"_s,
            .provider = u"smp"_s,
            .name = u"Sample gallery"_s,
            .url = QUrl(u"https://www.justwatch.com/us/provider/sample/movies"_s)};
}

Result<std::shared_ptr<const Recording>> crawling::sampleAnswers()
{
    QFile file(u":/sample/answers.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Missing, u"The sample is not bundled with this program."_s);
    return Recording::read(file.readAll()).transform([](Recording recording) {
        return std::make_shared<const Recording>(std::move(recording));
    });
}

Gallery crawling::of(const QString &country, const Provider &provider)
{
    return {.source = u"justwatch"_s,
            .country = country,
            .provider = provider.shortName,
            .name = placed(provider.clearName, country),
            .url = galleryaddress::url(country, provider)};
}

QCoro::Task<Result<Gallery>> crawling::find(Services services, QString text, std::stop_token stop)
{
    text = text.trimmed();
    if (text == "sample"_L1)
        co_return sample();
    if (const QFileInfo file(text); file.exists()) {
        if (!file.isFile() || !file.isReadable())
            co_return fail(Error::Kind::Invalid, u"This file cannot be read."_s, file.absoluteFilePath());
        co_return fileGallery(file);
    }
    if (looksLikeAFile(text))
        co_return fail(Error::Kind::Missing, u"There is no file “%1”."_s.arg(text), QFileInfo(text).absoluteFilePath());
    co_return co_await fromAddress(std::move(services), text, stop);
}
