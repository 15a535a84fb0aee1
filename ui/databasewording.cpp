#include "databasewording.h"

#include "store/address.h"
#include "store/server.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::Literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("databasewording", text);
}

QString serverName(const Address &address)
{
    if (address.database.isEmpty())
        return tr("service %1").arg(address.options.value(u"service"_s));
    const bool isHere = address.host.isEmpty() || address.host.startsWith(u'/');
    return isHere ? tr("%1 on this computer").arg(address.database)
                  : tr("%1 on %2").arg(address.database, address.host);
}

}

bool databasewording::isServer(const QString &text)
{
    const auto address = address::parse(text);
    return address && address->engine == Connection::Engine::PostgreSQL;
}

QString databasewording::name(const QString &text)
{
    const auto address = address::parse(text);
    if (!address)
        return text;
    return address->engine == Connection::Engine::PostgreSQL ? serverName(*address)
                                                             : QFileInfo(address->path).fileName();
}

bool databasewording::isRestricted(const server::Answer &answer)
{
    return server::onlyToBeRead(answer.facts, answer.user).has_value();
}

QString databasewording::welcome(const server::Answer &answer, bool isServer)
{
    QString content = answer.facts.isOurs ? tr("It holds Cineteca's tables.")
                                          : tr("It holds none of Cineteca's tables yet; opening makes them.");
    if (!isServer)
        return content;
    QStringList sentences{tr("PostgreSQL %1 answers as %2, %3.")
                              .arg(QString::number(answer.facts.version / 10'000), answer.user,
                                   answer.tls.isEmpty() ? tr("not encrypted") : tr("encrypted by %1").arg(answer.tls)),
                          content};
    if (const auto why = server::onlyToBeRead(answer.facts, answer.user))
        sentences.append(why->message);
    return sentences.join(u' ');
}
