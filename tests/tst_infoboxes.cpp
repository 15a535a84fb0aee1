#include "facts/facts.h"
#include "facts/values.h"
#include "readings.h"
#include "wiki/wikitext.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals;
using namespace readings;

namespace {

const QString Values = QStringLiteral(SOURCE_DIR "/../shared/data/wikimedia/infobox-values/");

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

    QString of(const QString &column, const QList<InfoboxLine> &lines) const
    {
        return m_values.value(column + keyOf(values::joined(lines)), u"nobody has read it yet"_s);
    }
    QStringList namesOf(const QString &column, const QList<InfoboxLine> &lines) const
    {
        const QString names = of(column, lines);
        return names == "-"_L1 ? QStringList() : names.split(u" | "_s);
    }

private:
    QHash<QString, QString> m_values;
};

/// The copy runs the lines of a <br> list together: the breaks are put back around the names, but where a comma parts
/// them. What stands between ("Sequence directors:") has a line of its own; marks and brackets stay behind the name.
QString withBreaks(const QString &text, const QStringList &names)
{
    QString broken;
    qsizetype at = 0;
    for (const QString &name : names) {
        const qsizetype found = text.indexOf(name, at);
        if (found < 0)
            continue;
        const QString between = text.sliced(at, found - at).trimmed();
        broken += !between.isEmpty() && between.front().isLetter() ? u"<br>"_s + between : between;
        broken += (between.endsWith(u',') ? u" "_s : u"<br>"_s) + name;
        at = found + name.size();
    }
    return broken + text.sliced(at);
}

/// A value as an article has it: the list of a list template, or one text.
QString wikitextOf(const QJsonValue &value, const QStringList &names)
{
    if (!value.isArray())
        return names.size() > 1 ? withBreaks(value.toString(), names) : value.toString();
    QString list = u"{{Plainlist|"_s;
    for (const QJsonValue &line : value.toArray())
        list += u"\n* "_s + line.toString();
    return list + "\n}}"_L1;
}

/// The film whose infobox has this one field.
Movie filmWith(const QString &parameter, const QString &value)
{
    Article article;
    wikitext::read(article, u"{{Infobox film\n| %1 = %2\n}}"_s.arg(parameter, value));
    return facts::fromArticle(article);
}

/// A column of the copies, its parameter, and what it is read as.
struct NamesColumn
{
    QString name;
    QString parameter;
    QString reportedAs;
    QStringList (*read)(const Movie &movie);
};

QStringList listOf(const MaybeFact<QString> &fact)
{
    return fact ? QStringList{fact->value} : QStringList();
}

const QList<NamesColumn> &namesColumns()
{
    static const auto studios = [](const Movie &movie) { return namesOf(movie.studios); };
    static const QList<NamesColumn> columns{
        {u"Directed by"_s, u"director"_s, u"directors"_s, [](const Movie &movie) { return namesOf(movie.directors); }},
        {u"Starring"_s, u"starring"_s, u"cast"_s, [](const Movie &movie) { return namesOf(movie.cast); }},
        {u"Country"_s, u"country"_s, u"country"_s, [](const Movie &movie) { return listOf(movie.country); }},
        {u"Language"_s, u"language"_s, u"language"_s, [](const Movie &movie) { return listOf(movie.language); }},
        {u"Production company"_s, u"production_companies"_s, u"companies"_s, studios},
        {u"Production companies"_s, u"production_companies"_s, u"companies"_s, studios},
        {u"Distributed by"_s, u"distributor"_s, u"companies"_s,
         [](const Movie &movie) { return namesOf(movie.distributors); }}};
    return columns;
}

void compare(Report &report, const QString &column, const QList<InfoboxLine> &lines, const ExpectedValues &expected)
{
    const QString text = values::joined(lines);
    report.equal(column, text.simplified(), valueOf(column, lines), expected.of(column, lines));
}

void compare(Report &report, const NamesColumn &column, const QJsonObject &film, const ExpectedValues &expected)
{
    const QString title = film["title"_L1].toString();
    const QJsonValue value = film[column.name];
    const QStringList names = expected.namesOf(column.name, linesOf(value));
    const QStringList read = column.read(filmWith(column.parameter, wikitextOf(value, names)));
    if (column.reportedAs == "country"_L1 || column.reportedAs == "language"_L1) // one text in the movie's row
        report.equal(column.reportedAs, title, read.join(u' '), names.join(", "_L1));
    else
        report.names(column.reportedAs, title, read, names);
}

}

class TestInfoboxes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_films = QJsonDocument::fromJson(bytesOf(Values + "disney_data.raw.json"_L1)).array();
        if (m_films.isEmpty())
            QSKIP("The recorded values are not here: ../shared/data/wikimedia/infobox-values is missing.");
    }

    void namesAreReadAsACarefulReaderWould()
    {
        const ExpectedValues expected;
        Report report;
        for (const NamesColumn &column : namesColumns()) {
            for (const QJsonValue &film : std::as_const(m_films)) {
                if (film.toObject().contains(column.name))
                    compare(report, column, film.toObject(), expected);
            }
        }
        report.print();
        for (const auto &[column, share] : {std::pair(u"directors"_s, 0.98),
                                            {u"country"_s, 0.98},
                                            {u"language"_s, 0.98},
                                            {u"cast"_s, 0.95},
                                            {u"companies"_s, 0.95}})
            QVERIFY2(report[column].all > 400 && report[column].share() >= share, qPrintable(column));
    }

    /// 427 films as somebody's program copied their infoboxes, and the hardest values of 7,500.
    void valuesAreReadAsACarefulReaderWould()
    {
        const ExpectedValues expected;
        Report report;
        for (const auto &column : {u"Running time"_s, u"Release date"_s, u"Budget"_s, u"Box office"_s}) {
            for (const QJsonValue &film : m_films) {
                if (film.toObject().contains(column))
                    compare(report, column, linesOf(film[column]), expected);
            }
        }
        for (const auto &[column, lines] : hardValues())
            compare(report, column, lines, expected);
        report.print();
        for (const auto &[column, share] : {std::pair(u"Running time"_s, 0.99),
                                            {u"Release date"_s, 0.98},
                                            {u"Budget"_s, 0.97},
                                            {u"Box office"_s, 0.97}})
            QVERIFY2(report[column].share() >= share, qPrintable(column));
    }

private:
    QJsonArray m_films;
};

QTEST_GUILESS_MAIN(TestInfoboxes)
#include "tst_infoboxes.moc"
