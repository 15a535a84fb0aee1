#include "net/origins.h"

#include <QHostAddress>
#include <QProcessEnvironment>

#include <array>

using namespace Qt::Literals;

namespace {

struct Field
{
    QLatin1StringView name;
    QUrl Origins::*url;
};
constexpr std::array Fields{
    Field{.name = "justwatch"_L1, .url = &Origins::justwatch},
    Field{.name = "justwatch_www"_L1, .url = &Origins::justwatchWww},
    Field{.name = "wikipedia"_L1, .url = &Origins::wikipedia},
    Field{.name = "wikidata"_L1, .url = &Origins::wikidata},
    Field{.name = "wdqs"_L1, .url = &Origins::wdqs},
};

Result<> set(Origins &origins, const QString &name, const QString &text)
{
    const auto field = std::ranges::find(Fields, name.toLower().replace(u'-', u'_'), &Field::name);
    if (field == Fields.end())
        return fail(
            Error::Kind::Invalid,
            u"There is no origin “%1”: it is justwatch, justwatch_www, wikipedia, wikidata or wdqs."_s.arg(name));
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return fail(Error::Kind::Invalid, u"The origin %1 needs an address that begins with https://."_s.arg(name),
                    text);
    origins.*(field->url) = url;
    return {};
}

bool isLocal(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

}

Result<Origins> origins::fromEnvironment(const QStringList &overrides)
{
    Origins origins;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const Field &field : Fields) {
        const QString value = environment.value(u"CINETECA_"_s + QString(field.name).toUpper());
        if (value.isEmpty())
            continue;
        if (const auto done = set(origins, field.name, value); !done)
            return std::unexpected(done.error());
    }
    for (const QString &entry : overrides) {
        if (const auto done = set(origins, entry.section(u'=', 0, 0), entry.section(u'=', 1)); !done)
            return std::unexpected(done.error());
    }
    return origins;
}

bool origins::areLocal(const Origins &origins)
{
    return std::ranges::all_of(Fields, [&](const Field &field) { return isLocal(origins.*(field.url)); });
}
