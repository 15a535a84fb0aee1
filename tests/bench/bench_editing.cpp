#include "store.h"
#include "store/edithistory.h"
#include "store/editing.h"
#include "store/staging.h"
#include "timing.h"

#include <QCoreApplication>

using namespace Qt::Literals;

namespace {

const QString Who = u"bench"_s;

QList<editing::Change> people(int count)
{
    QList<editing::Change> changes;
    for (int n = 0; n < count; ++n) {
        const QString name = u"Person %1"_s.arg(n);
        changes.append({.kind = editing::Kind::Insert,
                        .table = u"actors"_s,
                        .row = u"new:%1"_s.arg(n),
                        .values = {{u"name"_s, name}, {u"imdb_id"_s, u"nm%1"_s.arg(1'000'000 + n)}}});
    }
    return changes;
}

void save(const QString &engine, int count)
{
    TestStore store(engine);
    Connection &connection = store.connect();
    const auto changes = people(count);
    QList<editing::Change> gone;
    QList<editing::Change> born;
    for (const editing::Change &change : changes) {
        gone.append({.kind = editing::Kind::Remove, .table = change.table, .row = change.row});
        born.append({.table = change.table, .row = change.row, .column = u"dob"_s, .after = u"1970-01-02"_s});
    }
    std::printf("%s\n", qPrintable(engine));
    timing::print("rows staged", count, timing::spent([&] { got(staging::stage(connection, changes, Who)); }));
    timing::print("staged rows read", count, timing::spent([&] { got(staging::all(connection, Who)); }));
    timing::print("values of them staged", count, timing::spent([&] { got(staging::stage(connection, born, Who)); }));
    timing::print("staged rows forgotten", count, timing::spent([&] { got(staging::stage(connection, gone, Who)); }));
    got(staging::stage(connection, changes, Who));
    editing::Saved saved;
    timing::print("staged rows saved", count, timing::spent([&] { saved = got(staging::save(connection, Who)); }));
    for (editing::Change &change : born)
        change.row = saved.keys[change.row];
    timing::print("values of them saved", count, timing::spent([&] { got(editing::save(connection, born, Who)); }));
    timing::print("all taken back", count, timing::spent([&] {
                      for (int act = 0; act < 2; ++act)
                          got(edithistory::undo(connection, got(edithistory::toUndo(connection, Who))->batch, Who));
                  }));
}

}

/// bench_editing [COUNT]. Run it by tests/with-postgresql.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = std::max(1, application.arguments().value(1, u"100000"_s).toInt());
    for (const QString &engine : {u"sqlite"_s, u"postgresql"_s}) {
        if (TestStore::isMissing(engine))
            std::printf("PostgreSQL: CINETECA_TEST_POSTGRESQL names no server (tests/with-postgresql)\n");
        else
            save(engine, count);
    }
}
