#include "librarystore.h"

using namespace Qt::Literals;
using namespace films;

class TestKept : public LibraryStore
{
    Q_OBJECT

private slots:
    void storedAnswersLastForTheirTime()
    {
        const auto now = QDateTime::currentDateTimeUtc();
        library::StoredAnswer answer{.key = QByteArray::fromHex("00ff10"),
                                     .url = u"https://www.wikidata.org/w/api.php"_s,
                                     .status = 200,
                                     .contentType = "application/json",
                                     .body = Packed(QByteArray("\0binary\xff", 8)),
                                     .at = noon(),
                                     .until = now.addSecs(60)};
        QVERIFY(!got(library::answer(db(), answer.key)));
        QVERIFY(done(library::keepAnswer(db(), answer)));
        const auto kept = *got(library::answer(db(), answer.key));
        QCOMPARE(kept.body.bytes(), QByteArray("\0binary\xff", 8));
        QCOMPARE(kept.contentType, answer.contentType);
        QCOMPARE(kept.at, answer.at);
        answer.until = now.addSecs(-1);
        QVERIFY(done(library::keepAnswer(db(), answer)));
        QVERIFY(!got(library::answer(db(), answer.key)));
        answer.key = "other";
        QVERIFY(done(library::keepAnswer(db(), answer)));
        QCOMPARE(value(u"SELECT COUNT(*) FROM responses WHERE status > ?"_s).toInt(), 1); // the expired one is gone
    }

    void whatCannotBeUnpackedIsNotTakenForNothing()
    {
        QVERIFY(!Packed("").bytes().isNull());
        QCOMPARE(Packed("").bytes(), QByteArray(""));
        const QByteArray row = Packed(QByteArray(1000, 'x')).forRow();
        QCOMPARE(Packed::ofRow(row).bytes(), QByteArray(1000, 'x'));
        for (const QByteArray &damaged : {QByteArray(), QByteArray("no frame"), row.first(row.size() - 1)})
            QVERIFY(Packed::ofRow(damaged).bytes().isNull());
    }

    void labelsAreAskedForOnce()
    {
        const Label label{.id = u"Q1"_s,
                          .name = u"Ann"_s,
                          .description = u"actor"_s,
                          .born = QDate(1950, 1, 2),
                          .founded = {},
                          .nationality = u"Italy"_s};
        QCOMPARE(got(library::labels(db(), {u"Q1"_s, u"Q2"_s, u"Q1"_s})).missing, QStringList({u"Q1"_s, u"Q2"_s}));
        QVERIFY(done(library::keepLabels(db(), {u"Q1"_s, u"Q2"_s}, {{u"Q1"_s, label}})));
        QCOMPARE(got(library::labels(db(), {u"Q1"_s, u"Q2"_s})).missing, QStringList()); // Q2 has none
        QVERIFY(got(library::labels(db(), {u"Q1"_s, u"Q2"_s})).known == Labels({{u"Q1"_s, label}}));
        QVERIFY(done(db().run(u"UPDATE labels SET asked_at = '2020-01-01 00:00:00'"_s)));
        QCOMPARE(got(library::labels(db(), {u"Q1"_s, u"Q2"_s})).missing, QStringList{u"Q2"_s});
    }

    void articlesAndEntitiesAreReplaced()
    {
        const library::StoredArticle article{.page = {7},
                                             .title = u"Dune (1984 film)"_s,
                                             .revision = 99,
                                             .timestamp = noon(),
                                             .wikitext = Packed("{{Infobox film}}"),
                                             .at = noon()};
        auto redirect = article;
        redirect.title = u"Dune (Lynch film)"_s;
        QVERIFY(done(library::keepArticles(db(), {article, redirect})));
        auto newer = article;
        newer.revision = 100;
        QVERIFY(done(library::keepArticles(db(), {newer})));
        const auto kept = got(library::articles(db(), {article.title, u"Nothing"_s}));
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].revision, 100);
        QCOMPARE(kept[0].wikitext.bytes(), QByteArray("{{Infobox film}}"));
        QCOMPARE(kept[0].timestamp, article.timestamp);
        QStringList many;
        QList<library::StoredEntity> entities;
        for (int i = 0; i < 501; ++i)
            entities.append({.id = many.emplaceBack(u"Q%1"_s.arg(i)), .json = Packed("{}"), .at = noon()});
        QVERIFY(done(library::keepEntities(db(), entities)));
        QVERIFY(done(library::keepEntities(db(), entities)));
        QCOMPARE(got(library::entities(db(), many)).size(), 501);
        QCOMPARE(got(library::entities(db(), {})).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKept)
#include "tst_kept.moc"
