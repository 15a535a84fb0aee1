#include "facts/facts.h"
#include "facts/names.h"
#include "facts/values.h"
#include "wiki/wikitext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals;

namespace {

const QString Articles = QStringLiteral(SOURCE_DIR "/../shared/data/wikimedia/articles/");
const QString Values = QStringLiteral(SOURCE_DIR "/../shared/data/wikimedia/infobox-values/");
const QString Expected = QStringLiteral(SOURCE_DIR "/tests/data/");

/// How much of a column was read right, and what was not.
struct Column
{
    int all = 0;
    int right = 0;
    QStringList failures;

    void count(bool ok, const QString &failure)
    {
        ++all;
        right += ok ? 1 : 0;
        if (!ok)
            failures.append(failure);
    }
    double share() const { return all ? double(right) / all : 1; }
};

void print(const QString &name, const Column &column)
{
    qInfo().noquote() << u"%1 %2 of %3, %4 %"_s.arg(name, -14)
                             .arg(column.right, 4)
                             .arg(column.all, 4)
                             .arg(column.share() * 100, 0, 'f', 1);
    for (const QString &failure : column.failures)
        qInfo().noquote() << QString(u"    "_s + failure);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

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

QString written(const PartialDate &date)
{
    QString text = QString::number(date.year);
    for (const int part : {date.month, date.day})
        text += part ? QString(u'-' + QString::number(part).rightJustified(2, u'0')) : QString();
    return text;
}

QString written(const Money &money)
{
    const auto digits = [&](double amount) { return QString::number(amount, 'f', money.amount < 1000 ? 2 : 0); };
    const QString text = money.currency + u' ' + digits(money.amount);
    return money.upper > money.amount ? QString(text + u'-' + digits(money.upper)) : text;
}

QString written(const QString &text)
{
    return text;
}

template<typename T>
QString written(const MaybeFact<T> &fact)
{
    return fact ? written(fact->value) : QString();
}

QStringList namesOf(const QList<Fact<Name>> &names)
{
    QStringList all;
    for (const Fact<Name> &name : names)
        all.append(name.value.name);
    return all;
}

QStringList namesOf(const QList<Fact<CastMember>> &cast)
{
    QStringList all;
    for (const Fact<CastMember> &member : cast)
        all.append(member.value.actor.name);
    return all;
}

QStringList keysOf(const QStringList &names)
{
    QStringList keys;
    for (const QString &name : names)
        keys.append(names::key(name));
    return keys;
}

QStringList strings(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue &each : array.toArray())
        all.append(wikitext::plain(each.toString()));
    return all;
}

class Report
{
public:
    Column &operator[](const QString &name)
    {
        if (!m_columns.contains(name))
            m_order.append(name);
        return m_columns[name];
    }
    void equal(const QString &column, const QString &film, const QString &read, const QString &expected)
    {
        if (!expected.isEmpty() || !read.isEmpty())
            (*this)[column].count(read == expected, u"%1: \"%2\", expected \"%3\""_s.arg(film, read, expected));
    }
    void names(const QString &column, const QString &film, const QStringList &read, const QStringList &expected)
    {
        for (const QString &name : expected)
            (*this)[column].count(keysOf(read).contains(names::key(name)), film + u": missing "_s + name);
        for (const QString &name : read) {
            if (!keysOf(expected).contains(names::key(name)))
                (*this)[column].count(false, film + u": too much "_s + name);
        }
    }
    void print()
    {
        for (const QString &name : std::as_const(m_order))
            ::print(name, m_columns[name]);
    }

private:
    QStringList m_order;
    QHash<QString, Column> m_columns;
};

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

/// A value of an infobox as others copied it: one text, or a list of lines.
QList<InfoboxLine> linesOf(const QJsonValue &value)
{
    QList<InfoboxLine> lines;
    for (const QJsonValue &line : value.isArray() ? value.toArray() : QJsonArray{value})
        lines.append({.text = line.toString(), .link = {}});
    return lines;
}

/// What a text is found by in the expectations: without blanks, marks of notes, and dates said again.
QString keyOf(const QString &text)
{
    static const QRegularExpression left(
        u"\\[\\s*\\w+\\s*\\]|\\(\\s*\\d{4}-\\d{2}(-\\d{2})?\\s*\\)|\\(\\s*\\d{4}\\s*\\)|\\s"_s);
    const QByteArray bare = QString(text).remove(left).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(bare, QCryptographicHash::Sha1).toHex().left(10));
}

template<typename T>
QString orDash(const std::optional<T> &value)
{
    if constexpr (std::is_same_v<T, int>)
        return value ? QString::number(*value) : u"-"_s;
    else
        return value ? written(*value) : u"-"_s;
}

QString valueOf(const QString &column, const QList<InfoboxLine> &lines)
{
    if (column == "Running time"_L1)
        return orDash(values::runtime(lines));
    return column == "Release date"_L1 ? orDash(values::released(lines)) : orDash(values::money(values::joined(lines)));
}

/// Column and text of every value that others found hard to read.
QList<std::pair<QString, QList<InfoboxLine>>> hardValues()
{
    QList<std::pair<QString, QList<InfoboxLine>>> all;
    for (const QByteArray &row : bytesOf(Values + "disney_hard_values.tsv"_L1).split('\n')) {
        const QByteArrayList cells = row.split('\t');
        if (cells.size() > 2)
            all.append(
                {QString::fromUtf8(cells[1]), linesOf(QJsonDocument::fromJson('[' + cells[2] + ']').array().at(0))});
    }
    QString column;
    static const QRegularExpression value(u"^\\d+\\s{2,}(.*)$"_s);
    for (const QByteArray &row : bytesOf(Values + "movies_etl_unmatched_values.txt"_L1).split('\n')) {
        const QString line = QString::fromUtf8(row);
        if (line.startsWith("##"_L1))
            column = line.contains("running"_L1) ? u"Running time"_s
                : line.contains("box"_L1)        ? u"Box office"_s
                                                 : u"Budget"_s;
        else if (const auto match = value.match(line);
                 match.hasMatch() && !line.endsWith("..."_L1)) // the rest is cut off
            all.append({column, {{.text = match.captured(1), .link = {}}}});
    }
    return all;
}

class ExpectedValues
{
public:
    ExpectedValues()
    {
        for (const QByteArray &row : bytesOf(Expected + "values_expected.tsv"_L1).split('\n')) {
            const QStringList cells = QString::fromUtf8(row).split(u'\t');
            if (cells.size() == 3)
                m_values.insert(cells[0] + cells[1], cells[2]);
        }
    }

    void compare(Report &report, const QString &column, const QList<InfoboxLine> &lines) const
    {
        const QString text = values::joined(lines);
        const QString expected = m_values.value(column + keyOf(text), u"nobody has read it yet"_s);
        report.equal(column, text.simplified(), valueOf(column, lines), expected);
    }

private:
    QHash<QString, QString> m_values;
};

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

    /// 427 films as somebody's program copied their infoboxes, and the hardest values of 7,500.
    void valuesAreReadAsACarefulReaderWould()
    {
        const auto films = QJsonDocument::fromJson(bytesOf(Values + "disney_data.raw.json"_L1)).array();
        if (films.isEmpty())
            QSKIP("The recorded values are not here: ../shared/data/wikimedia/infobox-values is missing.");
        const ExpectedValues expected;
        Report report;
        for (const auto &column : {u"Running time"_s, u"Release date"_s, u"Budget"_s, u"Box office"_s}) {
            for (const QJsonValue &film : films) {
                if (film.toObject().contains(column))
                    expected.compare(report, column, linesOf(film[column]));
            }
        }
        for (const auto &[column, lines] : hardValues())
            expected.compare(report, column, lines);
        report.print();
        for (const auto &[column, share] : {std::pair(u"Running time"_s, 0.99),
                                            {u"Release date"_s, 0.98},
                                            {u"Budget"_s, 0.97},
                                            {u"Box office"_s, 0.97}})
            QVERIFY2(report[column].share() >= share, qPrintable(column));
    }
};

QTEST_GUILESS_MAIN(TestArticles)
#include "tst_articles.moc"
