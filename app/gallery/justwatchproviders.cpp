#include "gallery/justwatch.h"

#include "gallery/justwatchanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::Literals;

namespace {

/// The first of the names that the object has: the API's, or those of lists made from it.
QJsonValue either(const QJsonValue &object, std::initializer_list<QLatin1StringView> names)
{
    for (const auto name : names)
        if (const QJsonValue value = object[name]; !value.isUndefined() && !value.isNull())
            return value;
    return {};
}

Provider providerOf(const QJsonValue &object)
{
    return {.packageId = either(object, {"packageId"_L1, "package_id"_L1}).toInteger(),
            .shortName = either(object, {"shortName"_L1, "short_name"_L1}).toString(),
            .technicalName = either(object, {"technicalName"_L1, "technical_name"_L1}).toString(),
            .clearName = either(object, {"clearName"_L1, "name"_L1, "clear_name"_L1}).toString().simplified(),
            .slug = object["slug"_L1].toString(),
            .icon = justwatch::pictureUrl(either(object, {"icon"_L1, "icon_url"_L1}).toString(), u"s100"_s, u"png"_s)
                        .value_or(QUrl())};
}

Result<QJsonArray> listOf(const QByteArray &body)
{
    if (const auto document = QJsonDocument::fromJson(body); document.isArray())
        return document.array();
    return justwatch::readData(body).transform(
        [](const justwatch::Data &data) { return data.object["packages"_L1].toArray(); });
}

}

Result<QList<Provider>> justwatch::parseProviders(const QByteArray &body)
{
    const auto list = listOf(body);
    if (!list)
        return std::unexpected(list.error());
    QList<Provider> providers;
    QSet<QString> codes;
    for (const auto &entry : *list) {
        const Provider provider = providerOf(entry);
        if (provider.shortName.isEmpty() || provider.clearName.isEmpty() || codes.contains(provider.shortName))
            continue;
        codes.insert(provider.shortName);
        providers.append(provider);
    }
    if (providers.isEmpty())
        return fail(Error::Kind::Malformed,
                    u"JustWatch lists no providers: the country is unknown to it, or its form has changed."_s);
    return providers;
}

bool justwatch::isWholeProviderList(const QByteArray &body)
{
    return QJsonDocument::fromJson(body)["errors"_L1].toArray().isEmpty() && parseProviders(body).has_value();
}
