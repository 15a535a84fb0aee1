#include "store/address.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals;

namespace {

bool isSecret(const QString &option)
{
    return option == "password"_L1 || option == "sslpassword"_L1;
}

QString encoded(const QString &text, const QByteArray &plain = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, plain));
}

/// A folder of sockets and a list of hosts have no place before the path.
bool isPlainHost(const QString &host)
{
    return !host.isEmpty() && !host.contains(u'/') && !host.contains(u',');
}

QString authority(const Address &address)
{
    QUrl url;
    url.setHost(address.host);
    url.setUserName(address.user, QUrl::DecodedMode);
    url.setPort(address.port);
    return url.authority(QUrl::FullyEncoded);
}

QStringList options(const Address &address)
{
    QMap<QString, QString> all = address.options;
    if (!isPlainHost(address.host)) {
        all.insert(u"host"_s, address.host);
        all.insert(u"user"_s, address.user);
        all.insert(u"port"_s, address.port > 0 ? QString::number(address.port) : QString());
    }
    all.insert(u"mode"_s, address.readOnly ? u"ro"_s : QString());
    QStringList options;
    for (const auto &[name, value] : all.asKeyValueRange()) {
        if (!value.isEmpty() && !isSecret(name))
            options.append(name + u'=' + encoded(value));
    }
    return options;
}

}

QString address::text(const Address &address)
{
    if (address.engine == Connection::Engine::SQLite)
        return address.readOnly ? u"sqlite://"_s + encoded(address.path, "/") + u"?mode=ro"_s : address.path;
    const QString query = options(address).join(u'&');
    return u"postgresql://"_s + (isPlainHost(address.host) ? authority(address) : QString()) + u'/'
        + encoded(address.database) + (query.isEmpty() ? QString() : u'?' + query);
}

QString address::withoutPassword(const QString &text)
{
    if (!text.contains("://"_L1))
        return text;
    QUrl url(text);
    QUrlQuery query(url);
    bool isBare = url.password().isEmpty();
    for (const auto &[name, value] : query.queryItems()) {
        if (!isSecret(name))
            continue;
        query.removeAllQueryItems(name);
        isBare = false;
    }
    if (isBare)
        return text;
    url.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    url.setPassword({});
    return url.toString();
}

QString address::withPassword(const QString &text, const QString &password)
{
    if (password.isEmpty())
        return text;
    const QString bare = withoutPassword(text);
    return bare + (bare.contains(u'?') ? u'&' : u'?') + u"password="_s + encoded(password);
}

QMap<QString, QString> address::sessionOptions(const Address &address)
{
    QMap<QString, QString> options{{u"fallback_application_name"_s, u"Cineteca"_s}};
    if (!address.options.contains(u"service"_s) && !qEnvironmentVariableIsSet("PGSERVICE")) {
        options.insert({{u"keepalives_idle"_s, u"30"_s}, // seconds
                        {u"keepalives_interval"_s, u"10"_s},
                        {u"keepalives_count"_s, u"3"_s},
                        {u"tcp_user_timeout"_s, u"30000"_s}}); // milliseconds
        if (!qEnvironmentVariableIsSet("PGCONNECT_TIMEOUT"))
            options.insert(u"connect_timeout"_s, u"10"_s);
    }
    options.insert(address.options);
    return options;
}
