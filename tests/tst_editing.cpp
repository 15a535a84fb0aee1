#include "librarystore.h"
#include "store/bulk.h"
#include "store/edithistory.h"
#include "store/editing.h"
#include "store/merging.h"
#include "store/provenance.h"
#include "store/references.h"
#include "store/repository.h"
#include "store/staging.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using records::Cell;
using records::Record;
using records::Values;

/// What people change, on both engines.
class TestEditing : public LibraryStore
{
    Q_OBJECT

private:
    const QString m_ann = u"ann"_s;
    const QString m_bob = u"bob"_s;

    QString add(const QString &table, const records::Values &values)
    {
        return got(library::add(db(), table, values, m_ann));
    }
    Record row(const QString &table, const QString &key)
    {
        return got(library::find(db(), table, key)).value_or(Record{});
    }
    Cell cell(const QString &table, const QString &key, const QString &column)
    {
        return row(table, key).values.value(column);
    }
    Change set(const Record &seen, const QString &column, const Cell &value)
    {
        return {.table = seen.table,
                .row = seen.key,
                .column = column,
                .before = seen.values.value(column),
                .after = value,
                .version = seen.version};
    }
    editing::Saved save(const QList<Change> &changes) { return got(editing::save(db(), changes, m_ann)); }
    QStringList linked(const QString &table, const QString &movie, const QString &column)
    {
        QList<Record> rows = got(library::find(db(), table, {{u"movie_id"_s, movie}}));
        std::ranges::stable_sort(rows, {}, [](const Record &one) { return one.values.value(u"position"_s); });
        QStringList keys;
        for (const Record &one : std::as_const(rows))
            keys.append(one.values.value(column).value_or(QString()));
        return keys;
    }
    editing::Saved undo()
    {
        const auto act = got(edithistory::toUndo(db(), m_ann));
        return act ? got(edithistory::undo(db(), act->batch, m_ann)) : editing::Saved{};
    }
    editing::Saved redo()
    {
        const auto act = got(edithistory::toRedo(db(), m_ann));
        return act ? got(edithistory::redo(db(), act->batch, m_ann)) : editing::Saved{};
    }

private slots:
    void aChangeIsSavedWithItsHistoryAndLocked()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}});
        QVERIFY(save({set(row(u"movies"_s, movie), u"runtime"_s, u"155"_s)}).batch > 0);
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"155"_s);
        const auto entries = got(edithistory::of(db(), u"movies"_s, movie));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0].column, u"runtime"_s);
        QCOMPARE(entries[0].before, Cell());
        QCOMPARE(entries[0].after, Cell(u"155"_s));
        QCOMPARE(entries[0].who, m_ann);
        QCOMPARE(entries[1].kind, Kind::Insert);
        const auto origin = got(provenance::of(db(), u"movies"_s, movie.toLongLong()))[u"runtime"_s];
        QVERIFY(origin.isLocked);
        QCOMPARE(origin.source.name, m_ann);
        QVERIFY(!db().run(u"UPDATE edits SET after_value = 'x'"_s)); // it is only added to
    }

    void aValueThatCannotBeIsRefused()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}});
        const Record seen = row(u"movies"_s, movie);
        for (const auto &[column, value] : QMap<QString, QString>{{u"runtime"_s, u"long"_s},
                                                                  {u"release_date"_s, u"2021-02-30"_s},
                                                                  {u"title"_s, u""_s},
                                                                  {u"imdb_id"_s, u"nm1"_s},
                                                                  {u"row_version"_s, u"7"_s}}
                                               .asKeyValueRange()) {
            const auto saved
                = editing::save(db(), {set(seen, u"tagline"_s, u"Fear"_s), set(seen, column, value)}, m_ann);
            QVERIFY2(!saved, qPrintable(column));
            QCOMPARE(saved.error().kind, Error::Kind::Invalid);
            QVERIFY(saved.error().message.startsWith(column));
        }
        QCOMPARE(row(u"movies"_s, movie), seen); // nothing of it
        QCOMPARE(editing::save(db(), {{.table = u"items"_s, .row = u"1"_s, .column = u"title"_s}}, m_ann).error().kind,
                 Error::Kind::Invalid);
        add(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        QCOMPARE(library::add(db(), u"genres"_s, {{u"name"_s, u"Drama"_s}}, m_ann).error().message,
                 u"name: “Drama” is there already."_s);
    }

    void theSameValueChangedTwiceIsAConflict()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}, {u"runtime"_s, u"150"_s}});
        const Record seen = row(u"movies"_s, movie);
        QVERIFY(done(library::update(db(), u"movies"_s, movie, {{u"runtime"_s, u"155"_s}}, m_bob)));
        const auto saved
            = save({set(seen, u"runtime"_s, u"160"_s), set(seen, u"tagline"_s, u"Beyond fear, destiny awaits"_s)});
        QCOMPARE(saved.batch, 0);
        QCOMPARE(saved.conflicts.size(), 1);
        QCOMPARE(saved.conflicts[0].clashes, QList<editing::Clash>({{u"runtime"_s, u"150"_s, u"155"_s, u"160"_s}}));
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"155"_s);
        QCOMPARE(cell(u"movies"_s, movie, u"tagline"_s), Cell()); // all or nothing
    }

    void differentValuesOfOneRowBothHold()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}});
        const Record seen = row(u"movies"_s, movie);
        QVERIFY(done(library::update(db(), u"movies"_s, movie, {{u"runtime"_s, u"155"_s}}, m_bob)));
        QVERIFY(save({set(seen, u"tagline"_s, u"Fear"_s)}).batch > 0);
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"155"_s);
        QCOMPARE(cell(u"movies"_s, movie, u"tagline"_s), u"Fear"_s);
    }

    void aRowThatIsGoneIsNotSaved()
    {
        const QString genre = add(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        const Record seen = row(u"genres"_s, genre);
        QVERIFY(done(library::remove(db(), u"genres"_s, genre, m_bob)));
        const auto saved = save({set(seen, u"name"_s, u"Dramas"_s)});
        QVERIFY(saved.conflicts.value(0).isGone);
        QCOMPARE(saved.batch, 0);
    }

    void undoAndRedoGoAllTheWay()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}});
        for (const QString &runtime : {u"1"_s, u"2"_s, u"3"_s})
            save({set(row(u"movies"_s, movie), u"runtime"_s, runtime)});
        for (const Cell &runtime : {Cell(u"2"_s), Cell(u"1"_s), Cell()}) {
            QVERIFY(undo().batch > 0);
            QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), runtime);
        }
        QVERIFY(!got(provenance::of(db(), u"movies"_s, movie.toLongLong())).contains(u"runtime"_s));
        undo();
        QCOMPARE(row(u"movies"_s, movie), Record{});
        QCOMPARE(undo(), editing::Saved{}); // there is nothing more
        for (const Cell &runtime : {Cell(), Cell(u"1"_s), Cell(u"2"_s), Cell(u"3"_s)}) {
            QVERIFY(redo().batch > 0);
            QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), runtime);
        }
        QVERIFY(!got(edithistory::toRedo(db(), m_ann)));
        undo();
        save({set(row(u"movies"_s, movie), u"runtime"_s, u"9"_s)});
        QVERIFY(!got(edithistory::toRedo(db(), m_ann))); // another was done
        undo();
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"2"_s);
        QVERIFY(!got(edithistory::toUndo(db(), m_bob)));
    }

    void undoNeverTakesAnothersChangeSilently()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}});
        const auto saved = save({set(row(u"movies"_s, movie), u"runtime"_s, u"155"_s)});
        QVERIFY(done(library::update(db(), u"movies"_s, movie, {{u"runtime"_s, u"156"_s}}, m_bob)));
        const auto asked = got(edithistory::undo(db(), saved.batch, m_ann));
        QCOMPARE(asked.batch, 0);
        QCOMPARE(asked.conflicts.value(0).clashes, QList<editing::Clash>({{u"runtime"_s, u"155"_s, u"156"_s, Cell()}}));
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"156"_s);
        got(edithistory::undo(db(), saved.batch, m_ann, edithistory::OnClash::TakeMine));
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), Cell());
    }

    void anyEntryCanBeRestored()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}, {u"runtime"_s, u"150"_s}});
        save(
            {set(row(u"movies"_s, movie), u"runtime"_s, u"155"_s), set(row(u"movies"_s, movie), u"tagline"_s, u"A"_s)});
        save({set(row(u"movies"_s, movie), u"runtime"_s, u"160"_s)});
        const auto entries = got(edithistory::of(db(), u"movies"_s, movie));
        const auto old = std::ranges::find_if(
            entries, [](const auto &entry) { return entry.column == u"runtime"_s && entry.after == Cell(u"155"_s); });
        QVERIFY(old != entries.end());
        QVERIFY(got(edithistory::restore(db(), old->id, m_ann)) > 0);
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"150"_s);
        QCOMPARE(cell(u"movies"_s, movie, u"tagline"_s), u"A"_s);
    }

    void whatACrawlReplacedCanBeBroughtBack()
    {
        const ItemId item = recordedOz();
        const QString movie = QString::number(got(library::movieOf(db(), item))->value);
        QCOMPARE(got(edithistory::of(db(), u"movies"_s, movie)).size(), 0);
        Movie newer = films::oz();
        newer.runtime = films::fact(101, films::wikidata(u"Q193695"_s, u"P2047"_s));
        QVERIFY(done(library::record(db(), {{.item = item, .movie = newer}})));
        const auto entries = got(edithistory::of(db(), u"movies"_s, movie));
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].who, u"Cineteca"_s);
        QCOMPARE(entries[0].before, Cell(u"102"_s));
        got(edithistory::restore(db(), entries[0].id, m_ann));
        QVERIFY(done(library::record(db(), {{.item = item, .movie = newer}})));
        QCOMPARE(cell(u"movies"_s, movie, u"runtime"_s), u"102"_s); // a person's now
    }

    void whatACrawlTookAwayCanBeBroughtBack()
    {
        const ItemId item = recordedOz();
        const QString movie = QString::number(got(library::movieOf(db(), item))->value);
        Movie newer = films::oz();
        newer.cast.removeLast();
        newer.cast[0].value.role = u"Dorothy"_s;
        newer.ratings.removeLast();
        newer.ratings[0].value.score = 8.2;
        newer.genres.removeLast();
        newer.directors.removeLast();
        QVERIFY(done(library::record(db(), {{.item = item, .movie = newer}})));
        const auto entries = got(edithistory::of(db(), u"movies"_s, movie));
        QStringList said;
        for (const auto &entry : entries)
            said.append(entry.kind == Kind::Remove ? u"- "_s + entry.table
                                                   : u"%1.%2 was %3"_s.arg(entry.table, entry.column, *entry.before));
        said.sort();
        QCOMPARE(said,
                 QStringList({u"- cast"_s, u"- movie_directors"_s, u"- movie_genres"_s, u"- ratings"_s,
                              u"cast.role was Dorothy Gale"_s, u"ratings.score was 8.1"_s}));
        for (const auto &entry : entries)
            got(edithistory::restore(db(), entry.id, m_ann));
        QVERIFY(done(library::record(db(), {{.item = item, .movie = newer}})));
        for (const QString &table : {u"cast"_s, u"movie_directors"_s, u"movie_genres"_s, u"ratings"_s})
            QCOMPARE(count(table), 2);
        QCOMPARE(value(u"SELECT score FROM ratings WHERE source = ?"_s, {u"IMDb"_s}).toDouble(), 8.1);
        QCOMPARE(value(u"SELECT COUNT(*) FROM \"cast\" WHERE role = ?"_s, {u"Dorothy Gale"_s}).toInt(), 1);
    }

    void aPartWhoseKeyAnotherGotComesBackBesideIt()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Oz"_s}});
        const QString actor = add(u"actors"_s, {{u"name"_s, u"Judy Garland"_s}});
        const QString part
            = add(u"cast"_s, {{u"movie_id"_s, movie}, {u"actor_id"_s, actor}, {u"role"_s, u"Dorothy"_s}});
        QVERIFY(done(library::remove(db(), u"cast"_s, part, m_ann)));
        QVERIFY(done(db().run(u"INSERT INTO \"cast\" (cast_id, movie_id, actor_id, role) VALUES (?, ?, ?, 'Herself')"_s,
                              {part.toInt(), movie.toInt(), actor.toInt()})));
        const auto entries = got(edithistory::of(db(), u"movies"_s, movie));
        QCOMPARE(entries[0].kind, Kind::Remove);
        got(edithistory::restore(db(), entries[0].id, m_ann));
        QCOMPARE(count(u"cast"_s), 2);
    }

    void aHistoryIsReadToItsBeginning()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Oz"_s}});
        QVERIFY(done(
            db().run(u"INSERT INTO edits (batch_id, kind, table_name, row_key, column_name, record_table, record_key) "
                     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700) "
                     "SELECT b.batch_id, 'set', 'movies', '%1', 'plot', 'movies', '%1' FROM n, (SELECT MAX(batch_id) "
                     "AS batch_id FROM edit_batches) b"_s.arg(movie))));
        QCOMPARE(got(edithistory::of(db(), u"movies"_s, movie)).size(), 701);
    }

    void aRemovedFilmComesBackWithAllThatHungOnIt()
    {
        const ItemId item = recordedOz();
        const QString movie = QString::number(got(library::movieOf(db(), item))->value);
        const Record before = row(u"movies"_s, movie);
        const QStringList tables{u"movies"_s,          u"cast"_s,          u"ratings"_s,      u"movie_genres"_s,
                                 u"movie_directors"_s, u"field_sources"_s, u"movie_writers"_s};
        QList<int> counts;
        for (const QString &table : tables)
            counts.append(count(table));
        QStringList referring;
        for (const auto &of : got(references::count(db(), u"movies"_s, {movie})))
            referring.append(u"%1 %2"_s.arg(of.rows).arg(of.from.table));
        referring.sort();
        QCOMPARE(referring,
                 QStringList({u"1 items"_s, u"1 movie_distributors"_s, u"1 movie_studios"_s, u"1 movie_writers"_s,
                              u"2 cast"_s, u"2 movie_directors"_s, u"2 movie_genres"_s, u"2 ratings"_s}));
        QVERIFY(done(library::remove(db(), u"movies"_s, movie, m_ann)));
        for (const QString &table : tables)
            QCOMPARE(count(table), 0);
        QVERIFY(undo().batch > 0);
        QCOMPARE(row(u"movies"_s, movie).values, before.values);
        for (qsizetype i = 0; i < tables.size(); ++i)
            QCOMPARE(count(tables[i]), counts[i]);
        QCOMPARE(got(library::movieOf(db(), item))->value, movie.toLongLong());
    }

    void theFirstOfSeveralFollowsBothWays()
    {
        const QString ann = add(u"directors"_s, {{u"name"_s, u"Ann"_s}});
        const QString ben = add(u"directors"_s, {{u"name"_s, u"Ben"_s}});
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}, {u"director_id"_s, ann}});
        QCOMPARE(linked(u"movie_directors"_s, movie, u"director_id"_s), QStringList({ann}));
        add(u"movie_directors"_s, {{u"movie_id"_s, movie}, {u"director_id"_s, ben}});
        QCOMPARE(linked(u"movie_directors"_s, movie, u"director_id"_s), QStringList({ann, ben}));
        QCOMPARE(cell(u"movies"_s, movie, u"director_id"_s), ann);
        QVERIFY(done(library::remove(db(), u"movie_directors"_s, movie + u',' + ann, m_ann)));
        QCOMPARE(cell(u"movies"_s, movie, u"director_id"_s), ben);
        QCOMPARE(cell(u"movie_directors"_s, movie + u',' + ben, u"position"_s), u"1"_s);
        QVERIFY(done(library::update(db(), u"movies"_s, movie, {{u"director_id"_s, ann}}, m_ann)));
        QCOMPARE(linked(u"movie_directors"_s, movie, u"director_id"_s), QStringList({ann}));
        QVERIFY(done(library::remove(db(), u"directors"_s, ann, m_ann)));
        QCOMPARE(cell(u"movies"_s, movie, u"director_id"_s), Cell());
        while (undo().batch) { }
        QCOMPARE(count(u"movies"_s), 0);
        QCOMPARE(count(u"field_sources"_s), 0);
        while (redo().batch) { }
        QCOMPARE(cell(u"movies"_s, movie, u"director_id"_s), Cell());
    }

    void noMachineWritesOverWhatAPersonChose()
    {
        const ItemId item = recordedOz();
        const QString movie = QString::number(got(library::movieOf(db(), item))->value);
        const QStringList genres = linked(u"movie_genres"_s, movie, u"genre_id"_s);
        QVERIFY(done(library::remove(db(), u"movie_genres"_s, movie + u',' + genres[0], m_ann)));
        const QString part = got(library::find(db(), u"cast"_s, {{u"movie_id"_s, movie}}))[0].key;
        QVERIFY(done(library::remove(db(), u"cast"_s, part, m_ann)));
        const QString rating = got(library::find(db(), u"ratings"_s, {{u"movie_id"_s, movie}}))[0].key;
        QVERIFY(done(library::remove(db(), u"ratings"_s, rating, m_ann)));
        QVERIFY(done(library::update(db(), u"movies"_s, movie, {{u"budget_currency"_s, u"EUR"_s}}, m_ann)));
        QVERIFY(done(library::record(db(), {{.item = item, .movie = films::oz()}})));
        QCOMPARE(linked(u"movie_genres"_s, movie, u"genre_id"_s), QStringList({genres[1]}));
        QCOMPARE(count(u"cast"_s), 1);
        QCOMPARE(count(u"ratings"_s), 1);
        QCOMPARE(cell(u"movies"_s, movie, u"budget_currency"_s), u"EUR"_s);

        QVERIFY(got(provenance::set(db(), u"movies"_s, movie.toLongLong(), u"genres"_s, provenance::Lock::Open, m_ann))
                > 0);
        QVERIFY(done(library::record(db(), {{.item = item, .movie = films::oz()}})));
        QCOMPARE(linked(u"movie_genres"_s, movie, u"genre_id"_s).size(), 2);
    }

    void mergedPeopleAreOneEverywhereAndTwoAgain()
    {
        const QString keep = add(u"directors"_s, {{u"name"_s, u"Victor Fleming"_s}, {u"wikidata_id"_s, u"Q1"_s}});
        const QString twin = add(u"directors"_s, {{u"name"_s, u"V. Fleming"_s}, {u"bio"_s, u"American"_s}});
        const QString oz = add(u"movies"_s, {{u"title"_s, u"Oz"_s}, {u"director_id"_s, twin}});
        const QString both = add(u"movies"_s, {{u"title"_s, u"Wind"_s}, {u"director_id"_s, twin}});
        add(u"movie_directors"_s, {{u"movie_id"_s, both}, {u"director_id"_s, keep}});
        const merging::Wish wish{
            .table = u"directors"_s, .kept = keep, .merged = {twin}, .values = {{u"bio"_s, u"American"_s}}};
        QVERIFY(got(merging::merge(db(), wish, m_ann)) > 0);
        QCOMPARE(count(u"directors"_s), 1);
        QCOMPARE(cell(u"directors"_s, keep, u"bio"_s), u"American"_s);
        QCOMPARE(cell(u"movies"_s, oz, u"director_id"_s), keep);
        QCOMPARE(linked(u"movie_directors"_s, oz, u"director_id"_s), QStringList({keep}));
        QCOMPARE(linked(u"movie_directors"_s, both, u"director_id"_s), QStringList({keep}));
        QVERIFY(undo().batch > 0);
        QCOMPARE(cell(u"movies"_s, oz, u"director_id"_s), twin);
        QCOMPARE(linked(u"movie_directors"_s, both, u"director_id"_s), QStringList({twin, keep}));
        QCOMPARE(cell(u"directors"_s, keep, u"bio"_s), Cell());
        QCOMPARE(cell(u"directors"_s, twin, u"bio"_s), u"American"_s);
        QCOMPARE(merging::merge(db(), {.table = u"movies"_s, .kept = oz, .merged = {both}}, m_ann).error().kind,
                 Error::Kind::Invalid);
    }

    void aNewKeyIsNeverOneThatARemovedRowHad()
    {
        const QString first = add(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        QVERIFY(done(library::remove(db(), u"genres"_s, first, m_ann)));
        const int second = add(u"genres"_s, {{u"name"_s, u"Comedy"_s}}).toInt();
        QVERIFY(second > first.toInt());
        QVERIFY(db().run(u"INSERT INTO genres (genre_id, name) VALUES (?, 'Musical')"_s, {second + 1}));
        QCOMPARE(add(u"genres"_s, {{u"name"_s, u"Western"_s}}).toInt(), second + 2);
    }

    void onlyOneFilmIsFoundByAKey()
    {
        const ItemId item = recordedOz();
        const QString movie = QString::number(got(library::movieOf(db(), item))->value);
        for (const QString &key : {u"Q193695"_s, u"tt0032138"_s, u"The Wizard of Oz"_s})
            QCOMPARE(got(library::movieByKey(db(), key)).value_or(Record{}).key, movie);
        QVERIFY(!got(library::movieByKey(db(), u"Q2"_s)));
    }

    void aTextThatIsTooLongIsKeptWhole()
    {
        const QString title(3000, u'ä');
        const QString movie = add(u"movies"_s, {{u"title"_s, title}});
        QCOMPARE(cell(u"movies"_s, movie, u"title"_s), title);
    }

    void newRowsOfAnyShapeAreMadeTogether()
    {
        QVERIFY(db().run(u"INSERT INTO movies (movie_id, title) VALUES (3, 'The Third')"_s)); // no sequence knows it
        QList<Change> changes;
        for (int i = 0; i < 130; ++i) {
            Values film{{u"title"_s, u"Film %1"_s.arg(i)}, {u"director_id"_s, u"new:d%1"_s.arg(i % 10)}};
            if (i % 3 == 0)
                film.insert(u"runtime"_s, QString::number(60 + i));
            if (i % 7 == 0)
                film.insert(u"tagline"_s, u"The %1th"_s.arg(i));
            changes.append({.kind = Kind::Insert, .table = u"movies"_s, .row = u"new:%1"_s.arg(i), .values = film});
            if (i % 13 == 0) // in between, and after the first that refer to them
                changes.append({.kind = Kind::Insert,
                                .table = u"directors"_s,
                                .row = u"new:d%1"_s.arg(i / 13),
                                .values = {{u"name"_s, u"Director %1"_s.arg(i / 13)}}});
        }
        changes.append({.table = u"movies"_s, .row = u"new:17"_s, .column = u"language"_s, .after = u"Finnish"_s});
        const auto keys = save(changes).keys;
        QCOMPARE(keys.size(), 140);
        for (int i = 0; i < 130; ++i) {
            const Values film = row(u"movies"_s, keys[u"new:%1"_s.arg(i)]).values;
            QCOMPARE(film[u"title"_s], u"Film %1"_s.arg(i));
            QCOMPARE(film[u"runtime"_s], i % 3 == 0 ? Cell(QString::number(60 + i)) : Cell());
            QCOMPARE(film[u"tagline"_s], i % 7 == 0 ? Cell(u"The %1th"_s.arg(i)) : Cell());
            QCOMPARE(film[u"language"_s], i == 17 ? Cell(u"Finnish"_s) : Cell());
            QCOMPARE(cell(u"directors"_s, film[u"director_id"_s].value_or(QString()), u"name"_s),
                     u"Director %1"_s.arg(i % 10));
        }
        undo();
        QCOMPARE(count(u"movies"_s), 1);
        redo();
        QCOMPARE(cell(u"movies"_s, keys[u"new:129"_s], u"title"_s), u"Film 129"_s);
    }

    void manyRowsAreFoundByTheirKeys()
    {
        QStringList keys;
        for (int i = 0; i < 70; ++i) {
            const QString genre = add(u"genres"_s, {{u"name"_s, u"Genre %1"_s.arg(i)}});
            keys.append(u"genres,%1,name"_s.arg(genre));
        }
        const model::Table &sources = *model::own().table(u"field_sources"_s);
        QCOMPARE(got(records::read(db(), sources, keys, records::Hold::No)).size(),
                 70); // what a person wrote is locked
        QCOMPARE(got(records::read(db(), sources, {keys[0], u"genres,1,nothing"_s}, records::Hold::No)).size(), 1);
        if (db().engine() == Connection::Engine::PostgreSQL)
            return; // it plans by how many rows there are
        const auto plan = db().all(u"EXPLAIN QUERY PLAN SELECT * FROM field_sources WHERE "_s
                                       + records::isOneOf(sources, sources.primaryKey, 2),
                                   {u"genres"_s, 1, u"name"_s, u"genres"_s, 2, u"name"_s},
                                   [](const Rows &row) { return row.value(3).toString(); });
        QVERIFY2(got(plan)[0].startsWith(u"SEARCH field_sources"), qPrintable(got(plan).join(u'\n')));
    }

    void aNameThatOnlyOneCanHaveIsNotGivenTwice()
    {
        const auto genre = [](const QString &standIn) {
            return Change{
                .kind = Kind::Insert, .table = u"genres"_s, .row = standIn, .values = {{u"name"_s, u"Musical"_s}}};
        };
        QCOMPARE(editing::save(db(), {genre(u"new:1"_s), genre(u"new:2"_s)}, m_ann).error().message,
                 u"name: “Musical” is given twice."_s);
        const QString first = add(u"genres"_s, {{u"name"_s, u"Musical"_s}});
        const Record seen = row(u"genres"_s, first);
        QVERIFY(!editing::save(db(), {genre(u"new:1"_s)}, m_ann));
        const Change removed{
            .kind = Kind::Remove, .table = u"genres"_s, .row = first, .values = seen.values, .version = seen.version};
        const QString second = save({genre(u"new:1"_s), removed}).keys[u"new:1"_s];
        QCOMPARE(count(u"genres"_s), 1);
        QCOMPARE(cell(u"genres"_s, second, u"name"_s), u"Musical"_s);
        undo();
        QCOMPARE(row(u"genres"_s, first), seen);
    }

    void aLinkThatIsRemovedAndMadeAgainIsThere()
    {
        const QString movie = add(u"movies"_s, {{u"title"_s, u"Cabaret"_s}});
        const QString genre = add(u"genres"_s, {{u"name"_s, u"Musical"_s}});
        const Values link{{u"movie_id"_s, movie}, {u"genre_id"_s, genre}};
        const QString key = add(u"movie_genres"_s, link);
        const Record seen = row(u"movie_genres"_s, key);
        save({{.kind = Kind::Remove,
               .table = u"movie_genres"_s,
               .row = key,
               .values = seen.values,
               .version = seen.version},
              {.kind = Kind::Insert, .table = u"movie_genres"_s, .row = u"new:1"_s, .values = link}});
        QCOMPARE(count(u"movie_genres"_s), 1);
        undo();
        QCOMPARE(row(u"movie_genres"_s, key), seen);
    }

    void manyRowsChangeInOneAct()
    {
        QList<Change> changes;
        for (int i = 0; i < 300; ++i)
            changes.append({.kind = Kind::Insert,
                            .table = u"movies"_s,
                            .row = u"new:%1"_s.arg(i),
                            .values = {{u"title"_s, u"Film of the %1th day"_s.arg(i)}}});
        QCOMPARE(save(changes).keys.size(), 300);
        const auto rows = got(bulk::containing(db(), u"movies"_s, u"title"_s, u"FILM OF"_s));
        QCOMPARE(rows.size(), 300);
        QVERIFY(save(bulk::setAll(rows, u"language"_s, u"Finnish"_s)).batch > 0);
        const auto replaced = bulk::replace(got(bulk::containing(db(), u"movies"_s, u"title"_s, u"11th"_s)),
                                            {.column = u"title"_s, .find = u"11th day"_s, .with = u"11th night"_s});
        QCOMPARE(replaced.size(), 3); // 11, 111, 211
        save(replaced);
        QCOMPARE(got(library::find(db(), u"movies"_s, {{u"title"_s, u"Film of the 111th night"_s}})).size(), 1);
        undo();
        undo();
        QCOMPARE(got(library::find(db(), u"movies"_s, {{u"language"_s, Cell()}})).size(), 300);
    }
};

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
