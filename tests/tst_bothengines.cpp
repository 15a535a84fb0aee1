#include "export/exports.h"
#include "randomedits.h"

#include <QTemporaryDir>

#include <future>

using namespace Qt::Literals;

namespace {

const QStringList &tables()
{
    static const QStringList tables{
        u"movies"_s,        u"directors"_s,         u"writers"_s,         u"actors"_s,
        u"cast"_s,          u"studios"_s,           u"distributors"_s,    u"genres"_s,
        u"movie_genres"_s,  u"ratings"_s,           u"movie_directors"_s, u"movie_writers"_s,
        u"movie_studios"_s, u"movie_distributors"_s};
    return tables;
}

/// The clocks of two machines differ: what they wrote is one time for both.
void stopClocks(Connection &connection)
{
    for (const QString &name : tables()) {
        if (!model::own().table(name)->column(u"updated_at"_s))
            continue;
        const QString noon = u"2026-01-01 12:00:00"_s;
        QVERIFY(done(connection.run(u"UPDATE %1 SET created_at = ?, updated_at = ?"_s.arg(connection.quoted(name)),
                                    {noon, noon})));
    }
}

QByteArray exported(Connection &connection, const QString &name, exports::Format format)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    std::ignore = got(exports::write(
        connection,
        {.content = exports::Content::Table, .format = format, .query = {.table = name}, .path = file.fileName()}, {}));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What people did, and where values come from, but for the time.
QByteArray history(Connection &connection)
{
    const auto line = [](const Rows &row) {
        QStringList cells;
        for (int i = 0; i < row.columns(); ++i)
            cells.append(row.isNull(i) ? u"–"_s : row.value(i).toString());
        return QByteArray(cells.join(u'|').toUtf8() + '\n');
    };
    QByteArray bytes;
    for (const QString &sql :
         {u"SELECT edit_id, batch_id, kind, table_name, row_key, column_name, CASE kind WHEN 'set' THEN before_value "
          u"END, "
          "CASE kind WHEN 'set' THEN after_value END FROM edits ORDER BY edit_id"_s,
          u"SELECT batch_id, kind, of_batch, what, who FROM edit_batches ORDER BY batch_id"_s,
          u"SELECT table_name, row_id, column_name, source_id, field, original, CASE WHEN locked THEN 'locked' END "
          "FROM field_sources ORDER BY table_name, row_id, column_name"_s,
          u"SELECT source_id, kind, name, url, revision FROM sources ORDER BY source_id"_s}) {
        for (const QByteArray &one : got(connection.all(sql, {}, line)))
            bytes += one;
    }
    return bytes;
}

/// Where two texts begin to differ.
QString difference(const QByteArray &one, const QByteArray &other)
{
    const QByteArrayList lines = one.split('\n');
    const QByteArrayList others = other.split('\n');
    for (qsizetype i = 0; i < std::max(lines.size(), others.size()); ++i) {
        if (lines.value(i) != others.value(i))
            return u"line %1:\n%2\n%3"_s.arg(i).arg(QString::fromUtf8(lines.value(i)),
                                                    QString::fromUtf8(others.value(i)));
    }
    return {};
}

/// What is left on an engine when all was played.
struct Outcome
{
    QStringList transcript;
    QMap<QString, QByteArray> tables; ///< exported, as CSV and as JSON Lines
    QByteArray history;
};

Outcome played(const QString &engine, quint32 seed, int most)
{
    TestStore store(engine);
    films::RandomEdits edits(store.connect(), seed);
    while (edits.played() < most)
        edits.play();
    Outcome outcome{.transcript = edits.transcript()};
    Connection &connection = store.connect();
    stopClocks(connection);
    for (const QString &name : tables())
        outcome.tables.insert(name,
                              exported(connection, name, exports::Format::Csv)
                                  + exported(connection, name, exports::Format::JsonLines));
    outcome.history = history(connection);
    return outcome;
}

}

/// Both engines do the same, whatever is done.
class TestBothEngines : public QObject
{
    Q_OBJECT

private slots:
    void tenThousandOperationsLeaveTheSameBytes()
    {
        SKIP_WITHOUT_SERVER(u"postgresql"_s);
        bool isGiven = false;
        const quint32 given = qEnvironmentVariable("CINETECA_TEST_SEED").toUInt(&isGiven);
        const quint32 seed = isGiven ? given : 20'261'126;
        bool isLimited = false;
        const int limit = qEnvironmentVariableIntValue("CINETECA_TEST_OPERATIONS", &isLimited);
        const int most = isLimited ? limit : 10'000;
        auto onServer = std::async(std::launch::async, played, u"postgresql"_s, seed, most);
        const Outcome file = played(u"sqlite"_s, seed, most);
        const Outcome server = onServer.get();
        for (qsizetype i = 0; i < file.transcript.size(); ++i)
            QCOMPARE(server.transcript.value(i), file.transcript[i]);
        for (const auto &[name, bytes] : file.tables.asKeyValueRange()) {
            const QByteArray others = server.tables.value(name);
            QVERIFY2(bytes == others, qPrintable(name + u' ' + difference(bytes, others)));
        }
        QVERIFY2(file.history == server.history, qPrintable(difference(file.history, server.history)));
        QVERIFY(file.tables[u"movies"_s].count('\n') > 100);
    }
};

QTEST_GUILESS_MAIN(TestBothEngines)
#include "tst_bothengines.moc"
