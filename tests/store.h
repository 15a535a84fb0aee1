#pragma once

#include "store/address.h"
#include "store/opening.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUuid>

#include <source_location>

/// A database of a test's own, on either engine: a file, or a database made and dropped on the server that
/// CINETECA_TEST_POSTGRESQL names ("postgresql:///postgres?host=/tmp/socket&user=postgres").
class TestStore
{
public:
    explicit TestStore(const QString &engine)
        : m_name(QStringLiteral("cineteca_test_") + QUuid::createUuid().toString(QUuid::Id128))
        , m_onServer(engine == QLatin1StringView("postgresql"))
    {
        if (m_onServer)
            onServer(QStringLiteral("CREATE DATABASE ") + m_name);
    }

    ~TestStore()
    {
        m_connections.clear();
        for (const QString &name : m_opened)
            QSqlDatabase::removeDatabase(name);
        if (m_onServer)
            onServer(QStringLiteral("DROP DATABASE ") + m_name);
    }
    Q_DISABLE_COPY_MOVE(TestStore)

    QString address() const
    {
        if (!m_onServer)
            return m_folder.filePath(QStringLiteral("movies.sqlite"));
        QUrl url(server());
        url.setPath(u'/' + m_name);
        return url.toString();
    }

    /// Another connection to it.
    Connection &connect()
    {
        return keep([this](const QString &name) {
            return opening::open(address(), name).transform([](opening::Opened opened) {
                return std::move(opened.connection);
            });
        });
    }
    /// Another that does not bring it up to date.
    Connection &connectAsItIs()
    {
        return keep([this](const QString &name) { return opening::openAsItIs(address(), name); });
    }

    static QString server() { return qEnvironmentVariable("CINETECA_TEST_POSTGRESQL"); }

    static void addEngines()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("SQLite") << QStringLiteral("sqlite");
        QTest::newRow("PostgreSQL") << QStringLiteral("postgresql");
    }
    static bool isMissing(const QString &engine)
    {
        return engine == QLatin1StringView("postgresql") && server().isEmpty();
    }

private:
    Connection &keep(const auto &open)
    {
        const QString name = m_opened.emplaceBack(QUuid::createUuid().toString());
        auto opened = open(name);
        if (!opened)
            qFatal("%s %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        return *m_connections.emplace_back(*std::move(opened));
    }

    static void onServer(const QString &sql)
    {
        {
            const auto address = address::parse(server());
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("admin"));
            database.setHostName(address->host);
            database.setPort(address->port);
            database.setUserName(address->user);
            database.setPassword(address->password);
            database.setDatabaseName(address->database);
            if (!database.open() || QSqlQuery(database).exec(sql) == false)
                qWarning() << "The test server does not answer:" << database.lastError().text() << sql;
        }
        QSqlDatabase::removeDatabase(QStringLiteral("admin"));
    }

    QTemporaryDir m_folder;
    QString m_name;
    bool m_onServer;
    QStringList m_opened;
    std::vector<std::unique_ptr<Connection>> m_connections;
};

/// The value of a result; the test fails where there is none.
template<typename T>
T got(Result<T> result, std::source_location place = std::source_location::current())
{
    if (result)
        return *std::move(result);
    QTest::qFail(qPrintable(QString(result.error().message + u" — " + result.error().detail)), place.file_name(),
                 int(place.line()));
    return T{};
}

inline bool done(const Result<> &result)
{
    if (!result)
        qWarning().noquote() << result.error().message << result.error().detail;
    return result.has_value();
}

#define SKIP_WITHOUT_SERVER(engine)                                                                                    \
    if (TestStore::isMissing(engine))                                                                                  \
    QSKIP("PostgreSQL: CINETECA_TEST_POSTGRESQL names no server")
