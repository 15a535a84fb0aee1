#include "facts/facts.h"
#include "readings.h"
#include "wiki/wikitext.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals;
using namespace readings;

namespace {

const QString Articles = QStringLiteral(SOURCE_DIR "/../shared/data/wikimedia/articles/");

/// The page of this title of an export, or its last one.
Article readExport(const QString &path, const QString &title)
{
    QXmlStreamReader xml(bytesOf(path));
    Article article;
    QString page;
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "title"_L1)
            page = xml.readElementText();
        else if (xml.name() == "text"_L1 && article.title != title) {
            text = xml.readElementText();
            article.title = page;
        }
    }
    wikitext::read(article, text);
    return article;
}

QStringList strings(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue &each : array.toArray())
        all.append(wikitext::plain(each.toString()));
    return all;
}

void compare(Report &report, const QString &film, const Movie &movie, const QJsonObject &expected)
{
    const auto text = [&](QLatin1StringView name) { return expected[name].toString(); };
    report.names(u"directors"_s, film, namesOf(movie.directors), strings(expected["directors"_L1]));
    report.equal(u"year"_s, film, written(movie.released).left(4), text("released"_L1).left(4));
    report.equal(u"date"_s, film, written(movie.released), text("released"_L1));
    report.equal(u"country"_s, film, written(movie.country), text("country"_L1));
    report.equal(u"language"_s, film, written(movie.language), text("language"_L1));
    const int runtime = expected["runtime"_L1].toInt();
    report.equal(u"runtime"_s, film, movie.runtime ? QString::number(movie.runtime->value) : QString(),
                 runtime ? QString::number(runtime) : QString());
    report.equal(u"budget"_s, film, written(movie.budget), text("budget"_L1));
    report.equal(u"box office"_s, film, written(movie.boxOffice), text("gross"_L1));
    const QStringList cast = strings(expected["cast"_L1]);
    report.names(u"cast"_s, film, namesOf(movie.cast).first(std::min(cast.size(), movie.cast.size())), cast);
    report.names(u"companies"_s, film, namesOf(movie.studios), strings(expected["studios"_L1]));
    report.names(u"companies"_s, film, namesOf(movie.distributors), strings(expected["distributors"_L1]));
}

}

class TestArticles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QDir(Articles).exists())
            QSKIP("The recorded articles are not here: ../shared/data/wikimedia/articles is missing.");
    }

    void articlesAreReadAsACarefulReaderWould()
    {
        const auto expected = QJsonDocument::fromJson(bytesOf(Expected + "articles_expected.json"_L1)).object();
        QCOMPARE(expected.size(), 58);
        Report report;
        for (const QString &file : expected.keys()) {
            const Article article = readExport(Articles + file + ".xml"_L1, file.section(u'(', 0, 0));
            QVERIFY2(!article.lead.isEmpty(), qPrintable(file));
            compare(report, file, facts::fromArticle(article), expected[file].toObject());
        }
        report.print();
        for (const auto &[column, share] : {std::pair(u"directors"_s, 0.98),
                                            {u"year"_s, 0.98},
                                            {u"country"_s, 0.98},
                                            {u"language"_s, 0.98},
                                            {u"runtime"_s, 0.99},
                                            {u"budget"_s, 0.97},
                                            {u"box office"_s, 0.97},
                                            {u"cast"_s, 0.95},
                                            {u"companies"_s, 0.95}})
            QVERIFY2(report[column].share() >= share, qPrintable(column));
    }

    /// What others wrote down of 19 of them, whole casts included: articles have changed since, and some are wrong.
    void articlesAgreeWithOthersReadings()
    {
        Report report;
        for (const QJsonValue &film : QJsonDocument::fromJson(bytesOf(Articles + "expected.json"_L1)).array()) {
            const QString title = film["title"_L1].toString();
            const QString file = QString(title).replace(u' ', u'_').replace(u':', u'-');
            const Movie movie = facts::fromArticle(readExport(Articles + file + ".xml"_L1, title));
            const auto found = [&](const QString &column, const QStringList &read, QLatin1StringView name) {
                for (const QString &each : strings(film[name]))
                    report[column].count(keysOf(read).contains(names::key(each)), title + ": missing "_L1 + each);
            };
            report.equal(u"year"_s, title, written(movie.released).left(4), QString::number(film["year"_L1].toInt()));
            found(u"directors"_s, namesOf(movie.directors), "directors"_L1);
            found(u"cast"_s, namesOf(movie.cast), "cast"_L1);
            const QStringList companies = namesOf(movie.studios) + namesOf(movie.distributors);
            found(u"companies"_s, companies, "production_companies"_L1);
            found(u"companies"_s, companies, "distribution_companies"_L1);
        }
        report.print();
        for (const QString &column : {u"directors"_s, u"year"_s})
            QVERIFY2(report[column].share() >= 0.98, qPrintable(column));
        for (const QString &column : {u"cast"_s, u"companies"_s})
            QVERIFY2(report[column].share() >= 0.95, qPrintable(column));
    }
};

QTEST_GUILESS_MAIN(TestArticles)
#include "tst_articles.moc"
