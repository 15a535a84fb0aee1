#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals;

namespace {

QStringList sources(const QString &folder)
{
    QStringList files;
    QDirIterator found(QStringLiteral(SOURCE_DIR) + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    return files;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}

/// The house, as a test: which room may include which.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void theCoreShowsNothing()
    {
        static const QRegularExpression widgets(
            u"#include <Qt?(Widgets|Gui|Widget|Dialog|Application|Icon|Image|Pixmap|Color|Font)\\b"_s);
        for (const QString &file : sources(u"app"_s))
            QVERIFY2(!textOf(file).contains(widgets), qUtf8Printable(file));
    }

    void theWindowSpeaksNeitherSqlNorHttp()
    {
        static const QRegularExpression doors(u"#include <Q(Sql|Network)|\\bSELECT \\*|\\bINSERT INTO\\b"_s);
        for (const QString &file : sources(u"ui"_s))
            QVERIFY2(!textOf(file).contains(doors), qUtf8Printable(file));
    }

    void onlyTheStoreSpeaksSql()
    {
        // A SELECT of ?variables is SPARQL, the query service's tongue.
        static const QRegularExpression sql(
            u"#include <QSql|\"(SELECT (?!\\?)|(INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|WITH) )"_s);
        for (const QString &file : sources(u"app"_s)) {
            if (!file.contains("/app/store/"_L1))
                QVERIFY2(!textOf(file).contains(sql), qUtf8Printable(file));
        }
    }

    void includesPointDown_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QStringList>("below");

        const auto row = [](const char *room, const QStringList &below) {
            QTest::newRow(room) << QString::fromLatin1(room) << below;
        };
        const QStringList core{u"data"_s,  u"net"_s,   u"gallery"_s, u"wiki"_s,
                               u"match"_s, u"facts"_s, u"store"_s,   u"export"_s};
        row("data", {});
        row("net", {u"data"_s});
        row("gallery", {u"data"_s, u"net"_s});
        row("wiki", {u"data"_s, u"net"_s});
        row("match", {u"data"_s});
        row("facts", {u"data"_s});
        row("store", {u"data"_s});
        row("export", {u"data"_s, u"store"_s});
        row("jobs", core);
        row("cli", core + QStringList{u"jobs"_s});
    }

    void includesPointDown()
    {
        QFETCH(const QString, room);
        QFETCH(const QStringList, below);
        const QStringList allowed = below + QStringList{room};
        static const QRegularExpression include(u"^#include \"(\\w+)/"_s, QRegularExpression::MultilineOption);

        const auto files = sources(u"app/"_s + room);
        QVERIFY2(!files.isEmpty(), qUtf8Printable(room + u" has no sources: is the list of rooms out of date?"_s));
        for (const QString &file : files) {
            const QString text = textOf(file);
            for (const auto &found : include.globalMatch(text))
                QVERIFY2(allowed.contains(found.captured(1)),
                         qUtf8Printable(file + u" reaches up to "_s + found.captured(1)));
        }
    }

    void everyRoomIsListed()
    {
        const QStringList listed{u"cli"_s,  u"data"_s,  u"export"_s, u"facts"_s, u"gallery"_s,
                                 u"jobs"_s, u"match"_s, u"net"_s,    u"store"_s, u"wiki"_s};
        QCOMPARE(QDir(QStringLiteral(SOURCE_DIR) + u"/app"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name),
                 listed);
    }

    void theTopLevelIsTidy()
    {
        const QStringList allowed{u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s, u"README.md"_s, u"app"_s,
                                  u"build"_s,          u"resources"_s,         u"schema"_s,  u"tests"_s,     u"ui"_s};
        for (const QString &entry : QDir(QStringLiteral(SOURCE_DIR)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            QVERIFY2(allowed.contains(entry), qUtf8Printable(entry));
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
