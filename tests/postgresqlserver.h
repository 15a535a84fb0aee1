#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

/// A PostgreSQL of a test's own, to be stopped, killed and started again. It listens on a socket in a folder of /tmp,
/// since the path of a socket has at most 107 bytes.
class PostgresqlServer
{
public:
    ~PostgresqlServer() { stop(SIGQUIT); }

    static bool isInstalled() { return !programs().isEmpty() && (getuid() != 0 || getpwnam("postgres")); }

    bool make()
    {
        if (getuid() == 0 && chown(qPrintable(m_folder.path()), user()->pw_uid, user()->pw_gid) != 0)
            return false;
        QProcess initdb;
        asUser(initdb);
        initdb.start(programs() + QStringLiteral("/initdb"),
                     {QStringLiteral("--pgdata=") + data(), QStringLiteral("--username=postgres"),
                      QStringLiteral("--auth=trust"), QStringLiteral("--encoding=UTF8"), QStringLiteral("--no-locale"),
                      QStringLiteral("--no-sync")});
        return initdb.waitForFinished() && initdb.exitCode() == 0;
    }

    /// `settings` are of postgresql.conf: "ssl=on".
    void start(const QStringList &settings = {})
    {
        QStringList arguments{QStringLiteral("-D"), data(),
                              QStringLiteral("-k"), m_folder.path(),
                              QStringLiteral("-c"), QStringLiteral("listen_addresses="),
                              QStringLiteral("-c"), QStringLiteral("fsync=off")};
        for (const QString &setting : settings)
            arguments += {QStringLiteral("-c"), setting};
        m_server = std::make_unique<QProcess>();
        asUser(*m_server);
        m_server->setProcessChannelMode(QProcess::MergedChannels);
        m_server->setStandardOutputFile(m_folder.path() + QStringLiteral("/log"));
        m_server->start(programs() + QStringLiteral("/postgres"), arguments);
        m_server->waitForStarted();
    }

    /// The same, as often as sessions that a killed server left behind are in its way.
    void startAgain()
    {
        do
            start();
        while (m_server->waitForFinished(500));
    }

    /// SIGINT is an orderly end that cuts every session, SIGQUIT one that leaves recovery for the next start, SIGKILL
    /// one that leaves its sessions to themselves.
    void stop(int signal)
    {
        if (!m_server)
            return;
        ::kill(pid_t(m_server->processId()), signal);
        m_server->waitForFinished();
        m_server.reset();
    }

    /// Puts a file into the cluster, as its owner only may read it.
    bool put(const QString &name, const QByteArray &bytes)
    {
        QFile file(data() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return false;
        return getuid() != 0 || chown(qPrintable(file.fileName()), user()->pw_uid, user()->pw_gid) == 0;
    }

    QString folder() const { return m_folder.path(); }

    QString address() const
    {
        return QStringLiteral("postgresql:///postgres?host=%1&user=postgres").arg(m_folder.path());
    }

    bool waitUntilItAnswers() const
    {
        return QTest::qWaitFor(
            [this] {
                QProcess ready;
                ready.start(programs() + QStringLiteral("/pg_isready"), {QStringLiteral("--host=") + m_folder.path()});
                return ready.waitForFinished() && ready.exitCode() == 0;
            },
            20'000);
    }

private:
    static const passwd *user() { return getpwnam("postgres"); }

    static QString programs()
    {
        const QDir all(QStringLiteral("/usr/lib/postgresql"));
        const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        return versions.isEmpty() ? QString() : all.filePath(versions.constLast() + QStringLiteral("/bin"));
    }

    QString data() const { return m_folder.path() + QStringLiteral("/data"); }

    /// PostgreSQL refuses to run as root; and it ends with the test, however that ends.
    static void asUser(QProcess &process)
    {
        const passwd *other = getuid() == 0 ? user() : nullptr;
        const uid_t uid = other ? other->pw_uid : getuid();
        const gid_t gid = other ? other->pw_gid : getgid();
        process.setChildProcessModifier([uid, gid, changes = other != nullptr] {
            const bool changed = !changes || (setgroups(0, nullptr) == 0 && setgid(gid) == 0 && setuid(uid) == 0);
            if (!changed || prctl(PR_SET_PDEATHSIG, SIGQUIT) != 0)
                _exit(126);
        });
        process.setWorkingDirectory(QStringLiteral("/"));
    }

    QTemporaryDir m_folder{QStringLiteral("/tmp/cineteca-server-XXXXXX")};
    std::unique_ptr<QProcess> m_server;
};
