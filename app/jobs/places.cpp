#include "jobs/places.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals;

namespace {

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

QString places::settingsFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"Cineteca"_s, u"cineteca"_s).fileName();
}

QString places::contact()
{
    const QString given = qEnvironmentVariable("CINETECA_CONTACT");
    return given.isEmpty() ? QSettings(settingsFile(), QSettings::IniFormat).value("contact"_L1).toString() : given;
}
