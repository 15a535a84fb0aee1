#include "settings.h"

#include "countries.h"
#include "jobs/keychain.h"
#include "jobs/places.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::Literals;

namespace {

QString fileOf(const QString &file)
{
    return file.isEmpty() ? places::settingsFile() : file;
}

/// An address as a key: a slash would make a group of it.
QString keyOf(const QString &group, const QString &address)
{
    return group + u'/' + QString(address).replace(u'/', u'|');
}

}

Settings::Settings(const QString &file)
    : m_settings(fileOf(file), QSettings::IniFormat)
{
}

QString Settings::contact() const
{
    return m_settings.value("contact"_L1).toString();
}

void Settings::setContact(const QString &contact)
{
    m_settings.setValue("contact"_L1, contact);
}

bool Settings::isWelcomed() const
{
    return m_settings.value("welcomed"_L1).toBool();
}

void Settings::setWelcomed()
{
    m_settings.setValue("welcomed"_L1, true);
}

bool Settings::knowsTerms() const
{
    return m_settings.value("knowsTerms"_L1).toBool();
}

void Settings::setKnowsTerms()
{
    m_settings.setValue("knowsTerms"_L1, true);
}

QString Settings::country() const
{
    const QString code = m_settings.value("country"_L1).toString();
    return countries::codes().contains(code) ? code : countries::ofLocale(QLocale::system());
}

void Settings::setCountry(const QString &code)
{
    m_settings.setValue("country"_L1, code);
}

QString Settings::provider() const
{
    return m_settings.value("provider"_L1).toString();
}

void Settings::setProvider(const QString &technicalName)
{
    m_settings.setValue("provider"_L1, technicalName);
}

Qt::ColorScheme Settings::colorScheme() const
{
    const QString scheme = m_settings.value("colorScheme"_L1).toString();
    if (scheme == "light"_L1)
        return Qt::ColorScheme::Light;
    return scheme == "dark"_L1 ? Qt::ColorScheme::Dark : Qt::ColorScheme::Unknown;
}

void Settings::setColorScheme(Qt::ColorScheme scheme)
{
    if (scheme == Qt::ColorScheme::Unknown)
        m_settings.remove("colorScheme"_L1);
    else
        m_settings.setValue("colorScheme"_L1, scheme == Qt::ColorScheme::Dark ? u"dark"_s : u"light"_s);
}

QString Settings::consoleText() const
{
    return m_settings.value("console/text"_L1).toString();
}

void Settings::setConsoleText(const QString &text)
{
    m_settings.setValue("console/text"_L1, text);
}

QStringList Settings::consoleHistory() const
{
    return m_settings.value("console/history"_L1).toStringList();
}

void Settings::setConsoleHistory(const QStringList &texts)
{
    m_settings.setValue("console/history"_L1, texts);
}

QMap<QString, QString> Settings::savedQueries() const
{
    QMap<QString, QString> queries;
    for (const auto &[name, text] : m_settings.value("console/saved"_L1).toMap().asKeyValueRange())
        queries.insert(name, text.toString());
    return queries;
}

void Settings::setSavedQueries(const QMap<QString, QString> &queries)
{
    QVariantMap map;
    for (const auto &[name, text] : queries.asKeyValueRange())
        map.insert(name, text);
    m_settings.setValue("console/saved"_L1, map);
}

QMap<QString, QString> Settings::databases() const
{
    return places::databases(m_settings.fileName());
}

Result<> Settings::keepDatabase(const QString &name, const QString &address)
{
    return places::keepDatabase(name, address, m_settings.fileName());
}

Result<> Settings::forgetDatabase(const QString &name)
{
    return places::forgetDatabase(name, m_settings.fileName());
}

bool Settings::keepsPassword(const QString &database) const
{
    return m_settings.value(keyOf(u"inKeychain"_s, keychain::key(database))).toBool();
}

void Settings::setKeepsPassword(const QString &database, bool keeps)
{
    const QString key = keyOf(u"inKeychain"_s, keychain::key(database));
    if (keeps)
        m_settings.setValue(key, true);
    else
        m_settings.remove(key);
}

QString Settings::page(const QString &database) const
{
    return m_settings.value(keyOf(u"pages"_s, database)).toString();
}

void Settings::setPage(const QString &database, const QString &page)
{
    m_settings.setValue(keyOf(u"pages"_s, database), page);
}

QByteArray Settings::geometry() const
{
    return m_settings.value("geometry"_L1).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue("geometry"_L1, geometry);
}

QJsonObject Settings::tables(const QString &database) const
{
    return QJsonDocument::fromJson(m_settings.value("tables/"_L1 + database).toByteArray()).object();
}

void Settings::setTables(const QString &database, const QJsonObject &tables)
{
    m_settings.setValue("tables/"_L1 + database, QJsonDocument(tables).toJson(QJsonDocument::Compact));
}
