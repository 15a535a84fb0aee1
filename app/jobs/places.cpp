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

Result<> written(QSettings &settings)
{
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(Error::Kind::Storage, u"The settings cannot be written."_s, settings.fileName());
    return {};
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

QMap<QString, QString> places::databases(const QString &file)
{
    QSettings settings(file, QSettings::IniFormat);
    settings.beginGroup(Databases);
    QMap<QString, QString> databases;
    for (const QString &name : settings.childKeys())
        databases.insert(name, settings.value(name).toString());
    return databases;
}

Result<> places::keepDatabase(const QString &name, const QString &address, const QString &file)
{
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z0-9_-]*$"_s);
    if (!word.match(name).hasMatch())
        return fail(Error::Kind::Invalid, u"A name of a database is a word of letters, digits, _ and -."_s, name);
    const auto parsed = address::parse(address);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (address::withoutPassword(address) != address)
        return fail(
            Error::Kind::Invalid,
            u"A password is not kept in the settings. Put it into ~/.pgpass, or let the window keep it in the keychain."_s);
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(Databases + u'/' + name, address);
    return written(settings);
}

Result<> places::forgetDatabase(const QString &name, const QString &file)
{
    QSettings settings(file, QSettings::IniFormat);
    if (!settings.contains(Databases + u'/' + name))
        return fail(Error::Kind::Missing, u"No database has the name %1."_s.arg(name));
    settings.remove(Databases + u'/' + name);
    return written(settings);
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
