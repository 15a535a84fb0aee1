#include "store/address.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals;

namespace {

const QString Memory = u":memory:"_s;

Result<Address> file(const QString &path, bool readOnly = false)
{
    if (path.isEmpty())
        return fail(Error::Kind::Invalid, u"The database address names no file."_s);
    return Address{.path = path, .readOnly = readOnly};
}

Result<Address> sqlite(const QString &text)
{
    const QUrl url(text);
    const bool readOnly = QUrlQuery(url).queryItemValue(u"mode"_s) == "ro"_L1;
    return file(url.path(QUrl::FullyDecoded), readOnly);
}

/// libpq takes host and user as options too ("postgresql:///db?host=/run/postgresql&user=a"); others are passed on.
void readOption(Address &address, const QString &name, const QString &value)
{
    if (name == "host"_L1)
        address.host = value;
    else if (name == "port"_L1 && value.toInt() > 0)
        address.port = value.toInt();
    else if (name == "user"_L1)
        address.user = value;
    else if (name == "password"_L1)
        address.password = value;
    else if (name == "dbname"_L1)
        address.database = value;
    else if (name == "mode"_L1 && value == "ro"_L1)
        address.readOnly = true;
    else
        address.options.insert(name, value);
}

Result<Address> postgresql(const QString &text)
{
    const QUrl url(text);
    if (!url.isValid())
        return fail(Error::Kind::Invalid, u"The database address cannot be read: %1"_s.arg(url.errorString()), text);
    Address address{.engine = Connection::Engine::PostgreSQL,
                    .host = url.host(),
                    .port = url.port(),
                    .user = url.userName(QUrl::FullyDecoded),
                    .password = url.password(QUrl::FullyDecoded),
                    .database = url.path(QUrl::FullyDecoded).sliced(url.path().startsWith(u'/') ? 1 : 0)};
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        readOption(address, name, value);
    if (address.database.isEmpty() && !address.options.contains(u"service"_s))
        return fail(Error::Kind::Invalid, u"The database address names no database: postgresql://user@host/movie_db"_s,
                    text);
    return address;
}

}

Result<Address> address::parse(const QString &text)
{
    if (text == Memory || text == "sqlite::memory:"_L1 || text == "sqlite://"_L1)
        return Address{.path = Memory};
    if (text.startsWith("sqlite:"_L1))
        return sqlite(text);
    if (text.startsWith("postgresql:"_L1) || text.startsWith("postgres:"_L1))
        return postgresql(text);
    if (const auto at = text.indexOf("://"_L1); at > 0)
        return fail(Error::Kind::Invalid,
                    u"A database address begins with sqlite:// or postgresql://, not with %1."_s.arg(text.left(at + 3)),
                    text);
    return file(text);
}
