#include "jobs/processes.h"

#include "store/address.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <csignal>
#include <cstring>

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

void processes::hidePasswords(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QString text = QString::fromLocal8Bit(argv[i]);
        const auto start = text.indexOf("postgres"_L1);
        if (start < 0 || !text.contains("://"_L1))
            continue;
        const QString address = text.sliced(start);
        if (address == address::withoutPassword(address))
            continue;
        const auto parsed = address::parse(address);
        if (!parsed || parsed->password.isEmpty())
            continue;
        const auto size = std::strlen(argv[i]);
        std::strncpy(argv[i], (text.left(start) + address::text(*parsed)).toLocal8Bit().constData(), size);
    }
}
