#include "gallery/galleryaddress.h"

#include "gallery/addressfilter.h"
#include "gallery/pathwords.h"

#include <QUrlQuery>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Longest = 4000;
const QString Example = u"https://www.justwatch.com/us/provider/hbo-max/movies"_s;

std::unexpected<Error> invalid(const QString &sentence, const QString &text)
{
    return fail(Error::Kind::Invalid, sentence + u" A gallery is like "_s + Example, text.left(200));
}

QUrl urlOf(const QString &text)
{
    return QUrl(text.contains("://"_L1) ? text : u"https://"_s + text, QUrl::TolerantMode);
}

bool isJustWatch(const QUrl &url)
{
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    const QString host = url.host();
    return isWeb && (host == "www.justwatch.com"_L1 || host == "justwatch.com"_L1);
}

/// What stood there, as the site itself would have it.
QUrl wholeOf(QUrl url)
{
    url.setScheme(u"https"_s);
    url.setHost(u"www.justwatch.com"_s);
    url.setPort(-1);
    QUrlQuery query(url);
    query.removeAllQueryItems(u"page"_s);
    url.setQuery(query);
    return url.adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

QStringList wordsOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyDecoded).normalized(QString::NormalizationForm_C);
    return path.split(u'/', Qt::SkipEmptyParts);
}

/// The provider's word in the path ("/us/provider/max/movies"), else the codes of the query ("providers=mxx,nfx").
QString providerOf(const QStringList &words, const QUrl &url)
{
    if (words.size() >= 3)
        return words[2];
    const QString codes = QUrlQuery(url).queryItemValue(u"providers"_s, QUrl::FullyDecoded);
    return codes.split(u',', Qt::SkipEmptyParts).join(u',');
}

Result<galleryaddress::Address> parsePath(const QStringList &words, const QUrl &url, const QString &text)
{
    const QString country = words.isEmpty() ? QString() : pathwords::country(words.first());
    if (country.isEmpty())
        return invalid(u"This address names no country."_s, text);
    if (words.size() >= 3 && (pathwords::isMovie(words[1]) || pathwords::isShow(words[1])))
        return invalid(u"This is the page of a single title, not of a gallery."_s, text);
    const bool endsWithKind = words.size() == 2 || words.size() > 3; // else with the country or the provider
    if (endsWithKind && pathwords::isShow(words.last()))
        return invalid(u"This address lists series, and Cineteca reads movies."_s, text);
    const QString provider = providerOf(words, url);
    if (provider.isEmpty())
        return invalid(u"This address names no provider."_s, text);
    return galleryaddress::Address{.country = country, .provider = provider};
}

}

Result<galleryaddress::Address> galleryaddress::parse(QStringView given)
{
    const QString text = given.trimmed().toString();
    const QUrl url = urlOf(text);
    if (text.isEmpty() || text.size() > Longest || !url.isValid() || !isJustWatch(url))
        return invalid(u"“%1” is no address of JustWatch."_s.arg(text.left(80)), text);
    auto address = parsePath(wordsOf(url), url, text);
    if (!address)
        return address;
    auto filter = addressfilter::parse(QUrlQuery(url));
    if (!filter)
        return std::unexpected(filter.error());
    address->filter = *std::move(filter);
    address->url = wholeOf(url);
    return address;
}

QUrl galleryaddress::url(const QString &country, const Provider &provider)
{
    const QString place = country == "GB"_L1 ? u"uk"_s : country.toLower();
    if (provider.slug.isEmpty())
        return QUrl(u"https://www.justwatch.com/%1/movies?providers=%2"_s.arg(place, provider.shortName));
    return QUrl(u"https://www.justwatch.com/%1/provider/%2/movies"_s.arg(place, provider.slug));
}

QUrl galleryaddress::renewed(QUrl url, const Provider &provider)
{
    QStringList words = wordsOf(url);
    if (words.size() < 3 || provider.slug.isEmpty())
        return url;
    words[2] = provider.slug;
    url.setPath(u'/' + words.join(u'/'));
    return url;
}
