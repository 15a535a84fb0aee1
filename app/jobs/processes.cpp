#include "jobs/processes.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <csignal>

using namespace Qt::Literals;

QString processes::machine()
{
    static const QString name = QString::fromLatin1(QSysInfo::bootUniqueId()) + u' '
        + QFile::symLinkTarget(u"/proc/self/ns/pid"_s).section(u'/', -1);
    return name;
}

bool processes::isRunning(qint64 process)
{
    return ::kill(pid_t(process), 0) == 0 || errno != ESRCH;
}

QString processes::nameOfThis()
{
    const QString user = qEnvironmentVariable("USER", u"somebody"_s);
    return u"%1@%2, %3"_s.arg(user, QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
}
