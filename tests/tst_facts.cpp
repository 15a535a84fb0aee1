#include "facts/facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals;

namespace {

const QDateTime At(QDate(2026, 11, 3), QTime(12, 0), QTimeZone::UTC);

Statement says(const SnakValue &value, const QHash<QString, QList<SnakValue>> &qualifiers = {})
{
    return {.value = value, .qualifiers = qualifiers};
}
SnakValue item(const QString &id)
{
    return ItemLink{id};
}
SnakValue text(const QString &value)
{
    return value;
}
SnakValue day(int year, int month, int date)
{
    return WikiTime{.year = year, .month = month, .day = date, .precision = WikiTime::Precision::Day};
}

InfoboxField field(const QStringList &texts)
{
    InfoboxField field;
    for (const QString &text : texts)
        field.lines.append({.text = text, .link = {}});
    return field;
}

/// A film of 1939 as JustWatch's answer has it.
Item galleryItem()
{
    const QByteArray node = R"({"content": {"title": "Oz", "runtime": 103, "shortDescription": "A storm.",
        "originalReleaseDate": "1939-08-25", "ageCertification": "PG",
        "scoring": {"imdbScore": 8.1, "imdbVotes": 430000, "tmdbScore": 7, "tomatoMeter": 98},
        "genres": [{"shortName": "fnt", "technicalName": "fantasy"}, {"translation": "Science-Fiction"}],
        "clips": [{"provider": "DAILYMOTION", "externalId": "x"}, {"provider": "YOUTUBE", "externalId": "a_b-c"}],
        "credits": [{"role": "DIRECTOR", "name": "Victor Fleming"},
                    {"role": "ACTOR", "name": "Ray Bolger", "characterName": "Hunk\n/ Scarecrow"},
                    {"role": "ACTOR", "name": "Judy  Garland", "characterName": null},
                    {"role": "ACTOR", "name": "Ray Bolger", "characterName": "Again"},
                    {"role": "ACTOR", "name": "Toto", "characterName": "Himself"}]}})";
    return {.source = u"justwatch"_s,
            .key = u"tm1"_s,
            .title = u"Oz"_s,
            .year = 1939,
            .runtime = 103,
            .imdbId = u"tt0032138"_s,
            .countries = {u"US"_s, u"GB"_s, u"XX"_s},
            .url = QUrl(u"https://www.justwatch.com/us/movie/oz"_s),
            .crawledAt = At,
            .node = node};
}

Labels labels()
{
    Labels all;
    const auto add = [&](const QString &id, const QString &name) { all.insert(id, {.id = id, .name = name}); };
    add(u"Q1"_s, u"Victor Fleming"_s);
    add(u"Q2"_s, u"Judy Garland"_s);
    add(u"Q3"_s, u"Dorothy Gale"_s);
    add(u"Q4"_s, u"fantasy film"_s);
    add(u"Q5"_s, u"science fiction film"_s);
    add(u"Q6"_s, u"United States of America"_s);
    add(u"Q7"_s, u"Metro-Goldwyn-Mayer"_s);
    add(u"Q8"_s, u"Frances Gumm"_s);
    add(u"Q9"_s, u"Noel Langley"_s);
    add(u"Q10"_s, u"Loew's, Inc."_s);
    add(u"Q11"_s, u"English"_s);
    add(u"Q12"_s, u"American English"_s);
    all[u"Q2"_s].born = QDate(1922, 6, 10);
    all[u"Q2"_s].nationality = u"United States"_s;
    all[u"Q7"_s].founded = QDate(1924, 4, 17);
    return all;
}

Entity entity()
{
    Entity film{.id = u"Q193695"_s, .label = u"The Wizard of Oz"_s, .article = u"The Wizard of Oz (1939 film)"_s};
    film.claims = {
        {u"P57"_s, {says(item(u"Q1"_s)), says(item(u"Q999"_s))}},
        {u"P58"_s, {says(item(u"Q9"_s)), says({})}},
        {u"P161"_s,
         {says(item(u"Q8"_s), {{u"P1545"_s, {text(u"2"_s)}}}),
          says(item(u"Q2"_s), {{u"P1545"_s, {text(u"1"_s)}}, {u"P453"_s, {item(u"Q3"_s)}}}), says({})}},
        {u"P725"_s, {says(item(u"Q2"_s), {{u"P4633"_s, {text(u"Voice"_s)}}})}},
        {u"P136"_s, {says(item(u"Q4"_s)), says(item(u"Q5"_s))}},
        {u"P495"_s, {says(item(u"Q6"_s))}},
        {u"P364"_s, {says(item(u"Q11"_s))}},
        {u"P407"_s, {says(item(u"Q12"_s))}},
        {u"P272"_s, {says(item(u"Q7"_s))}},
        {u"P750"_s, {says(item(u"Q10"_s))}},
        {u"P577"_s,
         {says(day(1949, 6, 1)), says(day(1939, 8, 10)),
          says(WikiTime{.year = 1940, .precision = WikiTime::Precision::Year})}},
        {u"P2047"_s, {says(Quantity{6120, u"Q11574"_s})}},
        {u"P2130"_s, {says(Quantity{2777000, u"Q4917"_s})}},
        {u"P2142"_s,
         {says(Quantity{3000000, u"Q4917"_s}, {{u"P3005"_s, {item(u"Q30"_s)}}}),
          says(Quantity{29700000, u"Q4917"_s}, {{u"P3005"_s, {item(u"Q13780930"_s)}}})}},
        {u"P444"_s,
         {says(text(u"9.4/10"_s), {{u"P447"_s, {item(u"Q105584"_s)}}, {u"P459"_s, {item(u"Q108403540"_s)}}}),
          says(text(u"97%"_s), {{u"P447"_s, {item(u"Q105584"_s)}}, {u"P7887"_s, {Quantity{170, {}}}}}),
          says(text(u"92/100"_s), {{u"P447"_s, {item(u"Q150248"_s)}}}),
          says(text(u"very good"_s), {{u"P447"_s, {item(u"Q150248"_s)}}})}},
        {u"P345"_s, {says(text(u"tt0032138"_s))}},
        {u"P4947"_s, {says(text(u"630"_s))}},
        {u"P856"_s, {says(text(u"javascript:alert(1)"_s)), says(text(u"https://example.org/oz"_s))}},
        {u"P1657"_s, {says(item(u"Q18665339"_s))}},
        {u"P1476"_s, {says(text(u"The Wizard of Oz"_s))}},
    };
    return film;
}

Article article()
{
    const QString title = u"The Wizard of Oz (1939 film)"_s;
    Article article{.page = {1}, .title = title, .url = pageOf(title), .revision = 7, .timestamp = At};
    article.infobox = {
        {u"director"_s, field({u"Victor Fleming"_s})},
        {u"writer"_s, field({u"Nobody"_s})},
        {u"screenplay"_s, field({u"Noel Langley"_s, u"Florence Ryerson"_s})},
        {u"starring"_s, field({u"Judy Garland"_s, u"Frank Morgan"_s, u"Ray Bolger (dancer)"_s})},
        {u"production_companies"_s, field({u"Metro-Goldwyn-Mayer"_s})},
        {u"distributor"_s, field({u"Loew's, Inc."_s})},
        {u"released"_s, field({u"1939-08-10 (Green Bay)"_s, u"1939-08-25 (United States)"_s})},
        {u"runtime"_s, field({u"101 minutes"_s})},
        {u"country"_s, field({u"USA"_s})},
        {u"language"_s, field({u"English"_s})},
        {u"budget"_s, field({u"about three million"_s})},
        {u"gross"_s, field({u"TBA"_s})},
    };
    article.cast = {{.text = u"Judy Garland as Dorothy Gale, a girl"_s, .link = {}},
                    {.text = u"Clara Blandick as Em"_s, .link = {}}};
    article.plot = u"A storm comes."_s;
    return article;
}

QStringList namesOf(const QList<Fact<Name>> &names)
{
    QStringList all;
    for (const Fact<Name> &name : names)
        all.append(name.value.name);
    return all;
}

QStringList castOf(const Movie &movie)
{
    QStringList all;
    for (const auto &member : movie.cast)
        all.append(
            u"%1 %2: %3"_s.arg(member.value.billing.value_or(0)).arg(member.value.actor.name, member.value.role));
    return all;
}

QStringList ratingsOf(const Movie &movie)
{
    QStringList all;
    for (const auto &rating : movie.ratings)
        all.append(u"%1 %2 (%3)"_s.arg(rating.value.source).arg(rating.value.score).arg(rating.value.original));
    return all;
}

QStringList unreadOf(const Movie &movie)
{
    QStringList all;
    for (const Unread &unread : movie.unread)
        all.append(unread.column + ": "_L1 + unread.text);
    return all;
}

}

class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void aGallerysAnswerIsRead()
    {
        const Movie movie = facts::fromItem(galleryItem());
        QCOMPARE(movie.title->value, u"Oz"_s);
        QCOMPARE(movie.title->source.kind, Source::Kind::Gallery);
        QCOMPARE(movie.title->source.at, At);
        QCOMPARE(movie.runtime->value, 103);
        QCOMPARE(movie.released->value, (PartialDate{1939, 8, 25}));
        QCOMPARE(movie.plot->value, u"A storm."_s);
        QCOMPARE(movie.ageRating->value, u"PG"_s);
        QCOMPARE(movie.country->value, u"United States, United Kingdom"_s);
        QCOMPARE(movie.trailerUrl->value, QUrl(u"https://www.youtube.com/watch?v=a_b-c"_s));
        QCOMPARE(namesOf(movie.directors), QStringList{u"Victor Fleming"_s});
        QCOMPARE(castOf(movie),
                 (QStringList{u"1 Ray Bolger: Hunk / Scarecrow"_s, u"2 Judy Garland: "_s, u"3 Toto: Himself"_s}));
        QCOMPARE(movie.genres.size(), 2);
        QCOMPARE(movie.genres[1].value, u"Science fiction"_s);
        QCOMPARE(ratingsOf(movie),
                 (QStringList{u"IMDb 8.1 (8.1/10)"_s, u"TMDB 7 (7/10)"_s, u"Rotten Tomatoes 9.8 (98%)"_s}));
        QCOMPARE(movie.ratings.first().value.votes, 430000);
    }

    void anItemOfAFileIsRead()
    {
        const Item item{
            .title = u"Oz"_s, .year = 1939, .runtime = 0, .directors = {u"A"_s, u"A "_s}, .cast = {u"B"_s, u"C"_s}};
        const Movie movie = facts::fromItem(item);
        QCOMPARE(movie.released->value, (PartialDate{1939, 0, 0}));
        QVERIFY(!movie.runtime);
        QCOMPARE(namesOf(movie.directors), QStringList{u"A"_s});
        QCOMPARE(castOf(movie), (QStringList{u"1 B: "_s, u"2 C: "_s}));
        QVERIFY(movie.ratings.isEmpty());
    }

    void ofSeveralOriginalTitlesNoneIsTaken()
    {
        QCOMPARE(facts::fromItem({.originalTitle = u"Ran"_s}).originalTitle->value, u"Ran"_s);
        QVERIFY(!facts::fromItem({.originalTitle = u"Ran|乱"_s}).originalTitle);
    }

    void anOddAnswerIsNoHarm()
    {
        Item item{.title = u"Oz"_s};
        item.node = R"({"content": {"scoring": 3, "credits": [1, {"role": "ACTOR"}], "genres": [null, {}],
            "clips": "x", "originalReleaseDate": 1939, "shortDescription": null}})";
        const Movie movie = facts::fromItem(item);
        QVERIFY(movie.cast.isEmpty());
        QVERIFY(movie.genres.isEmpty());
        QVERIFY(!movie.released);
    }

    void anEntityIsRead()
    {
        const Movie movie = facts::fromEntity(entity(), labels(), At);
        QCOMPARE(movie.wikidataId, u"Q193695"_s);
        QCOMPARE(movie.released->value, (PartialDate{1939, 8, 10}));
        QCOMPARE(movie.runtime->value, 102);
        QCOMPARE(movie.budget->value, (Money{.amount = 2777000, .upper = 2777000, .currency = u"USD"_s}));
        QCOMPARE(movie.boxOffice->value.amount, 29700000.0);
        QCOMPARE(movie.country->value, u"United States"_s);
        QCOMPARE(movie.country->original, u"United States of America"_s);
        QCOMPARE(movie.ageRating->value, u"PG-13"_s);
        QCOMPARE(movie.studios.first().value.born, QDate(1924, 4, 17));
        QCOMPARE(movie.genres[1].value, u"Science fiction"_s);
        QCOMPARE(castOf(movie), (QStringList{u"1 Judy Garland: Dorothy Gale"_s, u"2 Frances Gumm: "_s}));
        QCOMPARE(ratingsOf(movie), (QStringList{u"Rotten Tomatoes 9.7 (97%)"_s, u"Metacritic 9.2 (92/100)"_s}));
        QCOMPARE(movie.ratings.first().value.votes, 170);
        QCOMPARE(movie.homepage->value, QUrl(u"https://example.org/oz"_s));
        QCOMPARE(namesOf(movie.writers), QStringList{u"Noel Langley"_s});
        QCOMPARE(movie.writers.first().source.name, u"P58"_s);
        QCOMPARE(namesOf(movie.distributors), QStringList{u"Loew's, Inc."_s});
        QCOMPARE(movie.distributors.first().value.wikidataId, u"Q10"_s);
        QCOMPARE(movie.imdbId->value, u"tt0032138"_s);
        QCOMPARE(movie.tmdbId->value, u"630"_s);
        QCOMPARE(movie.tmdbId->source.name, u"P4947"_s);
    }

    void theOriginalLanguageComesBeforeTheWorks()
    {
        Entity film = entity();
        const Movie original = facts::fromEntity(film, labels(), At);
        QCOMPARE(original.language->value, u"English"_s);
        QCOMPARE(original.language->source.name, u"P364"_s);
        film.claims.remove(u"P364"_s);
        const Movie any = facts::fromEntity(film, labels(), At);
        QCOMPARE(any.language->value, u"American English"_s);
        QCOMPARE(any.language->source.name, u"P407"_s);
    }

    void anIdIsNoName()
    {
        const Movie movie = facts::fromEntity(entity(), labels(), At);
        QCOMPARE(namesOf(movie.directors), QStringList{u"Victor Fleming"_s});
        QCOMPARE(unreadOf(movie), (QStringList{u"directors: Q999"_s, u"rating: very good"_s}));
    }

    void aYearIsNotItsFirstDay()
    {
        Entity film{.id = u"Q1"_s};
        film.claims.insert(
            u"P577"_s, {says(WikiTime{.year = 1931, .month = 1, .day = 1, .precision = WikiTime::Precision::Year})});
        QCOMPARE(facts::fromEntity(film, {}, At).released->value, (PartialDate{1931, 0, 0}));
    }

    void theEarliestReleaseCounts_data()
    {
        QTest::addColumn<QList<SnakValue>>("dates");
        QTest::addColumn<PartialDate>("released");
        const SnakValue year = WikiTime{.year = 1939, .precision = WikiTime::Precision::Year};
        const SnakValue month = WikiTime{.year = 1939, .month = 8, .precision = WikiTime::Precision::Month};
        QTest::addRow("a day before") << QList{day(1939, 8, 25), day(1939, 8, 10)} << PartialDate{1939, 8, 10};
        QTest::addRow("a year before") << QList{day(1940, 1, 1), year} << PartialDate{1939, 0, 0};
        QTest::addRow("its year as well") << QList{year, day(1939, 8, 10)} << PartialDate{1939, 8, 10};
        QTest::addRow("its month as well") << QList{month, day(1939, 8, 10), year} << PartialDate{1939, 8, 10};
        QTest::addRow("a month before") << QList{day(1939, 9, 1), month} << PartialDate{1939, 8, 0};
    }
    void theEarliestReleaseCounts()
    {
        QFETCH(QList<SnakValue>, dates);
        Entity film{.id = u"Q1"_s};
        for (const SnakValue &date : dates)
            film.claims[u"P577"_s].append(says(date));
        QTEST(facts::fromEntity(film, {}, At).released->value, "released");
    }

    void severalLengthsAreNotGuessed()
    {
        Entity film{.id = u"Q1"_s};
        film.claims.insert(u"P2047"_s, {says(Quantity{112, u"Q7727"_s}), says(Quantity{116, u"Q7727"_s})});
        const Movie movie = facts::fromEntity(film, {}, At);
        QVERIFY(!movie.runtime);
        QCOMPARE(unreadOf(movie), QStringList{u"runtime: 112 Q7727, 116 Q7727"_s});
    }

    void anAmountsBoundsAreARange_data()
    {
        QTest::addColumn<Quantity>("quantity");
        QTest::addColumn<Money>("money");
        QTest::addColumn<QString>("original");
        const auto dollars = [](double amount, std::optional<double> lower, std::optional<double> upper) {
            return Quantity{.amount = amount, .unit = u"Q4917"_s, .lower = lower, .upper = upper};
        };
        const auto money
            = [](double amount, double upper) { return Money{.amount = amount, .upper = upper, .currency = u"USD"_s}; };
        QTest::addRow("none") << dollars(5e6, {}, {}) << money(5e6, 5e6) << u"5000000 Q4917"_s;
        QTest::addRow("a range") << dollars(5e6, 4e6, 6e6) << money(4e6, 6e6) << u"4000000–6000000 Q4917"_s;
        QTest::addRow("the same") << dollars(5e6, 5e6, 5e6) << money(5e6, 5e6) << u"5000000 Q4917"_s;
        QTest::addRow("one more or less") << dollars(5e6, 5e6 - 1, 5e6 + 1) << money(5e6, 5e6) << u"5000000 Q4917"_s;
        QTest::addRow("only one") << dollars(5e6, 4e6, {}) << money(5e6, 5e6) << u"5000000 Q4917"_s;
        QTest::addRow("below nothing") << dollars(5e6, -1e6, 6e6) << money(5e6, 5e6) << u"5000000 Q4917"_s;
    }
    void anAmountsBoundsAreARange()
    {
        QFETCH(Quantity, quantity);
        Entity film{.id = u"Q1"_s};
        film.claims.insert(u"P2130"_s, {says(quantity)});
        const Movie movie = facts::fromEntity(film, {}, At);
        QTEST(movie.budget->value, "money");
        QTEST(movie.budget->original, "original");
        QVERIFY(movie.unread.isEmpty());
    }

    void anUnknownCurrencyIsNoted()
    {
        Entity film{.id = u"Q1"_s};
        film.claims.insert(u"P2142"_s, {says(Quantity{700, u"Q999999"_s})});
        film.claims.insert(u"P2130"_s, {says(Quantity{900, {}})}); // says none
        const Movie movie = facts::fromEntity(film, {}, At);
        QCOMPARE(movie.boxOffice->value, (Money{.amount = 700, .upper = 700}));
        QCOMPARE(movie.budget->value, (Money{.amount = 900, .upper = 900}));
        QCOMPARE(unreadOf(movie), QStringList{u"box_office: 700 Q999999"_s});
        QCOMPARE(movie.unread.first().source.name, u"P2142"_s);
    }

    void anArticleIsRead()
    {
        const Movie movie = facts::fromArticle(article());
        QCOMPARE(movie.title->value, u"The Wizard of Oz"_s);
        QCOMPARE(movie.runtime->value, 101);
        QCOMPARE(movie.runtime->source.name, u"Infobox film: runtime"_s);
        QCOMPARE(movie.runtime->source.revision, 7);
        QCOMPARE(movie.runtime->source.url.toString(QUrl::FullyEncoded),
                 u"https://en.wikipedia.org/wiki/The_Wizard_of_Oz_(1939_film)"_s);
        QCOMPARE(movie.released->value, (PartialDate{1939, 8, 25}));
        QCOMPARE(movie.country->value, u"United States"_s);
        QCOMPARE(namesOf(movie.writers), (QStringList{u"Noel Langley"_s, u"Florence Ryerson"_s}));
        QCOMPARE(castOf(movie),
                 (QStringList{u"1 Judy Garland: Dorothy Gale"_s, u"2 Frank Morgan: "_s, u"3 Ray Bolger: "_s,
                              u"4 Clara Blandick: Em"_s}));
        QCOMPARE(unreadOf(movie), QStringList{u"budget: about three million"_s}); // "TBA" says nothing
    }

    void rolesMayStandFirst()
    {
        Article film{.title = u"A"_s};
        film.infobox.insert(u"starring"_s, field({u"Ann Bo"_s}));
        film.cast = {{.text = u"Eve – Ann Bo"_s, .link = {}},
                     {.text = u"Adam – Cy Di"_s, .link = {}},
                     {.text = u"Others"_s, .link = {}}};
        QCOMPARE(castOf(facts::fromArticle(film)), (QStringList{u"1 Ann Bo: Eve"_s, u"2 Cy Di: Adam"_s}));
    }

    void rupeesAreTheCountrys()
    {
        Article film{.title = u"A"_s};
        film.infobox = {{u"gross"_s, field({u"Rs2.42 crore"_s})}, {u"country"_s, field({u"Pakistan"_s})}};
        QCOMPARE(facts::fromArticle(film).boxOffice->value.currency, u"PKR"_s);
        film.infobox[u"country"_s] = field({u"India"_s});
        QCOMPARE(facts::fromArticle(film).boxOffice->value.currency, u"INR"_s);
        film.infobox.remove(u"country"_s);
        QCOMPARE(facts::fromArticle(film).boxOffice->value.currency, QString());
    }

    void sidesAreMergedColumnByColumn()
    {
        const Movie movie = facts::merge(
            {.item = galleryItem(), .entity = entity(), .article = article(), .labels = labels(), .entityAt = At});
        QCOMPARE(movie.title->source.kind, Source::Kind::Wikipedia);
        QCOMPARE(movie.runtime->value, 101);
        QCOMPARE(movie.released->value, (PartialDate{1939, 8, 25}));
        QCOMPARE(movie.budget->source.kind, Source::Kind::Wikidata); // the article's cannot be read
        QCOMPARE(movie.ageRating->value, u"PG"_s);
        QCOMPARE(movie.directors.first().source.kind, Source::Kind::Wikipedia);
        QCOMPARE(movie.directors.first().value.wikidataId, u"Q1"_s);
        QCOMPARE(movie.studios.first().value.wikidataId, u"Q7"_s);
        QCOMPARE(movie.genres.first().source.kind, Source::Kind::Gallery);
        QCOMPARE(
            castOf(movie),
            (QStringList{u"1 Judy Garland: Dorothy Gale"_s, u"2 Frank Morgan: "_s, u"3 Ray Bolger: Hunk / Scarecrow"_s,
                         u"4 Clara Blandick: Em"_s, u"5 Toto: Himself"_s, u"0 Frances Gumm: "_s}));
        QCOMPARE(movie.cast.first().value.actor.born, QDate(1922, 6, 10));
        QCOMPARE(movie.rating->value.source, u"IMDb"_s);
        QCOMPARE(ratingsOf(movie),
                 (QStringList{u"IMDb 8.1 (8.1/10)"_s, u"TMDB 7 (7/10)"_s, u"Rotten Tomatoes 9.8 (98%)"_s,
                              u"Metacritic 9.2 (92/100)"_s}));
        QCOMPARE(unreadOf(movie),
                 (QStringList{u"directors: Q999"_s, u"rating: very good"_s, u"budget: about three million"_s}));
    }

    void aSideMayBeMissing()
    {
        const Movie movie = facts::merge({.item = galleryItem()});
        QCOMPARE(movie.title->value, u"Oz"_s);
        QCOMPARE(castOf(movie).size(), 3);
        QVERIFY(movie.wikidataId.isEmpty());
        QVERIFY(movie.article.isEmpty());
        QCOMPARE(movie.imdbId->value, u"tt0032138"_s);
    }

    void aLinkTellsWhoItIs()
    {
        Article film{.title = u"A"_s};
        film.infobox.insert(u"starring"_s,
                            {.wikitext = {},
                             .lines = {{.text = u"Judy G."_s, .link = u"Judy Garland"_s},
                                       {.text = u"Rosemary Lane"_s, .link = u"Lane Sisters"_s},
                                       {.text = u"Lola Lane"_s, .link = u"Lane Sisters"_s}}});
        const Movie movie = facts::merge(
            {.item = {.title = u"A"_s}, .entity = entity(), .article = film, .labels = labels(), .entityAt = At});
        QCOMPARE(movie.cast.first().value.actor.wikidataId, u"Q2"_s);
        QCOMPARE(castOf(movie).mid(1),
                 (QStringList{u"2 Rosemary Lane: "_s, u"3 Lola Lane: "_s, u"0 Frances Gumm: "_s}));
    }

    void twoOfOneNameStayTwo()
    {
        Labels two = labels();
        two[u"Q8"_s].name = u"Judy Garland"_s;
        const Movie movie = facts::merge(
            {.item = {.title = u"A"_s}, .entity = entity(), .article = {}, .labels = two, .entityAt = At});
        QCOMPARE(movie.cast.size(), 2);
        QVERIFY(movie.cast[0].value.actor.wikidataId != movie.cast[1].value.actor.wikidataId);
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
