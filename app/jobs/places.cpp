#include "jobs/places.h"

#include "store/address.h"

#include <QCoreApplication>
#include <QFileInfo>
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

bool isWord(const QString &name)
{
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z0-9_-]*$"_s);
    return word.match(name).hasMatch();
}

/// From wherever the program is started, a name leads to the same file.
QString anywhere(const QString &address, const Address &parsed)
{
    const bool isPlainFile = parsed.path == address && address != ":memory:"_L1;
    return isPlainFile ? QFileInfo(address).absoluteFilePath() : address;
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
    if (!isWord(name))
        return fail(Error::Kind::Invalid, u"A name of a database is a word of letters, digits, _ and -."_s, name);
    const auto parsed = address::parse(address);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (address::withoutPassword(address) != address)
        return fail(
            Error::Kind::Invalid,
            u"A password is not kept in the settings. Put it into ~/.pgpass, or let the window keep it in the keychain."_s);
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(Databases + u'/' + name, anywhere(address, *parsed));
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

Result<QString> places::databaseOf(const QString &given)
{
    if (given.isEmpty())
        return database();
    const auto named = databases();
    if (const auto known = named.constFind(given); known != named.cend())
        return *known;
    if (isWord(given) && !QFileInfo::exists(given)) // more likely misspelt than wanted as a file
        return fail(Error::Kind::Missing,
                    u"No database has the name %1, and no file. To make a file of this name, write ./%1"_s.arg(given));
    return given;
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
