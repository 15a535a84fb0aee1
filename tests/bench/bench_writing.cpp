#include "films.h"
#include "rawrows.h"
#include "store.h"
#include "timing.h"
#include "waitingrows.h"

#include "store/library.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::Literals;
using timing::print;
using timing::printRatio;

namespace {

constexpr int Films = 10'000;
constexpr int ByOrm = 1'000; // it takes its time
constexpr int Batch = 100; // in one transaction, as the crawl does it

QList<ItemId> listed(Connection &connection)
{
    const Crawl crawl = timing::got(library::startCrawl(connection, {.gallery = {.source = u"justwatch"_s}}));
    timing::got(library::add(connection, crawl, films::items(0, Films)));
    QList<ItemId> ids;
    for (const Item &one : timing::got(toResolve(connection, crawl.gallery.id, {.most = Films})))
        ids.append(one.id);
    return ids;
}

QList<library::Recorded> batchFrom(const QList<ItemId> &ids, int from)
{
    QList<library::Recorded> movies;
    for (int n = from; n < from + Batch; ++n)
        movies.append({.item = ids[n], .movie = films::film(n)});
    return movies;
}

struct Written
{
    qint64 spent = 0; ///< nanoseconds that the store took
    std::vector<rawrows::Marks> marks; ///< before the first batch, and after each
};

Written record(Connection &connection, const QList<ItemId> &ids)
{
    Written written{.marks = {timing::got(rawrows::marks(connection))}};
    for (int from = 0; from < Films; from += Batch) {
        const auto movies = batchFrom(ids, from);
        written.spent += timing::spent([&] { timing::got(library::record(connection, movies)); });
        written.marks.push_back(timing::got(rawrows::marks(connection)));
    }
    return written;
}

std::vector<rawrows::Batch> rowsOf(Connection &connection, const Written &written)
{
    std::vector<rawrows::Batch> batches;
    for (size_t i = 1; i < written.marks.size(); ++i)
        batches.push_back(timing::got(rawrows::between(connection, written.marks[i - 1], written.marks[i])));
    return batches;
}

qint64 rowsIn(const std::vector<rawrows::Batch> &batches)
{
    size_t rows = 0;
    for (const auto &batch : batches) {
        for (const auto &table : batch)
            rows += table.rows();
    }
    return qint64(rows);
}

struct Orm
{
    double seconds = 0; ///< that it took
    qint64 rows = 0;
};

/// Nothing where SQLAlchemy is not installed (python3-sqlalchemy).
std::optional<Orm> byOrm(const QString &folder)
{
    QJsonArray films;
    for (int n = 0; n < ByOrm; ++n)
        films.append(films::forOthers(films::film(n)));
    QFile file(folder + u"/films.json"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(films).toJson()) < 0)
        qFatal("%s", qPrintable(file.errorString()));
    file.close();
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(u"python3"_s,
                 {QStringLiteral(SOURCE_DIR "/tests/bench/orm.py"), folder + u"/orm.sqlite"_s, file.fileName(),
                  QString::number(Batch)});
    if (!python.waitForFinished(-1) || python.exitCode() != 0)
        return std::nullopt;
    const auto answer = python.readAllStandardOutput().trimmed().split(' ');
    return Orm{.seconds = answer.value(0).toDouble(), .rows = answer.value(1).toLongLong()};
}

std::vector<rawrows::Batch> onSqlite()
{
    TestStore store(u"sqlite"_s);
    Connection &connection = store.connect();
    const auto ids = listed(connection);
    const Written written = record(connection, ids);
    print("SQLite: complete films by the library", Films, written.spent);
    auto batches = rowsOf(connection, written);
    print("SQLite: the same again, nothing new", Films, record(connection, ids).spent);

    TestStore empty(u"sqlite"_s);
    empty.connect();
    const qint64 raw = rawrows::write(empty.address(), batches);
    print("SQLite: the same rows by its own functions, keys known", Films, raw);
    std::printf("%-56s %8lld\n", "  rows", static_cast<long long>(rowsIn(batches)));
    printRatio("  library to raw, speed", double(raw) / double(written.spent), "0.33 at least");

    const QTemporaryDir folder;
    if (const auto orm = byOrm(folder.path())) {
        print("SQLite: complete films by the SQLAlchemy ORM", ByOrm, qint64(orm->seconds * 1e9));
        std::printf("%-56s %8lld\n", "  rows", static_cast<long long>(orm->rows));
        printRatio("  library to ORM, speed", orm->seconds * 1e9 / ByOrm * Films / double(written.spent),
                   "20 at least");
    } else {
        std::printf("SQLAlchemy is not installed: python3-sqlalchemy\n");
    }
    return batches;
}

void onPostgresql(const std::vector<rawrows::Batch> &batches)
{
    TestStore store(u"postgresql"_s);
    Connection &connection = store.connect();
    const auto ids = listed(connection);
    const Written written = record(connection, ids);
    print("PostgreSQL: complete films by the library", Films, written.spent);

    TestStore empty(u"postgresql"_s);
    empty.connect();
    const qint64 copied = rawrows::copy(empty.address(), batches);
    print("PostgreSQL: the same rows by COPY, keys known", Films, copied);
    printRatio("  library to COPY, speed", double(copied) / double(written.spent), "0.1 at least");
}

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto batches = onSqlite();
    if (TestStore::isMissing(u"postgresql"_s))
        std::printf("PostgreSQL: CINETECA_TEST_POSTGRESQL names no server (tests/with-postgresql)\n");
    else
        onPostgresql(batches);
}
