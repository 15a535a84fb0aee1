#include "facts/currency.h"
#include "facts/names.h"
#include "facts/values.h"

#include <QTest>

using namespace Qt::Literals;

namespace {

QList<InfoboxLine> lines(const QStringList &texts)
{
    QList<InfoboxLine> all;
    for (const QString &text : texts)
        all.append({.text = text, .link = {}});
    return all;
}

}

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void money_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("amount");
        QTest::addColumn<double>("upper");
        QTest::addColumn<QString>("currency");
        const auto row = [](const QString &text, double amount, const QString &currency, double upper = 0) {
            QTest::newRow(qPrintable(text)) << text << amount << (upper > 0 ? upper : amount) << currency;
        };
        row(u"$34 million"_s, 34e6, u"USD"_s);
        row(u"$34 [3] [4] million"_s, 34e6, u"USD"_s);
        row(u"US$ 4,212,828"_s, 4212828, u"USD"_s);
        row(u"₹90 crore"_s, 9e8, u"INR"_s);
        row(u"₹ 2.5 Crore"_s, 25e6, u"INR"_s);
        row(u"₹75 lakh"_s, 75e5, u"INR"_s);
        row(u"₹2,024–2,100 crore"_s, 2024e7, u"INR"_s, 2100e7);
        row(u"$92–145 million"_s, 92e6, u"USD"_s, 145e6);
        row(u"$3.5 to 4 million"_s, 3.5e6, u"USD"_s, 4e6);
        row(u"$150 –$200 million"_s, 150e6, u"USD"_s, 200e6);
        row(u"$15 million [3] [4] –$30 million [5]"_s, 15e6, u"USD"_s, 30e6);
        row(u"$900,000–1 million"_s, 9e5, u"USD"_s, 1e6);
        row(u"¥1.9 billion ($15–19 million)"_s, 1.9e9, u"JPY"_s);
        row(u"CN¥3.650 million (China)"_s, 3.65e6, u"CNY"_s);
        row(u"$335.000"_s, 335000, u"USD"_s);
        row(u"€3.500.000"_s, 3.5e6, u"EUR"_s);
        row(u"413 733$"_s, 413733, u"USD"_s);
        row(u"$45.2k (only in Turkey)"_s, 45200, u"USD"_s);
        row(u"60 million Norwegian Kroner"_s, 60e6, u"NOK"_s);
        row(u"3,500,000 DM"_s, 3.5e6, u"DEM"_s);
        row(u"760,000 USD"_s, 760000, u"USD"_s);
        row(u"CAD2,000,000"_s, 2e6, u"CAD"_s);
        row(u"$47.7 millon"_s, 47.7e6, u"USD"_s);
        row(u"13 million"_s, 13e6, QString());
        row(u"₱3,000,000.00 (estimate)"_s, 3e6, u"PHP"_s);
        row(u"$10 million (US) $25 million (worldwide)"_s, 25e6, u"USD"_s);
        row(u"$38,229,000 (US/Canada) $30.8 million (worldwide rentals)"_s, 38229000, u"USD"_s);
        row(u"1969 re-release: $2.3 million"_s, 2.3e6, u"USD"_s);
    }

    void money()
    {
        QFETCH(const QString, text);
        const auto money = values::money(text);
        QVERIFY(money);
        QTEST(money->amount, "amount");
        QTEST(money->upper, "upper");
        QTEST(money->currency, "currency");
    }

    void whatIsNoMoneyIsNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text :
             {"", "TBA", "N/A", "HBO", "$ dead link]", "926,423 admissions (France)", "less than $372",
              "under $1 million or $1,250,000", "$ million", "1941", "12 reels", "est."})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatIsNoMoneyIsNothing()
    {
        QFETCH(const QString, text);
        QVERIFY(!values::money(text));
    }

    void estimatesAreKnown()
    {
        QVERIFY(values::money(u"est. $1,600,000")->estimate);
        QVERIFY(values::money(u"PHP 85 million (estimated)")->estimate);
        QVERIFY(values::money(u"$150 million+")->estimate);
        QVERIFY(!values::money(u"60 million Norwegian Kroner (around $8.7 million in 1989)")->estimate);
        QVERIFY(!values::money(u"$34 million")->estimate);
    }

    void date_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("day");
        const auto row = [](const QString &text, int year, int month, int day) {
            QTest::newRow(qPrintable(text)) << text << year << month << day;
        };
        row(u"October 9, 2013"_s, 2013, 10, 9);
        row(u"9 October 2013"_s, 2013, 10, 9);
        row(u"Oct. 9th, 2013 (London)"_s, 2013, 10, 9);
        row(u"2013-10-09"_s, 2013, 10, 9);
        row(u"2013-10"_s, 2013, 10, 0);
        row(u"December 2018"_s, 2018, 12, 0);
        row(u"1990"_s, 1990, 0, 0);
        row(u"c. 1990"_s, 1990, 0, 0);
    }

    void date()
    {
        QFETCH(const QString, text);
        QFETCH(const int, year);
        QFETCH(const int, month);
        QFETCH(const int, day);
        QCOMPARE(values::date(text), (PartialDate{.year = year, .month = month, .day = day}));
    }

    void whatIsNoDateIsNothing()
    {
        for (const auto &text : {u"TBA"_s, u"1990–1991"_s, u"2013-13"_s, u"February 30"_s, u"12345"_s, QString()})
            QVERIFY2(!values::date(text), qPrintable(text));
    }

    void released_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<PartialDate>("date");
        using Texts = QStringList;
        QTest::newRow("one") << Texts{u"1994"_s} << PartialDate{1994, 0, 0};
        QTest::newRow("festival first") << Texts{u"2018-05-14 (Cannes)"_s, u"2018-08-10 (United States)"_s}
                                        << PartialDate{2018, 8, 10};
        QTest::newRow("festival of another year")
            << Texts{u"2009-09-06 (Telluride Film Festival)"_s, u"2010-03-26"_s} << PartialDate{2010, 3, 26};
        QTest::newRow("only a festival") << Texts{u"2010-01-23 (Sundance)"_s} << PartialDate{2010, 1, 23};
        QTest::newRow("premiere") << Texts{u"November 19, 1995 (El Capitan Theatre)"_s,
                                           u"November 22, 1995 (United States)"_s}
                                  << PartialDate{1995, 11, 22};
        QTest::newRow("premiere of the year before")
            << Texts{u"December 21, 1937 (Carthay Circle Theatre)"_s, u"February 4, 1938 (United States)"_s}
            << PartialDate{1937, 12, 21};
        QTest::newRow("city") << Texts{u"1976-11-21 (New York City)"_s, u"1976-12-03 (United States)"_s}
                              << PartialDate{1976, 12, 3};
        QTest::newRow("limited") << Texts{u"1968-12-24 (limited)"_s, u"1969-03-13 (wide)"_s}
                                 << PartialDate{1968, 12, 24};
        QTest::newRow("in pieces") << Texts{u"11 December 1963"_s, u"("_s, u"New York City, New York"_s, u")"_s,
                                            u"4 June 1964"_s}
                                   << PartialDate{1963, 12, 11};
        QTest::newRow("said again") << Texts{u"May 19, 1937 ( 1937-05-19 )"_s} << PartialDate{1937, 5, 19};
        QTest::newRow("headings") << Texts{u"First:"_s, u"March 17, 2000"_s, u"Second:"_s, u"January 31, 2003"_s}
                                  << PartialDate{2000, 3, 17};
    }

    void released()
    {
        QFETCH(const QStringList, texts);
        QFETCH(const PartialDate, date);
        QCOMPARE(values::released(lines(texts)), date);
    }

    void aLinkTellsTheFestival()
    {
        const QList<InfoboxLine> dates{{.text = u"2010-01-23 (Park City)"_s, .link = u"26th Sundance Film Festival"_s},
                                       {.text = u"2011-02-01 (Boston)"_s, .link = {}}};
        QCOMPARE(values::released(dates), (PartialDate{2011, 2, 1}));
    }

    void runtime_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<int>("minutes");
        const auto row = [](const QStringList &texts, int minutes) {
            QTest::newRow(qPrintable(texts.join(u'|'))) << texts << minutes;
        };
        row({u"117 minutes"_s}, 117);
        row({u"102 min"_s}, 102);
        row({u"85 min."_s}, 85);
        row({u"1h 48m"_s}, 108);
        row({u"1h48"_s}, 108);
        row({u"1hr 35min"_s}, 95);
        row({u"1 hour 32 minutes"_s}, 92);
        row({u"4 hours"_s}, 240);
        row({u"1:42:05"_s}, 102);
        row({u"25 : 03"_s}, 25);
        row({u"94 mins 30 secs"_s}, 94);
        row({u"120"_s}, 120);
        row({u"approx. 14 min"_s}, 14);
        row({u"7 reels (70 minutes)"_s}, 70);
        row({u"41 minutes (74 minutes 1966 release)"_s}, 41);
        row({u"60 minutes (VHS version)"_s, u"71 minutes (original)"_s}, 71);
        row({u"UK:84 min (DVD version) US:86 min"_s}, 86);
        row({u"Theatrical cut: 97 minutes Unrated cut: 107 minutes"_s}, 97);
        row({u"Director's cut"_s, u"120 minutes"_s, u"Theatrical cut"_s, u"100 minutes"_s}, 100);
        row({u"164 minutes (Los Angeles premiere)"_s, u"118 minutes (General release)"_s}, 118);
        row({u"99 minutes (UK)"_s, u"90 minutes (U.S.)"_s}, 99);
        row({u"78-102 min (depending on cut)"_s}, 0);
        row({u"41–44 minutes"_s}, 0);
        row({u"115 /123 /128 minutes"_s}, 0);
        row({u"varies"_s}, 0);
        row({u"7 reels"_s}, 0);
        row({u"5,000 feet"_s}, 0);
        row({u"minutes"_s}, 0);
    }

    void runtime()
    {
        QFETCH(const QStringList, texts);
        QTEST(values::runtime(lines(texts)).value_or(0), "minutes");
    }

    void score()
    {
        QCOMPARE(values::score(u"83%").value_or(-1), 8.3);
        QCOMPARE(values::score(u"8.1/10").value_or(-1), 8.1);
        QCOMPARE(values::score(u"83/100").value_or(-1), 8.3);
        QCOMPARE(values::score(u"3.5/4").value_or(-1), 8.75);
        QCOMPARE(values::score(u"4 out of 5 stars").value_or(-1), 8.0);
        for (const auto &text : {u"83"_s, u"110%"_s, u"5/4"_s, u"1/0"_s, u"A+"_s, QString()})
            QVERIFY2(!values::score(text), qPrintable(text));
    }

    void namesAreBare()
    {
        QCOMPARE(names::bare(u"Palace Pictures (foreign) (1987)"_s), u"Palace Pictures"_s);
        QCOMPARE(names::bare(u"(2010–16)"_s), QString());
        QCOMPARE(names::bare(u"Python (Monty) Pictures"_s), u"Python (Monty) Pictures"_s);
        QCOMPARE(names::bare(u"Lucasfilm Ltd."_s), u"Lucasfilm Ltd."_s);
        QCOMPARE(names::bare(u"Europa Films."_s), u"Europa Films"_s);
        QCOMPARE(names::bare(u"unknown"_s), QString());
        QCOMPARE(names::bare(u"and others."_s), QString());
        QCOMPARE(names::key(u"Núria  O'Espert"), u"nuriaoespert"_s);
    }

    void castLinesAreActorAndRole_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("role");
        QTest::newRow("as") << u"Ann Bo as Eve, a cook from Rome"_s << u"Ann Bo"_s << u"Eve"_s;
        QTest::newRow("colon") << u"Ann Bo as Eve: she is a cook"_s << u"Ann Bo"_s << u"Eve"_s;
        QTest::newRow("dash") << u"Ann Bo – Eve"_s << u"Ann Bo"_s << u"Eve"_s;
        QTest::newRow("dots") << u"Ann Bo... Eve"_s << u"Ann Bo"_s << u"Eve"_s;
        QTest::newRow("initial") << u"Ann Bo as General Jack D. Ripper. He is mad."_s << u"Ann Bo"_s
                                 << u"General Jack D. Ripper"_s;
        QTest::newRow("no role") << u"Ann Bo"_s << u"Ann Bo"_s << QString();
        QTest::newRow("roles follow") << u"Ann Bo as:"_s << u"Ann Bo"_s << QString();
        QTest::newRow("sentence") << u"Kagero: The food taster of a clan whose body is used as a trap"_s << QString()
                                  << QString();
    }

    void castLinesAreActorAndRole()
    {
        QFETCH(const QString, line);
        const names::Played played = names::played({.text = line, .link = {}});
        QTEST(played.actor, "actor");
        QTEST(played.role, "role");
    }

    void titlesLoseTheirDisambiguator()
    {
        QCOMPARE(names::titleOf(u"Heat (1995 film)"_s), u"Heat"_s);
        QCOMPARE(names::titleOf(u"Cats (1998 film)"_s), u"Cats"_s);
        QCOMPARE(names::titleOf(u"Birds (and Bees)"_s), u"Birds (and Bees)"_s);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
