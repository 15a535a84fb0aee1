#include "librarystore.h"

using namespace Qt::Literals;
using namespace films;

class TestRecording : public LibraryStore
{
    Q_OBJECT

private slots:
    void aMovieFillsTheTables()
    {
        const ItemId id = recordedOz();
        const MovieId movie = *got(library::movieOf(db(), id));
        QCOMPARE(*got(library::movieByWikidataId(db(), u"Q193695"_s)), movie);
        const auto shown = got(table::shown(db(), {.table = u"movies"_s}, 0, 9));
        QHash<QString, QString> row;
        for (qsizetype i = 0; i < shown.headers.size(); ++i)
            row.insert(shown.headers[i], shown.rows[0][i].toString());
        QCOMPARE(row[u"title"_s], u"The Wizard of Oz"_s);
        QCOMPARE(row[u"release_date"_s], u"1939-08-25"_s);
        QCOMPARE(row[u"runtime"_s], u"102"_s);
        QCOMPARE(row[u"budget"_s].toDouble(), 2'800'000.0);
        QCOMPARE(row[u"budget_currency"_s], u"USD"_s);
        QCOMPARE(row[u"rating"_s].toDouble(), 8.1);
        QCOMPARE(row[u"rating_count"_s], u"436000"_s);
        QCOMPARE(row[u"director"_s], u"Victor Fleming"_s);
        QCOMPARE(row[u"distributor"_s], u"Loew's, Inc."_s);
        QCOMPARE(count(u"movie_directors"_s), 2);
        QCOMPARE(count(u"movie_genres"_s), 2);
        QCOMPARE(count(u"ratings"_s), 2);
        const auto cast = got(table::rows(db(), {.table = u"cast"_s}, 0, 9));
        QCOMPARE(cast.size(), 2);
        QCOMPARE(cast[0][3], QVariant(u"Dorothy Gale"_s));
        QCOMPARE(cast[1][3], QVariant(u""_s)); // unknown, and NOT NULL
        QCOMPARE(tally(), (Tally{.listed = 1, .byMachine = 1, .recorded = 1, .isNew = 1}));
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 0);
    }

    void everyValueKeepsItsSource()
    {
        const MovieId movie = *got(library::movieOf(db(), recordedOz()));
        const auto sources = got(library::sources(db(), u"movies"_s, movie.value));
        QVERIFY(sources[u"runtime"_s] == oz().runtime->source);
        QVERIFY(sources[u"release_date"_s] == oz().released->source);
        QVERIFY(sources[u"director_id"_s] == oz().directors[0].source);
        QCOMPARE(sources[u"rating_count"_s].name, u"P444"_s);
        QCOMPARE(value(u"SELECT original FROM field_sources WHERE row_id > ? AND column_name = 'budget'"_s),
                 QVariant(u"$2.8 million"_s));
        QCOMPARE(value(u"SELECT original FROM field_sources WHERE row_id > ? AND original = '98%'"_s),
                 QVariant(u"98%"_s));
        QCOMPARE(count(u"sources"_s), 2); // one a page, whatever the number of values
    }

    void detailsOfPeopleComeFromTheirLabels()
    {
        const Label label{.id = u"Q317567"_s,
                          .name = u"Victor Fleming"_s,
                          .description = u"American film director"_s,
                          .born = QDate(1889, 2, 23)};
        QVERIFY(done(library::keepLabels(db(), {label.id}, {{label.id, label}})));
        Movie movie = oz();
        movie.directors[0].value.born = label.born;
        movie.directors[0].value.description = u"A director"_s; // of another day
        const ItemId id = decided(item(u"tm1"_s, u"Oz"_s), u"The Wizard of Oz"_s, u"Q193695"_s);
        QVERIFY(done(library::record(db(), {{.item = id, .movie = movie}})));
        const auto sourcesOf = [&](const QString &table, const QString &key, const QString &name) {
            return got(library::sources(
                db(), table, value(u"SELECT %1 FROM %2 WHERE name = ?"_s.arg(key, table), {name}).toLongLong()));
        };
        const auto sources = sourcesOf(u"directors"_s, u"director_id"_s, u"Victor Fleming"_s);
        QCOMPARE(QSet<QString>(sources.keyBegin(), sources.keyEnd()),
                 QSet<QString>({u"wikidata_id"_s, u"name"_s, u"dob"_s}));
        QCOMPARE(sources[u"dob"_s].kind, Source::Kind::Wikidata);
        QCOMPARE(sources[u"dob"_s].name, u"P569"_s);
        QCOMPARE(sources[u"dob"_s].url, wikidata(u"Q317567"_s, {}).url);
        QCOMPARE_LT(sources[u"dob"_s].at.secsTo(QDateTime::currentDateTimeUtc()), 60);
        QCOMPARE(sourcesOf(u"writers"_s, u"writer_id"_s, u"Noel Langley"_s).keys(), QStringList{u"name"_s}); // no id
    }

    void aMovieMetAgainIsUpdatedNotDoubled()
    {
        const ItemId id = recordedOz();
        const QVariant castKey = value(u"SELECT cast_id FROM \"cast\" WHERE role = 'Dorothy Gale' AND cast_id > ?"_s);
        const QVariant touched = value(u"SELECT updated_at FROM movies WHERE movie_id > ?"_s);
        QVERIFY(done(library::record(db(), {{.item = id, .movie = oz()}})));
        for (const QString &table : {u"movies"_s, u"studios"_s, u"writers"_s})
            QCOMPARE(count(table), 1);
        for (const QString &table :
             {u"directors"_s, u"actors"_s, u"cast"_s, u"ratings"_s, u"genres"_s, u"movie_genres"_s})
            QCOMPARE(count(table), 2);
        QCOMPARE(value(u"SELECT updated_at FROM movies WHERE movie_id > ?"_s), touched); // nothing has changed

        Movie newer = oz();
        newer.runtime->value = 101;
        newer.plot = fact(u"A storm."_s, article(u"The_Wizard_of_Oz"_s, u"plot"_s));
        newer.language.reset(); // no longer known
        newer.cast[0].value.role = u"Dorothy"_s;
        newer.cast[1] = fact(CastMember{.actor = person(u"Ray Bolger"_s), .role = u"Scarecrow"_s, .billing = 2},
                             newer.cast[1].source);
        newer.directors.removeLast();
        newer.ratings.removeLast();
        QVERIFY(done(library::record(db(), {{.item = id, .movie = newer}})));
        QCOMPARE(value(u"SELECT runtime FROM movies WHERE movie_id > ?"_s).toInt(), 101);
        QVERIFY(value(u"SELECT language FROM movies WHERE movie_id > ?"_s).isNull());
        QVERIFY(value(u"SELECT updated_at FROM movies WHERE movie_id > ?"_s) != touched);
        QCOMPARE(value(u"SELECT cast_id FROM \"cast\" WHERE role = 'Dorothy' AND cast_id > ?"_s), castKey);
        QCOMPARE(count(u"cast"_s), 2);
        QCOMPARE(count(u"movie_directors"_s), 1);
        QCOMPARE(count(u"ratings"_s), 1);
        QCOMPARE(count(u"actors"_s), 3); // people stay
        QVERIFY(!got(library::sources(db(), u"movies"_s, 1)).contains(u"language"_s));
    }

    void aYearIsNotAFirstOfJanuary()
    {
        Movie movie = oz();
        movie.released = fact(PartialDate{.year = 1939, .month = 8}, wikidata(u"Q193695"_s, u"P577"_s));
        movie.boxOffice = fact(Money{.amount = 900'000'000, .upper = 950'000'000, .currency = u"INR"_s},
                               wikidata(u"Q193695"_s, u"P2142"_s));
        movie.budget->value.amount = 1e20; // more than the column holds
        movie.unread = {{.column = u"gross"_s, .text = u"a lot"_s, .source = wikidata(u"Q193695"_s, u"P2142"_s)}};
        const ItemId id = added(item(u"a"_s, u"Oz"_s));
        QVERIFY(done(library::record(db(), {{.item = id, .movie = movie}})));
        QVERIFY(value(u"SELECT release_date FROM movies WHERE movie_id > ?"_s).isNull());
        const auto original = [&](const QString &column) {
            return value(u"SELECT original FROM field_sources WHERE table_name = 'movies' AND column_name = ?"_s,
                         {column})
                .toString();
        };
        QCOMPARE(original(u"release_date"_s), u"1939-08"_s);
        QCOMPARE(original(u"box_office"_s), u"INR 900000000-950000000"_s);
        QCOMPARE(value(u"SELECT box_office FROM movies WHERE movie_id > ?"_s).toDouble(), 9e8);
        QCOMPARE(value(u"SELECT box_office_currency FROM movies WHERE movie_id > ?"_s), QVariant(u"INR"_s));
        QVERIFY(value(u"SELECT budget FROM movies WHERE movie_id > ?"_s).isNull());
        QCOMPARE(original(u"budget"_s), u"$2.8 million"_s);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(count(u"unread_values"_s), 1);
            QVERIFY(done(library::record(db(), {{.item = id, .movie = movie}})));
        }
    }

    void longTextsAreKeptWhole()
    {
        Movie movie = oz();
        movie.title->value = u"A"_s.repeated(5000);
        movie.language->value = u"English, Mandarin, "_s.repeated(50);
        movie.ageRating = fact(u"Suitable for persons of 15 years and over"_s, wikidata(u"Q193695"_s, u"P1657"_s));
        movie.cast[0].value.role = u"Dorothy "_s.repeated(100);
        QVERIFY(done(library::record(db(), {{.item = added(item(u"a"_s, u"Oz"_s)), .movie = movie}})));
        QCOMPARE(value(u"SELECT LENGTH(title) FROM movies WHERE movie_id > ?"_s).toInt(), 5000);
        QCOMPARE(value(u"SELECT LENGTH(language) FROM movies WHERE movie_id > ?"_s).toInt(), 950);
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
