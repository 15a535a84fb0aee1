#include "librarystore.h"
#include "store/edithistory.h"
#include "store/repository.h"
#include "store/staging.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using records::Cell;
using records::Record;

/// What is typed and not saved, on both engines.
class TestStaging : public LibraryStore
{
    Q_OBJECT

private:
    const QString m_ann = u"ann"_s;

    Record row(const QString &table, const QString &key)
    {
        return got(library::find(db(), table, key)).value_or(Record{});
    }
    QString addMovie() { return got(library::add(db(), u"movies"_s, {{u"title"_s, u"Dune"_s}}, m_ann)); }
    void stage(const Record &seen, const QString &column, const Cell &value)
    {
        got(staging::stage(db(),
                           {.table = seen.table,
                            .row = seen.key,
                            .column = column,
                            .before = seen.values.value(column),
                            .after = value,
                            .version = seen.version},
                           m_ann));
    }
    QString stageNew(const QString &table, const records::Values &values)
    {
        return got(staging::stage(db(), Change{.kind = Kind::Insert, .table = table, .values = values}, m_ann));
    }
    QStringList staged()
    {
        QStringList list;
        for (const auto &one : got(staging::all(db(), m_ann)))
            list.append(editing::sql(one.change));
        return list;
    }

private slots:
    void itIsKeptUntilItIsSaved()
    {
        const QString movie = addMovie();
        stage(row(u"movies"_s, movie), u"title"_s, u"It's Dune"_s);
        stage(row(u"movies"_s, movie), u"runtime"_s, u"155"_s);
        QCOMPARE(staged(),
                 QStringList(
                     {u"UPDATE movies SET title = 'It''s Dune' WHERE movie_id = %1 AND row_version = 1;"_s.arg(movie),
                      u"UPDATE movies SET runtime = 155 WHERE movie_id = %1 AND row_version = 1;"_s.arg(movie)}));
        QCOMPARE(row(u"movies"_s, movie).values[u"title"_s], u"Dune"_s);
        QCOMPARE(got(staging::all(db(), u"bob"_s)).size(), 0);
        QVERIFY(got(staging::save(db(), m_ann)).batch > 0);
        QCOMPARE(staged(), QStringList());
        QCOMPARE(row(u"movies"_s, movie).values[u"title"_s], u"It's Dune"_s);
    }

    void whatIsTypedAgainReplacesAndTheOldValueTakesBack()
    {
        const Record seen = row(u"movies"_s, addMovie());
        stage(seen, u"runtime"_s, u"155"_s);
        stage(seen, u"runtime"_s, u"156"_s);
        QCOMPARE(staged().size(), 1);
        QVERIFY(staged()[0].contains("= 156 "_L1));
        stage(seen, u"runtime"_s, Cell());
        QCOMPARE(staged(), QStringList());
    }

    void oneCanBeSavedOrTakenBackAlone()
    {
        const Record seen = row(u"movies"_s, addMovie());
        stage(seen, u"runtime"_s, u"155"_s);
        stage(seen, u"tagline"_s, u"Fear"_s);
        const auto all = got(staging::all(db(), m_ann));
        QVERIFY(got(staging::save(db(), m_ann, {all[1].id})).batch > 0);
        QCOMPARE(row(seen.table, seen.key).values[u"tagline"_s], u"Fear"_s);
        QCOMPARE(staged().size(), 1);
        QVERIFY(done(staging::takeBack(db(), {all[0].id}, m_ann)));
        QCOMPARE(staged(), QStringList());
        QCOMPARE(row(seen.table, seen.key).values[u"runtime"_s], Cell());
    }

    void manyChangesAreStagedInTheirOrder()
    {
        const QString movie = addMovie();
        const auto person = [](const QString &standIn, const QString &name) {
            return Change{.kind = Kind::Insert, .table = u"actors"_s, .row = standIn, .values = {{u"name"_s, name}}};
        };
        const auto born = [](const QString &row, const QString &day) {
            return Change{.table = u"actors"_s, .row = row, .column = u"dob"_s, .after = day};
        };
        got(staging::stage(db(),
                           {person(u"new:1"_s, u"Ann"_s),
                            person(u"new:2"_s, u"Bo"_s),
                            person(u"new:1"_s, u"Anna"_s), // typed again
                            born(u"new:1"_s, u"1970-01-02"_s),
                            person(u"new:3"_s, u"Cy"_s),
                            {.kind = Kind::Remove, .table = u"movies"_s, .row = movie}},
                           m_ann));
        const QStringList people{u"INSERT INTO actors (name, dob) VALUES ('Anna', '1970-01-02');"_s,
                                 u"INSERT INTO actors (name) VALUES ('Bo');"_s,
                                 u"INSERT INTO actors (name) VALUES ('Cy');"_s};
        QCOMPARE(staged(), people + QStringList{u"DELETE FROM movies WHERE movie_id = %1;"_s.arg(movie)});
        QSet<qint64> first;
        for (const auto &one : got(staging::all(db(), m_ann)).first(2))
            first.insert(one.id);
        got(staging::takeBack(db(), first, m_ann));
        QCOMPARE(staged(), QStringList({people[2], u"DELETE FROM movies WHERE movie_id = %1;"_s.arg(movie)}));
        got(staging::save(db(), m_ann));
        QCOMPARE(staged(), QStringList());
        QCOMPARE(count(u"actors"_s), 1);
        QCOMPARE(count(u"movies"_s), 0);
    }

    void valuesOfManyRowsAreStagedTogether()
    {
        const Record first = row(u"movies"_s, addMovie());
        const Record second = row(u"movies"_s, addMovie());
        const auto value = [](const Record &seen, const QString &column, const QString &now) {
            return Change{.table = u"movies"_s,
                          .row = seen.key,
                          .column = column,
                          .before = seen.values.value(column),
                          .after = now,
                          .version = seen.version};
        };
        const Record made{.key = stageNew(u"movies"_s, {{u"title"_s, u"Heat"_s}})};
        got(staging::stage(db(),
                           {value(second, u"title"_s, u"Dune, second"_s), value(first, u"title"_s, u"Dune, first"_s),
                            value(made, u"runtime"_s, u"170"_s), value(first, u"runtime"_s, u"155"_s),
                            value(made, u"language"_s, u"English"_s), value(first, u"title"_s, u"Dune"_s)}, // as it was
                           m_ann));
        const QString set = u"UPDATE movies SET %1 WHERE movie_id = %2 AND row_version = 1;"_s;
        QCOMPARE(
            staged(),
            QStringList({u"INSERT INTO movies (title, language, runtime) VALUES ('Heat', 'English', 170);"_s,
                         set.arg(u"title = 'Dune, second'"_s, second.key), set.arg(u"runtime = 155"_s, first.key)}));
        got(staging::stage(db(), {.kind = Kind::Remove, .table = u"movies"_s, .row = first.key}, m_ann));
        const auto refused
            = staging::stage(db(), {value(second, u"runtime"_s, u"99"_s), value(first, u"runtime"_s, u"99"_s)}, m_ann);
        QCOMPARE(refused.error().message, u"This row is to be removed: take that back first."_s);
        QCOMPARE(staged().size(), 3); // nothing of it
    }

    void manyRowsGoTogether()
    {
        const QStringList films{addMovie(), addMovie(), addMovie()};
        stage(row(u"movies"_s, films[0]), u"title"_s, u"Dune, again"_s);
        const QString person = stageNew(u"directors"_s, {{u"name"_s, u"Ann"_s}});
        stage(row(u"movies"_s, films[1]), u"director_id"_s, person); // is not wanted without her
        QList<Change> removals{{.kind = Kind::Remove, .table = u"directors"_s, .row = person}};
        for (const QString &film : {films[0], films[2], films[2]})
            removals.append({.kind = Kind::Remove, .table = u"movies"_s, .row = film});
        got(staging::stage(db(), removals, m_ann));
        QStringList wanted;
        for (const QString &film : {films[0], films[2]})
            wanted.append(u"DELETE FROM movies WHERE movie_id = %1;"_s.arg(film));
        QCOMPARE(staged(), wanted);
        got(staging::stage(db(), QList<Change>(2, {.kind = Kind::Insert, .table = u"actors"_s}), m_ann));
        QCOMPARE(staged().size(), 4); // two, though neither has a name yet
    }

    void newRowsReferToEachOther()
    {
        const Record seen = row(u"movies"_s, addMovie());
        const QString director = stageNew(u"directors"_s, {{u"name"_s, u"Denis Villeneuve"_s}});
        stage(seen, u"director_id"_s, director);
        stage({.table = u"directors"_s, .key = director}, u"nationality"_s, u"Canada"_s);
        QCOMPARE(staged().size(), 2);
        const auto all = got(staging::all(db(), m_ann));
        QVERIFY(got(staging::save(db(), m_ann, {all[1].id})).batch > 0); // with the one that it needs
        QCOMPARE(staged(), QStringList());
        const QString made = *row(seen.table, seen.key).values[u"director_id"_s];
        QCOMPARE(row(u"directors"_s, made).values[u"nationality"_s], u"Canada"_s);

        const QString genre = stageNew(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        stageNew(u"movie_genres"_s, {{u"movie_id"_s, seen.key}, {u"genre_id"_s, genre}});
        const auto pair = got(staging::all(db(), m_ann));
        QVERIFY(done(staging::takeBack(db(), {pair[0].id}, m_ann)));
        QCOMPARE(staged(), QStringList()); // the link cannot be without it
    }

    void aConflictIsSettledFieldByField()
    {
        const Record seen = row(u"movies"_s, addMovie());
        stage(seen, u"runtime"_s, u"155"_s);
        stage(seen, u"tagline"_s, u"Mine"_s);
        stage(seen, u"plot"_s, u"Sand"_s);
        QVERIFY(done(library::update(db(), seen.table, seen.key,
                                     {{u"runtime"_s, u"150"_s}, {u"tagline"_s, u"Theirs"_s}}, u"bob"_s)));
        const auto saved = got(staging::save(db(), m_ann));
        QCOMPARE(saved.batch, 0);
        QCOMPARE(saved.conflicts.value(0).clashes.size(), 2);
        QCOMPARE(staged().size(), 3); // nothing lost
        QVERIFY(done(staging::settle(db(), saved.conflicts[0], {u"runtime"_s}, m_ann)));
        QVERIFY(got(staging::save(db(), m_ann)).batch > 0);
        const Record now = row(seen.table, seen.key);
        QCOMPARE(now.values[u"runtime"_s], u"155"_s);
        QCOMPARE(now.values[u"tagline"_s], u"Theirs"_s);
        QCOMPARE(now.values[u"plot"_s], u"Sand"_s);
    }

    void aRemovalThatOthersCrossedIsAsked()
    {
        const Record seen = row(u"movies"_s, addMovie());
        const Change removal{
            .kind = Kind::Remove, .table = seen.table, .row = seen.key, .values = seen.values, .version = seen.version};
        got(staging::stage(db(), removal, m_ann));
        QVERIFY(done(library::update(db(), seen.table, seen.key, {{u"runtime"_s, u"150"_s}}, u"bob"_s)));
        const auto saved = got(staging::save(db(), m_ann));
        QCOMPARE(saved.conflicts.value(0).clashes, QList<editing::Clash>({{u"runtime"_s, Cell(), u"150"_s, Cell()}}));
        QVERIFY(done(staging::settle(db(), saved.conflicts[0], {u"runtime"_s}, m_ann)));
        QVERIFY(got(staging::save(db(), m_ann)).batch > 0);
        QCOMPARE(row(seen.table, seen.key), Record{});
    }
};

QTEST_GUILESS_MAIN(TestStaging)
#include "tst_staging.moc"
