#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals;

/// Reviewing without a window: the command line's review and match --explain.
class TestReviewCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QCOMPARE(ask({u"crawl"_s, u"sample"_s}).code, 0);
    }

    void whatWaitsIsListed()
    {
        const Said list = ask({u"review"_s, u"--list"_s});
        QCOMPARE(list.code, 0);
        QVERIFY(list.out.contains(m_devil + u"\tDevil (2011)\t"_s));
        QVERIFY(list.out.contains(u"Too little speaks for the best one."_s));
        const auto json = QJsonDocument::fromJson(ask({u"review"_s, u"--list"_s, u"--json"_s}).out.toUtf8());
        QCOMPARE(json["to_review"_L1].toArray().size(), list.out.count(u'\n'));
    }

    void theEvidenceIsPrinted()
    {
        const Said why = ask({u"match"_s, u"--explain"_s, m_devil});
        QCOMPARE(why.code, 0);
        QVERIFY(why.out.startsWith(u"Devil (2011): "_s));
        QVERIFY(why.out.contains(u"Devil (2011 film)"_s));
        static const QRegularExpression year(u"year +100% +\\+\\d\\.\\d  2011  2011"_s);
        QVERIFY2(why.out.contains(year), qPrintable(why.out));
    }

    void aTitleIsAcceptedAndTakenBack()
    {
        const auto waiting = ask({u"review"_s, u"--list"_s}).out;
        const Said accepted = ask({u"review"_s, u"--accept"_s, m_devil, u"1"_s});
        QCOMPARE(accepted.code, 0);
        static const QRegularExpression said(u"^Devil \\(2011\\) → Devil \\(2010 film\\).*review --undo (\\d+)"_s);
        const auto undo = said.match(accepted.out + accepted.error);
        QVERIFY2(undo.hasMatch(), qPrintable(accepted.out + accepted.error));
        QVERIFY(!ask({u"review"_s, u"--list"_s}).out.contains(m_devil));
        QVERIFY(ask({u"review"_s, u"--history"_s, m_devil}).out.contains(u"accepted: Devil (2010 film)"_s));
        const Said undone = ask({u"review"_s, u"--undo"_s, undo.captured(1)});
        QCOMPARE(undone.code, 0);
        QVERIFY2(
            undone.out.startsWith(u"Devil (2011): decision %1 was taken back by decision "_s.arg(undo.captured(1))),
            qPrintable(undone.out));
        QVERIFY2(undone.out.endsWith(u"; now not reviewed.\n"_s), qPrintable(undone.out));
        QCOMPARE(ask({u"review"_s, u"--list"_s}).out, waiting);
    }

    void whatIsNotThereIsSaid()
    {
        const Said title = ask({u"review"_s, u"--accept"_s, u"tm0"_s, u"1"_s});
        QCOMPARE(title.code, 1);
        QVERIFY(title.error.contains(u"There is no title with the key “tm0”."_s));
        const qsizetype candidates = ask({u"match"_s, u"--explain"_s, m_devil}).out.count(u"\n\n"_s);
        for (const QString &number : {u"0"_s, u"%1"_s.arg(candidates + 1), u"99"_s}) {
            const Said beyond = ask({u"review"_s, u"--accept"_s, m_devil, number});
            QCOMPARE(beyond.code, 1);
            const QString sentence = u"%1 has only %2 candidates."_s.arg(m_devil).arg(candidates);
            QVERIFY2(beyond.error.contains(sentence), qPrintable(beyond.error));
        }
        const Said film = ask({u"review"_s, u"--accept"_s, m_devil, u"1917"_s}); // asks for the article
        QVERIFY2(film.error.contains(u"The sample has no answer to this"_s), qPrintable(film.error));
        const Said decision = ask({u"review"_s, u"--undo"_s, u"9999"_s});
        QCOMPARE(decision.code, 1);
        QVERIFY(decision.error.contains(u"There is no such decision."_s));
    }

private:
    struct Said
    {
        int code = 0;
        QString out;
        QString error;
    };

    Said ask(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral(CLI_PROGRAM),
                      QStringList{u"--db"_s, m_folder.filePath(u"movies.sqlite"_s)} + arguments);
        if (!program.waitForFinished(60'000))
            return {.code = -1};
        const QString out = QString::fromUtf8(program.readAllStandardOutput());
        return {.code = program.exitCode(), .out = out, .error = QString::fromUtf8(program.readAllStandardError())};
    }

    const QString m_devil = u"tm1340499"_s; ///< a film of the sample that waits for a person
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReviewCommand)
#include "tst_reviewcommand.moc"
