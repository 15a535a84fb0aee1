#include "export/csv.h"

#include <QBuffer>
#include <QDate>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals;

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreQuotedWhereNeeded_data()
    {
        QTest::addColumn<QVariant>("cell");
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("plain") << QVariant(u"Heat"_s) << "Heat"_ba;
        QTest::newRow("NULL is nothing") << QVariant() << ""_ba;
        QTest::newRow("NULL of a type is nothing") << QVariant(QMetaType(QMetaType::QString)) << ""_ba;
        QTest::newRow("empty text is quotes") << QVariant(u""_s) << "\"\""_ba;
        QTest::newRow("comma") << QVariant(u"Men, The"_s) << "\"Men, The\""_ba;
        QTest::newRow("quote") << QVariant(u"\"Her\""_s) << "\"\"\"Her\"\"\""_ba;
        QTest::newRow("line") << QVariant(u"a\nb"_s) << "\"a\nb\""_ba;
        QTest::newRow("spaces at the ends") << QVariant(u" a"_s) << "\" a\""_ba;
        QTest::newRow("letters of the world") << QVariant(u"Amélie 七"_s) << "Amélie 七"_ba;
        QTest::newRow("whole number") << QVariant(1939) << "1939"_ba;
        QTest::newRow("large number in full") << QVariant(2'923'706'026.0) << "2923706026"_ba;
        QTest::newRow("fraction") << QVariant(7.8) << "7.8"_ba;
        QTest::newRow("date") << QVariant(QDate(1939, 8, 25)) << "1939-08-25"_ba;
        QTest::newRow("time") << QVariant(QDateTime({2025, 1, 2}, {3, 4, 5}, QTimeZone::UTC))
                              << "2025-01-02 03:04:05"_ba;
        QTest::newRow("bool") << QVariant(true) << "true"_ba;
    }
    void cellsAreQuotedWhereNeeded()
    {
        QFETCH(QVariant, cell);
        QFETCH(QByteArray, text);
        QCOMPARE(csv::line({cell}), text + "\r\n");
    }

    void linesEndWithCrLfAndHeadersComeFirst()
    {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY(csv::write(out, {u"title"_s, u"year"_s}, {{u"Dune"_s, 1984}, {u"Dune"_s, QVariant()}}));
        QCOMPARE(out.data(), "title,year\r\nDune,1984\r\nDune,\r\n"_ba);
    }

    void aFileThatCannotBeWrittenIsAnError()
    {
        QBuffer closed;
        closed.open(QIODevice::ReadOnly);
        const auto done = csv::write(closed, {u"title"_s}, {});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
