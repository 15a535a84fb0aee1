#include "jobs/beginnings.h"
#include "jobs/learning.h"
#include "localweb.h"
#include "wiki/beginnings.h"

#include <QTest>

using namespace Qt::Literals;

namespace {

void withDistractors(origin::World &world)
{
    origin::worlds::addMade(world, 40, 1);
    origin::worlds::addDistractors(world, 1);
}

}

/// What a person pastes or writes to find another candidate: checked, and weighed by what was learned.
class TestLookup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_web = std::make_unique<LocalWeb>(withDistractors);
        QVERIFY(m_web->crawl(MadeStream));
        const auto matches = m_web->ask([](Connection &c) { return library::matches(c, {}, 100); }).value();
        const auto found = std::ranges::find_if(matches, [](const Match &match) {
            return match.decision.article && match.item.imdbId && !match.decision.article->contains(u'\'');
        });
        QVERIFY(found != matches.end());
        m_match = *found;
        const auto &pages = m_web->local.world().pages;
        const auto novel = std::ranges::find_if(
            pages, [](const origin::Page &page) { return page.title.endsWith("novel)") && page.qid > 0; });
        QVERIFY(novel != pages.end());
        m_novel = *novel;
    }
    void cleanupTestCase() { m_web.reset(); }

    void whatIsPastedIsFound_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("address") << u"https://en.wikipedia.org/wiki/"_s + underscored();
        QTest::newRow("mobile address, encoded, with a fragment")
            << u"en.m.wikipedia.org/wiki/"_s + QString::fromLatin1(QUrl::toPercentEncoding(underscored())) + u"#Plot"_s;
        QTest::newRow("address of the index")
            << u"https://en.wikipedia.org/w/index.php?title="_s + underscored() + u"&action=history"_s;
        QTest::newRow("Wikidata id") << *m_match.decision.wikidataId;
        QTest::newRow("Wikidata address") << u"https://www.wikidata.org/wiki/"_s + *m_match.decision.wikidataId;
        QTest::newRow("IMDb id") << *m_match.item.imdbId;
        QTest::newRow("IMDb address") << u"https://www.imdb.com/title/%1/?ref_=fn"_s.arg(*m_match.item.imdbId);
    }
    void whatIsPastedIsFound()
    {
        QFETCH(const QString, pasted);
        const auto found = lookUp(pasted);
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().wikidataId, m_match.decision.wikidataId);
        QCOMPARE(found->first().film, true);
        QVERIFY(found->first().score > 0.5);
    }

    void whatIsNotThereOrNoFilmIsSaid_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("message");
        QTest::newRow("no article") << u"https://en.wikipedia.org/wiki/No_Such_Article_At_All"_s
                                    << u"There is no article “No Such Article At All” in the English Wikipedia."_s;
        QTest::newRow("no item") << u"Q999999999"_s << u"There is no Q999999999 at Wikidata."_s;
        QTest::newRow("no IMDb id") << u"tt99999999"_s << u"Wikidata knows nothing with the IMDb id tt99999999."_s;
        QTest::newRow("another language")
            << u"https://de.wikipedia.org/wiki/Dune"_s
            << u"Only the English Wikipedia is read, not “de”: paste the film's Wikidata id."_s;
        QTest::newRow("a novel") << u"Q%1"_s.arg(m_novel.qid) << u" is not a film, but: "_s;
        QTest::newRow("a novel's article")
            << u"https://en.wikipedia.org/wiki/"_s + QString::fromUtf8(m_novel.title).replace(u' ', u'_')
            << u" is not a film, but: "_s;
    }
    void whatIsNotThereOrNoFilmIsSaid()
    {
        QFETCH(const QString, pasted);
        QFETCH(const QString, message);
        const auto found = lookUp(pasted);
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(message), qPrintable(found.error().message));
    }

    void learnedWeightsWeighWhatIsLookedUpNext()
    {
        const double before = lookUp(*m_match.decision.wikidataId)->first().score;
        Weights strict = Weights::bundled();
        for (auto &curve : strict.curves) {
            for (auto &point : curve.points)
                point.weight -= 20;
        }
        const learning::Learned learned{.weights = strict, .titles = 20};
        QVERIFY(QCoro::waitFor(learning::use(*m_web->database, learned, u"ann"_s)));
        QVERIFY(lookUp(*m_match.decision.wikidataId)->first().score < before / 2);
        QVERIFY(QCoro::waitFor(learning::takeBack(*m_web->database)));
        QCOMPARE(lookUp(*m_match.decision.wikidataId)->first().score, before);
        QVERIFY(!QCoro::waitFor(learning::takeBack(*m_web->database)));
    }

    void articlesBeginInPlainText()
    {
        const QStringList titles{*m_match.decision.article, QString::fromUtf8(m_novel.title), u"No Such Article"_s};
        const auto found
            = QCoro::waitFor(beginnings::read(m_web->services(), m_match.item.gallery, titles, {})).value();
        QVERIFY(!found.value(titles[0]).isEmpty());
        QVERIFY(!found.value(titles[1]).isEmpty());
        QVERIFY(!found.value(titles[0]).contains(u"[["_s) && !found.value(titles[0]).contains(u"'''"_s));
        QVERIFY(found.contains(titles[2]) && found.value(titles[2]).isEmpty());
    }

    void beginningsAreCleaned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("empty brackets") << u"Dune ( ; ) is a film."_s << u"Dune is a film."_s;
        QTest::newRow("a lost pronunciation") << u"Amélie (; French: Amélie) is"_s << u"Amélie (French: Amélie) is"_s;
        QTest::newRow("notes") << u"It won.[1][note 2] Twice [citation needed] ."_s << u"It won. Twice."_s;
        QTest::newRow("lines") << u"One.\n\nTwo."_s << u"One. Two."_s;
    }
    void beginningsAreCleaned()
    {
        QFETCH(const QString, text);
        QTEST(wikipedia::cleanBeginning(text), "clean");
    }

private:
    QString underscored() const { return QString(*m_match.decision.article).replace(u' ', u'_'); }

    Result<QList<Candidate>> lookUp(const QString &words)
    {
        return QCoro::waitFor(crawling::lookUp(m_web->services(), m_match.item, words));
    }

    std::unique_ptr<LocalWeb> m_web;
    Match m_match; // that the machine has accepted
    origin::Page m_novel;
};

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"
