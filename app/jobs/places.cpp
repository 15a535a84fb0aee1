#include "jobs/places.h"

#include "store/address.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals;

namespace {

const QString Databases = u"databases"_s; // group of the settings

QString inDataFolder(const QString &file)
{
    return u"sqlite://"_s + QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + file;
}

}

void places::nameApplication()
{
    QCoreApplication::setApplicationName(u"cineteca"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CINETECA_VERSION));
}

QString places::database()
{
    return inDataFolder(u"movies.sqlite"_s);
}

QString places::sampleDatabase()
{
    return inDataFolder(u"sample.sqlite"_s);
}

QMap<QString, QString> places::databases()
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.beginGroup(Databases);
    QMap<QString, QString> databases;
    for (const QString &name : settings.childKeys())
        databases.insert(name, settings.value(name).toString());
    return databases;
}

Result<> places::keepDatabase(const QString &name, const QString &address)
{
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z0-9_-]*$"_s);
    if (!word.match(name).hasMatch())
        return fail(Error::Kind::Invalid, u"A name of a database is a word of letters, digits, _ and -."_s, name);
    const auto parsed = address::parse(address);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (!parsed->password.isEmpty())
        return fail(Error::Kind::Invalid, u"A password is not kept in the settings. Put it into ~/.pgpass."_s);
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(Databases + u'/' + name, address);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(Error::Kind::Storage, u"The settings cannot be written."_s, settings.fileName());
    return {};
}

QString places::databaseOf(const QString &given)
{
    return given.isEmpty() ? database() : databases().value(given, given);
}

QString places::settingsFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"Cineteca"_s, u"cineteca"_s).fileName();
}

QString places::contact()
{
    const QString given = qEnvironmentVariable("CINETECA_CONTACT");
    return given.isEmpty() ? QSettings(settingsFile(), QSettings::IniFormat).value("contact"_L1).toString() : given;
}

QString places::person()
{
    const QString login = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return login.isEmpty() ? u"somebody"_s : login;
}
