#include "librarystore.h"
#include "store/merging.h"
#include "store/provenance.h"
#include "store/repository.h"

using namespace Qt::Literals;
using namespace films;

class TestPersons : public LibraryStore
{
    Q_OBJECT

private slots:
    void whatAPersonWroteStays()
    {
        const ItemId id = recordedOz();
        const qint64 movie = got(library::movieOf(db(), id))->value;
        QVERIFY(done(library::setByPerson(db(), u"movies"_s, movie, u"runtime"_s, 99, u"ann"_s)));
        QVERIFY(done(library::setByPerson(db(), u"movies"_s, movie, u"plot"_s, QVariant(), u"ann"_s)));
        const qint64 vidor
            = value(u"SELECT director_id FROM directors WHERE name = ?"_s, {u"King Vidor"_s}).toLongLong();
        QVERIFY(done(library::setByPerson(db(), u"movies"_s, movie, u"director_id"_s, vidor, u"ann"_s)));
        const qint64 part = value(u"SELECT cast_id FROM \"cast\" WHERE role = ?"_s, {u"Dorothy Gale"_s}).toLongLong();
        QVERIFY(done(library::setByPerson(db(), u"cast"_s, part, u"role"_s, u"Dorothy G."_s, u"ann"_s)));
        const Source source = got(library::sources(db(), u"movies"_s, movie))[u"runtime"_s];
        QCOMPARE(source.kind, Source::Kind::Person);
        QCOMPARE(source.name, u"ann"_s);
        QVERIFY(source.at.secsTo(QDateTime::currentDateTimeUtc()) < 60);

        Movie newer = oz();
        newer.plot = fact(u"A storm."_s, Source{});
        newer.cast.clear();
        QVERIFY(done(library::record(db(), {{.item = id, .movie = newer}})));
        QCOMPARE(value(u"SELECT runtime FROM movies WHERE movie_id = ?"_s, {movie}).toInt(), 99);
        QVERIFY(value(u"SELECT plot FROM movies WHERE movie_id = ?"_s, {movie}).isNull());
        QCOMPARE(value(u"SELECT director_id FROM movies WHERE movie_id = ?"_s, {movie}).toLongLong(), vidor);
        QCOMPARE(value(u"SELECT director_id FROM movie_directors WHERE position = 1 AND movie_id = ?"_s, {movie})
                     .toLongLong(),
                 vidor);
        QCOMPARE(value(u"SELECT role FROM \"cast\" WHERE movie_id = ?"_s, {movie}), QVariant(u"Dorothy G."_s));
        QCOMPARE(got(library::sources(db(), u"movies"_s, movie))[u"runtime"_s].kind, Source::Kind::Person);
    }

    void anIdThatAPersonTookAwayDoesNotComeBack()
    {
        const ItemId id = recordedOz();
        const qint64 fleming
            = value(u"SELECT director_id FROM directors WHERE wikidata_id = ?"_s, {u"Q317567"_s}).toLongLong();
        QVERIFY(done(library::setByPerson(db(), u"directors"_s, fleming, u"wikidata_id"_s, QVariant(), u"ann"_s)));
        for (int crawl = 0; crawl < 2; ++crawl) {
            QVERIFY(done(library::record(db(), {{.item = id, .movie = oz()}})));
            QVERIFY(value(u"SELECT wikidata_id FROM directors WHERE director_id = ?"_s, {fleming}).isNull());
            QCOMPARE(value(u"SELECT COUNT(*) FROM directors WHERE name = ?"_s, {u"Victor Fleming"_s}).toInt(), 2);
        }
    }

    void whoHasNoIdIsFromTheFirstFilmThatNamesThem()
    {
        const ItemId id = recordedOz();
        Movie movie = oz();
        movie.directors.append(fact(Name{.name = u"Nobody Known"_s}, movie.runtime->source));
        movie.genres.append(fact(u"Musical"_s, movie.runtime->source));
        QVERIFY(done(library::record(db(), {{.item = id, .movie = movie}})));
        for (const auto &[table, key, name] : {std::tuple(u"directors"_s, u"director_id"_s, u"Nobody Known"_s),
                                               std::tuple(u"genres"_s, u"genre_id"_s, u"Musical"_s)}) {
            const qint64 row = value(u"SELECT %1 FROM %2 WHERE name = ?"_s.arg(key, table), {name}).toLongLong();
            const auto origins = got(provenance::of(db(), table, row));
            QVERIFY2(origins.contains(u"name"_s), qUtf8Printable(table));
            QCOMPARE(origins[u"name"_s].source.url, movie.runtime->source.url);
            QCOMPARE(origins[u"name"_s].source.kind, movie.runtime->source.kind);
        }
        QVERIFY(got(provenance::of(db(), u"directors"_s, 404)).isEmpty());
    }

    void anAmountWhoseLockIsOpenedKeepsItsCurrency()
    {
        const ItemId id = recordedOz();
        const qint64 movie = got(library::movieOf(db(), id))->value;
        QVERIFY(done(library::setByPerson(db(), u"movies"_s, movie, u"budget_currency"_s, u"GBP"_s, u"ann"_s)));
        got(provenance::set(db(), u"movies"_s, movie, u"budget"_s, provenance::Lock::Open, u"ann"_s));
        Movie newer = oz();
        newer.budget->value.amount = 3'000'000;
        QVERIFY(done(library::record(db(), {{.item = id, .movie = newer}})));
        QCOMPARE(value(u"SELECT budget FROM movies WHERE movie_id = ?"_s, {movie}).toDouble(), 3'000'000.0);
        QCOMPARE(value(u"SELECT budget_currency FROM movies WHERE movie_id = ?"_s, {movie}).toString(), u"GBP"_s);
    }

    void aPartThatIsAnothersStaysAlone()
    {
        const ItemId id = recordedOz();
        const qint64 part = value(u"SELECT cast_id FROM \"cast\" WHERE role = ?"_s, {u"Dorothy Gale"_s}).toLongLong();
        const QString other = got(library::add(db(), u"actors"_s, {{u"name"_s, u"Shirley Temple"_s}}, u"ann"_s));
        QVERIFY(done(library::setByPerson(db(), u"cast"_s, part, u"actor_id"_s, other.toLongLong(), u"ann"_s)));
        const qint64 score = value(u"SELECT rating_id FROM ratings WHERE source = ?"_s, {u"IMDb"_s}).toLongLong();
        QVERIFY(done(library::setByPerson(db(), u"ratings"_s, score, u"source"_s, u"IMDb (old)"_s, u"ann"_s)));
        QVERIFY(done(library::record(db(), {{.item = id, .movie = oz()}})));
        QCOMPARE(count(u"cast"_s), 2);
        QCOMPARE(value(u"SELECT actor_id FROM \"cast\" WHERE cast_id = ?"_s, {part}).toString(), other);
        QCOMPARE(count(u"ratings"_s), 2);
    }

    void aMergedActorIsNotBesideTheOther()
    {
        const ItemId id = recordedOz();
        const auto actor = [&](const QString &name) {
            return value(u"SELECT actor_id FROM actors WHERE name = ?"_s, {name}).toString();
        };
        const merging::Wish wish{
            .table = u"actors"_s, .kept = actor(u"Judy Garland"_s), .merged = {actor(u"Frank Morgan"_s)}};
        QVERIFY(got(merging::merge(db(), wish, u"ann"_s)) > 0);
        QVERIFY(done(library::record(db(), {{.item = id, .movie = oz()}})));
        QCOMPARE(count(u"cast"_s), 2);
        QCOMPARE(value(u"SELECT COUNT(DISTINCT actor_id) FROM \"cast\" WHERE cast_id > ?"_s).toInt(), 1);
    }

    void aLockAloneLeavesTheSource()
    {
        const ItemId id = recordedOz();
        const qint64 movie = got(library::movieOf(db(), id))->value;
        got(provenance::set(db(), u"movies"_s, movie, u"runtime"_s, provenance::Lock::Closed, u"ann"_s));
        const auto origin = got(provenance::of(db(), u"movies"_s, movie))[u"runtime"_s];
        QVERIFY(origin.isLocked);
        QVERIFY(origin.source == oz().runtime->source);
        Movie newer = oz();
        newer.runtime->value = 99;
        QVERIFY(done(library::record(db(), {{.item = id, .movie = newer}})));
        QCOMPARE(value(u"SELECT runtime FROM movies WHERE movie_id = ?"_s, {movie}).toInt(), 102);
        got(provenance::set(db(), u"movies"_s, movie, u"tagline"_s, provenance::Lock::Closed, u"ann"_s));
        QCOMPARE(got(library::sources(db(), u"movies"_s, movie))[u"tagline"_s].kind, Source::Kind::Person);
    }

    void aPartThatWasOpenedAgainIsTheMachines()
    {
        const ItemId id = recordedOz();
        const qint64 part = value(u"SELECT cast_id FROM \"cast\" WHERE role = ?"_s, {u"Dorothy Gale"_s}).toLongLong();
        const auto type = [&] {
            QVERIFY(done(library::setByPerson(db(), u"cast"_s, part, u"role"_s, u"Dorothy G."_s, u"ann"_s)));
            got(provenance::set(db(), u"cast"_s, part, u"role"_s, provenance::Lock::Open, u"ann"_s));
            QCOMPARE(got(provenance::of(db(), u"cast"_s, part)).size(), 1);
        };
        type();
        QVERIFY(done(library::record(db(), {{.item = id, .movie = oz()}})));
        QCOMPARE(value(u"SELECT role FROM \"cast\" WHERE cast_id = ?"_s, {part}), QVariant(u"Dorothy Gale"_s));
        QVERIFY(got(provenance::of(db(), u"cast"_s, part)).isEmpty());
        type();
        got(library::decide(db(), {.item = id, .verdict = Verdict::Rejected, .judge = Judge::Person}));
        QCOMPARE(count(u"cast"_s), 0);
        QCOMPARE(count(u"field_sources"_s), 0);
    }

    void whatCannotBeWrittenIsRefused()
    {
        recordedOz();
        QCOMPARE(library::setByPerson(db(), u"nowhere"_s, 1, u"a"_s, 1, {}).error().kind, Error::Kind::Missing);
        QCOMPARE(library::setByPerson(db(), u"movies"_s, 1, u"movie_id"_s, 7, {}).error().kind, Error::Kind::Invalid);
        QCOMPARE(library::setByPerson(db(), u"movies"_s, 1, u"nothing"_s, 7, {}).error().kind, Error::Kind::Invalid);
        QCOMPARE(library::setByPerson(db(), u"movies"_s, 404, u"runtime"_s, 7, {}).error().kind, Error::Kind::Missing);
        QCOMPARE(library::setByPerson(db(), u"movies"_s, 1, u"title"_s, QVariant(), {}).error().kind,
                 Error::Kind::Invalid);
        QVERIFY(got(library::sources(db(), u"movies"_s, 1))[u"title"_s].kind != Source::Kind::Person);
    }

    void aRejectedMovieGoesWithAllThatHangsOnIt()
    {
        const ItemId id = recordedOz();
        const auto rejected
            = got(library::decide(db(), {.item = id, .verdict = Verdict::Rejected, .judge = Judge::Person}));
        QVERIFY(!got(library::movieOf(db(), id)));
        for (const QString &table :
             {u"movies"_s, u"cast"_s, u"ratings"_s, u"movie_genres"_s, u"movie_directors"_s, u"field_sources"_s})
            QCOMPARE(count(table), 0);
        QCOMPARE(count(u"actors"_s), 2); // people stay
        got(library::undo(db(), rejected, u"ann"_s));
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 1); // it is written again
    }

    void aMovieOfAnotherItemOrAPersonStays()
    {
        const ItemId id = recordedOz();
        const ItemId other = added(item(u"b"_s, u"Oz"_s));
        QVERIFY(done(library::record(db(), {{.item = other, .movie = oz()}})));
        got(library::decide(db(), {.item = id, .verdict = Verdict::Rejected, .judge = Judge::Person}));
        QCOMPARE(count(u"movies"_s), 1);
        const qint64 movie = got(library::movieOf(db(), other))->value;
        QVERIFY(done(library::setByPerson(db(), u"movies"_s, movie, u"tagline"_s, u"There's no place"_s, u"ann"_s)));
        got(library::decide(db(), {.item = other, .verdict = Verdict::Rejected, .judge = Judge::Person}));
        QCOMPARE(count(u"movies"_s), 1);
    }

    void anotherChoiceIsAnotherMovie()
    {
        const ItemId id = recordedOz();
        Decision choice = accepted(Verdict::Accepted, u"The Wiz (film)"_s, u"Q5"_s);
        choice.item = id;
        choice.judge = Judge::Person;
        const auto wiz = got(library::decide(db(), choice));
        QCOMPARE(count(u"movies"_s), 0);
        Movie movie{.wikidataId = u"Q5"_s, .article = u"The Wiz (film)"_s};
        const DecisionId older{1};
        QVERIFY(done(library::record(db(), {{.item = id, .movie = oz(), .decision = older}}))); // answered too late
        QCOMPARE(count(u"movies"_s), 0);
        QVERIFY(done(library::record(db(), {{.item = id, .movie = movie, .decision = wiz}})));
        QCOMPARE(value(u"SELECT article FROM movies WHERE movie_id > ?"_s), QVariant(u"The Wiz (film)"_s));
    }

    void aBatchIsWrittenWholeOrNotAtAll()
    {
        const ItemId good = added(item(u"a"_s, u"Oz"_s));
        QVERIFY(done(db().run(u"DROP TABLE unread_values"_s)));
        Movie last = oz(); // what it cannot keep is written last
        last.unread = {{.column = u"gross"_s, .text = u"a lot"_s, .source = {}}};
        QVERIFY(!library::record(db(), {{.item = good, .movie = last}}));
        QVERIFY(!got(library::movieOf(db(), good)));
        QCOMPARE(value(u"SELECT COUNT(*) FROM movies WHERE movie_id > ?"_s).toInt(), 0);
        QCOMPARE(value(u"SELECT COUNT(*) FROM actors WHERE actor_id > ?"_s).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPersons)
#include "tst_persons.moc"
