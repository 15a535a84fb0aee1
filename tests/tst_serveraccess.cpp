#include "jobs/door.h"
#include "jobs/keychain.h"
#include "postgresqlserver.h"
#include "store.h"
#include "store/database.h"
#include "store/library.h"
#include "store/server.h"

#include <QStandardPaths>
#include <QTcpServer>

using namespace Qt::Literals;
using server::Answer;
using server::Problem;

namespace {

/// TLS for ann and bob by password, and for nobody without it; the owner comes by the socket.
const QByteArray Rules = "local all postgres trust\n"
                         "local all all scram-sha-256\n"
                         "hostssl all all 127.0.0.1/32 scram-sha-256\n";

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// "key" and "certificate" for this computer.
bool makeCertificate(const QString &folder)
{
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.start(program,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-keyout"_s,
                   u"key"_s, u"-out"_s, u"certificate"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                   u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s});
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

}

/// Who is let in to a server, and what is said to who is not.
class TestServerAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        m_port = freePort();
        m_tls = makeCertificate(m_folder.path());
        QVERIFY(m_server.make());
        QVERIFY(m_server.put(u"pg_hba.conf"_s, m_tls ? Rules : QByteArray(Rules).replace("hostssl", "host")));
        QStringList settings{u"listen_addresses=127.0.0.1"_s, u"port=%1"_s.arg(m_port)};
        if (m_tls) {
            QVERIFY(m_server.put(u"server.key"_s, bytesOf(m_folder.filePath(u"key"_s))));
            QVERIFY(m_server.put(u"server.crt"_s, bytesOf(m_folder.filePath(u"certificate"_s))));
            settings.append(u"ssl=on"_s);
        }
        m_server.start(settings);
        QTRY_COMPARE_WITH_TIMEOUT(ask(owner()).problem, Problem::None, 20'000);
        qputenv("HOME", m_folder.path().toUtf8());
        for (const QString &sql :
             {u"CREATE ROLE ann LOGIN CREATEDB PASSWORD 'an ''n;e\\'"_s, u"CREATE ROLE bob LOGIN PASSWORD 'b'"_s,
              u"CREATE DATABASE films OWNER ann"_s, u"CREATE DATABASE closed"_s, u"CREATE DATABASE bare"_s,
              u"REVOKE CONNECT ON DATABASE closed FROM PUBLIC"_s,
              u"CREATE DATABASE old_letters TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"_s})
            asOwner(sql);
    }

    void whatHindersIsToldApart_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("part");
        using enum Problem;

        const QString films = u"postgresql://%1@127.0.0.1:%2/films"_s.arg(u"ann"_s).arg(m_port);
        const QString right = address::withPassword(films, Secret);
        QTest::newRow("nobody there") << u"postgresql://ann@127.0.0.1:1/films"_s << NoServer << u"does not answer"_s;
        QTest::newRow("no socket") << u"postgresql:///films?host=/nowhere"_s << NoServer << u"does not answer"_s;
        QTest::newRow("no such computer") << u"postgresql:///films?user=ann&host=%1.invalid"_s.arg(QString(64, u'x'))
                                          << NoHost << u"no computer named"_s;
        QTest::newRow("no password") << films << NeedsPassword << u"asks for the password of ann"_s;
        QTest::newRow("wrong password") << address::withPassword(films, u"wrong"_s) << WrongPassword
                                        << u"not accept this password of ann"_s;
        QTest::newRow("right password") << right << None << QString();
        QTest::newRow("no database") << QString(right).replace(u"/films"_s, u"/none"_s) << NoDatabase
                                     << u"no database none"_s;
        QTest::newRow("database is closed") << QString(right).replace(u"/films"_s, u"/closed"_s) << NoRights
                                            << u"GRANT CONNECT ON DATABASE closed TO ann"_s;
        QTest::newRow("no tables may be made")
            << address::withPassword(u"postgresql://bob@127.0.0.1:%1/bare"_s.arg(m_port), u"b"_s) << NoRights
            << u"GRANT CREATE ON SCHEMA public TO bob"_s;
        QTest::newRow("no user") << QString(owner()).replace(u"user=postgres"_s, u"user=nobody"_s) << NeedsPassword
                                 << u"password of nobody"_s;
        QTest::newRow("another encoding")
            << QString(owner()).replace(u"/postgres?"_s, u"/old_letters?"_s) << Encoding << u"LATIN1"_s;
        QTest::newRow("unknown option") << right + u"&colour=red"_s << Options << u"colour"_s;
        QTest::newRow("unknown service") << u"postgresql:///?service=nowhere"_s << Options << u"nowhere"_s;
        if (!m_tls)
            return;
        const QString ca = u"&sslrootcert="_s + m_folder.filePath(u"certificate"_s);
        QTest::newRow("TLS demanded") << right + u"&sslmode=require"_s << None << QString();
        QTest::newRow("TLS verified") << right + u"&sslmode=verify-full"_s + ca << None << QString();
        QTest::newRow("no TLS, wanted by the server") << right + u"&sslmode=disable"_s << NotLetIn << u"pg_hba.conf"_s;
        QVERIFY(makeCertificate(m_other.path()));
        QTest::newRow("certificate of another")
            << right + u"&sslmode=verify-full&sslrootcert="_s + m_other.filePath(u"certificate"_s) << Untrusted
            << u"certificate"_s;
        QTest::newRow("no certificate to trust")
            << right + u"&sslmode=verify-ca&sslrootcert=/etc/hostname"_s << Untrusted << u"/etc/hostname"_s;
    }
    void whatHindersIsToldApart()
    {
        QFETCH(const QString, address);
        QFETCH(const Problem, problem);
        QFETCH(const QString, part);
        const Answer answer = ask(address);
        QVERIFY2(answer.problem == problem, qPrintable(answer.error.message + answer.error.detail));
        QVERIFY2(answer.error.message.contains(part), qPrintable(answer.error.message));
        QVERIFY(!answer.error.detail.contains(Secret));
        const bool mayComeBack = problem == Problem::NoServer || problem == Problem::NoHost;
        QCOMPARE(!answer.error.message.isEmpty() && answer.error.kind == Error::Kind::Lost, mayComeBack);
        if (problem == Problem::None)
            QCOMPARE(answer.tls.isEmpty(), !m_tls);

        Database database(address); // says the same
        const auto opened = QCoro::waitFor(database.open());
        QCOMPARE(opened.has_value(), problem == Problem::None);
        if (!opened)
            QVERIFY2(opened.error().message.contains(part), qPrintable(opened.error().message));
    }

    void aServerWithoutTlsIsToldFromOneThatIsAway()
    {
        PostgresqlServer plain;
        QVERIFY(plain.make());
        const int port = freePort();
        plain.start({u"listen_addresses=127.0.0.1"_s, u"port=%1"_s.arg(port)});
        const QString address = u"postgresql://postgres@127.0.0.1:%1/postgres?sslmode="_s.arg(port);
        QTRY_COMPARE_WITH_TIMEOUT(ask(address + u"prefer"_s).problem, Problem::None, 20'000);
        const Answer answer = ask(address + u"require"_s);
        QCOMPARE(answer.problem, Problem::NoTls);
        QVERIFY(answer.error.message.contains(u"does not offer TLS"_s));
    }

    void anOldServerIsRefused()
    {
        const server::Facts old{.version = 130'018, .encoding = u"UTF8"_s, .mayMake = true};
        QCOMPARE(server::obstacle(old, u"ann"_s)->message,
                 u"The server is PostgreSQL 13; Cineteca needs 14 or newer. Name another server."_s);
        auto enough = old;
        enough.version = 140'000;
        QVERIFY(!server::obstacle(enough, u"ann"_s));
    }

    void passwordsAndServicesComeFromTheFilesOfPostgresql()
    {
        const QString home = m_folder.path();
        put(home + u"/.pgpass"_s, "127.0.0.1:*:films:ann:an 'n;e\\\\\n");
        put(home + u"/.pg_service.conf"_s,
            "[movies]\nhost=127.0.0.1\nport=" + QByteArray::number(m_port) + "\nuser=ann\ndbname=films\n");
        for (const QString &address :
             {u"postgresql://ann@127.0.0.1:%1/films"_s.arg(m_port), u"postgresql:///?service=movies"_s}) {
            const Answer answer = ask(address);
            QCOMPARE(answer.error.message, QString());
            QCOMPARE(answer.database, u"films"_s);
            Database database(address);
            QVERIFY(done(QCoro::waitFor(database.read([](Connection &c) { return c.run(u"SELECT 1"_s); }))));
        }
        QVERIFY(QFile::remove(home + u"/.pgpass"_s));
    }

    void aMissingDatabaseIsMade()
    {
        const QString address = address::withPassword(u"postgresql://ann@127.0.0.1:%1/new films"_s.arg(m_port), Secret);
        QStringList heard;
        const door::Person person{.password = [](const Error &why) { return Result<QString>(std::unexpected(why)); },
                                  .hears = [&](const QString &news) { heard.append(news); }};
        const auto refused = QCoro::waitFor(door::find(address, person, door::Missing::Refuse));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"no database new films"_s));
        QCOMPARE(got(QCoro::waitFor(door::find(address, person))), address);
        QCOMPARE(heard, QStringList{u"The server had no database new films. It has been made."_s});
        Database database(address);
        QCOMPARE(got(QCoro::waitFor(database.read(library::galleries))).size(), 0);
        QVERIFY(!database.address().contains(u"password"_s));
    }

    void whoMayNotMakeOneIsTold()
    {
        const auto made = server::create(
            got(address::parse(address::withPassword(u"postgresql://bob@127.0.0.1:%1/bobs"_s.arg(m_port), u"b"_s))));
        QVERIFY(!made);
        QVERIFY(made.error().message.contains(u"CREATE DATABASE bobs OWNER bob"_s));
    }

    void aPasswordIsAskedForWhereThereIsNoKeychain()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        const QString address = u"postgresql://ann@127.0.0.1:%1/films"_s.arg(m_port);
        QVERIFY(!QCoro::waitFor(keychain::write(address, Secret))); // and it is kept nowhere else
        QStringList typed{u"wrong"_s, Secret};
        QStringList asked;
        const door::Person person{.password = [&](const Error &why) -> Result<QString> {
                                      asked.append(why.message);
                                      return typed.takeFirst();
                                  },
                                  .hears = [](const QString &) {}};
        const QString way = got(QCoro::waitFor(door::find(address, person)));
        QCOMPARE(asked,
                 (QStringList{u"The database server asks for the password of ann."_s,
                              u"The database server does not accept this password of ann."_s}));
        QCOMPARE(ask(way).problem, Problem::None);
        QCOMPARE(address::withoutPassword(way), address);
        QCOMPARE(keychain::key(way + u"&sslmode=require"_s), address);
    }

    void whoMayOnlyReadReadsAndIsTold()
    {
        const QString address = address::withPassword(u"postgresql://ann@127.0.0.1:%1/films"_s.arg(m_port), Secret);
        {
            Database database(address);
            QVERIFY(QCoro::waitFor(database.open()));
        }
        const QString bobs = address::withPassword(u"postgresql://bob@127.0.0.1:%1/films"_s.arg(m_port), u"b"_s);
        QCOMPARE(ask(bobs).problem, Problem::NoRights);
        QVERIFY(ask(bobs).error.message.contains(u"GRANT SELECT"_s));
        {
            Database database(address);
            QVERIFY(done(QCoro::waitFor(database.run(
                [](Connection &c) { return c.run(u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO bob"_s); }))));
        }
        Database database(bobs);
        const auto news = got(QCoro::waitFor(database.open()));
        QCOMPARE(news.readOnlyBecause->message, u"The user bob may read the tables, but not write to them."_s);
        QCOMPARE(got(QCoro::waitFor(database.run(library::galleries))).size(), 0);
    }

    void whoMayNotChangeTheTablesIsToldWhoMay()
    {
        const QString films = u"postgresql://%1@127.0.0.1:%2/films"_s;
        const QString anns = address::withPassword(films.arg(u"ann"_s).arg(m_port), Secret);
        const QString bobs = address::withPassword(films.arg(u"bob"_s).arg(m_port), u"b"_s);
        {
            Database database(anns);
            QVERIFY(done(QCoro::waitFor(database.run([](Connection &c) {
                auto older = got(migrating::own(c.engine()));
                older.target -= 1;
                return migrating::go(c, older)
                    .and_then([&](const auto &) {
                        return c.run(u"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bob"_s);
                    })
                    .and_then([&] { return c.run(u"GRANT CREATE ON SCHEMA public TO bob"_s); });
            }))));
        }
        Database database(bobs);
        const auto news = got(QCoro::waitFor(database.open()));
        QVERIFY(news.readOnlyBecause);
        QVERIFY2(news.readOnlyBecause->message.startsWith(u"Only its owner may take the database from"_s),
                 qPrintable(news.readOnlyBecause->message));
        QCOMPARE(got(QCoro::waitFor(database.read(library::galleries))).size(), 0);
        for (const QString &address : {anns, bobs}) {
            Database again(address);
            QVERIFY(!got(QCoro::waitFor(again.open())).readOnlyBecause);
        }
    }

    void aServerThatOnlyLetsReadIsRead()
    {
        asOwner(u"ALTER DATABASE films SET default_transaction_read_only = on"_s);
        Database database(address::withPassword(u"postgresql://ann@127.0.0.1:%1/films"_s.arg(m_port), Secret));
        const auto news = got(QCoro::waitFor(database.open()));
        QVERIFY(news.readOnlyBecause && news.readOnlyBecause->message.contains(u"does not let anybody write"_s));
    }

private:
    QString owner() const { return m_server.address() + u"&port=%1"_s.arg(m_port); }

    static Answer ask(const QString &text) { return server::ask(got(address::parse(text))); }

    void asOwner(const QString &sql)
    {
        const QString name = QUuid::createUuid().toString();
        {
            auto connection = got(opening::openAsItIs(owner(), name));
            QVERIFY2(done(connection->run(sql)), qPrintable(sql));
        }
        QSqlDatabase::removeDatabase(name);
    }

    const QString Secret = u"an 'n;e\\"_s;
    QTemporaryDir m_folder;
    QTemporaryDir m_other;
    PostgresqlServer m_server;
    int m_port = 0;
    bool m_tls = false;
};

QTEST_GUILESS_MAIN(TestServerAccess)
#include "tst_serveraccess.moc"
