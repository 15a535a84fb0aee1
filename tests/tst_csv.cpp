#include "export/csv.h"
#include "export/filerows.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals;
using Kind = Cell::Kind;

namespace {

QByteArray lineOf(const std::vector<Cell> &cells, const csv::Style &style = {})
{
    std::string out;
    csv::appendLine(out, cells, style);
    return QByteArray::fromStdString(out);
}

/// The rows of a text, cells with bars between them, NULL as a dash.
QStringList rowsOf(const QByteArray &text, QString *error = nullptr)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"rows.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no file");
    file.close();
    const auto rows = filerows::csv(file.fileName(), ',', false);
    QStringList read;
    Result<bool> more = rows->open().transform([] { return true; });
    while (more && *more) {
        QStringList cells;
        for (const Cell &cell : rows->cells())
            cells.append(cell.isNull() ? u"–"_s : QString::fromUtf8(cell.bytes.data(), qsizetype(cell.bytes.size())));
        read.append(cells.join(u'|'));
        more = rows->next();
    }
    if (error && !more)
        *error = more.error().message;
    return read;
}

}

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreQuotedWhereNeeded_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("text");

        const auto row = [](const char *name, Kind kind, const QByteArray &value, const QByteArray &text) {
            QTest::newRow(name) << kind << value << text;
        };
        row("plain", Kind::Text, "Heat", "Heat");
        row("NULL is nothing", Kind::Null, "", "");
        row("empty text is quotes", Kind::Text, "", "\"\"");
        row("comma", Kind::Text, "Men, The", "\"Men, The\"");
        row("quote", Kind::Text, "\"Her\"", "\"\"\"Her\"\"\"");
        row("line", Kind::Text, "a\nb", "\"a\nb\"");
        row("spaces at the ends", Kind::Text, " a", "\" a\"");
        row("letters of the world", Kind::Text, "Amélie 七", "Amélie 七");
        row("number", Kind::Number, "7.8", "7.8");
        row("date", Kind::Date, "1939-08-25", "1939-08-25");
        row("bytes in hex", Kind::Blob, QByteArray("\x00\xff", 2), "00ff");
        row("list", Kind::List,
            "Judy Garland\x1e"
            "Dorothy\x1f"
            "Toto\x1e",
            "Judy Garland (Dorothy); Toto");
        row("a formula stands", Kind::Text, "=1+1", "=1+1");
    }
    void cellsAreQuotedWhereNeeded()
    {
        QFETCH(Kind, kind);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, text);
        const Cell cell{.kind = kind, .bytes = {value.constData(), size_t(value.size())}};
        QCOMPARE(lineOf({cell}), text + "\r\n");
    }

    void theGuardKeepsFormulasAwayAndCanBeTakenBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("guarded");
        for (const char *formula : {"=1+1", "+1", "-1", "@SUM", "'=1", "''@"})
            QTest::newRow(formula) << QByteArray(formula) << QByteArray(formula).prepend('\'');
        for (const char *plain : {"a=1", "'tis", "1-1", ""})
            QTest::newRow(plain) << QByteArray(plain) << QByteArray(plain);
    }
    void theGuardKeepsFormulasAwayAndCanBeTakenBack()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, guarded);
        const Cell cell{.kind = Kind::Text, .bytes = {text.constData(), size_t(text.size())}};
        const QByteArray line = lineOf({cell}, {.guardsFormulas = true});
        QCOMPARE(line, (guarded.isEmpty() ? "\"\"" : guarded) + "\r\n");
        QCOMPARE(csv::withoutGuard(guarded.toStdString()), text.toStdString());
    }

    void negativeNumbersAreNoFormulas()
    {
        QCOMPARE(lineOf({{.kind = Kind::Integer, .bytes = "-5"}}, {.guardsFormulas = true}), "-5\r\n");
    }

    void whatWasWrittenIsReadAgain_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("rows");

        QTest::newRow("NULL and empty") << "a,b\r\n,\"\"\r\n"_ba << QStringList{u"a|b"_s, u"–|"_s};
        QTest::newRow("quotes and lines")
            << "a,b\r\n\"x, \"\"y\"\"\",\"1\r\n2\"\r\n"_ba << QStringList{u"a|b"_s, u"x, \"y\"|1\r\n2"_s};
        QTest::newRow("no newline at the end") << "a,b\n1,2"_ba << QStringList{u"a|b"_s, u"1|2"_s};
        QTest::newRow("a quote at the end") << "a\n\"1\""_ba << QStringList{u"a"_s, u"1"_s};
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                            "a\r\n1\r\n"_ba
                                         << QStringList{u"a"_s, u"1"_s};
        QTest::newRow("old line ends") << "a\r1\r"_ba << QStringList{u"a"_s, u"1"_s};
        const QByteArray big(700'000, 'x');
        QTest::newRow("longer than a piece of the file")
            << QByteArray("a,b\r\n\"" + big + "\",2\r\n3,4\r\n")
            << QStringList{u"a|b"_s, QString::fromLatin1(big) + u"|2"_s, u"3|4"_s};
    }
    void whatWasWrittenIsReadAgain()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, rows);
        QCOMPARE(rowsOf(text), rows);
    }

    void aBrokenLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");

        QTest::newRow("too few") << "a,b\n1,2\n3\n"_ba << u"rows.csv, line 3: there are 1 values for 2 columns."_s;
        QTest::newRow("after lines within quotes")
            << "a,b\n\"1\n1\",2\n3\n"_ba << u"rows.csv, line 4: there are 1 values for 2 columns."_s;
        QTest::newRow("open quote") << "a\n\"1\n"_ba << u"rows.csv, line 2: a quote is not closed."_s;
        QTest::newRow("behind a quote")
            << "a\n\"1\"2\n"_ba
            << u"rows.csv, line 2: after a closing quote comes neither a separator nor the end of the line."_s;
        QTest::newRow("nothing") << ""_ba << u"rows.csv, line 1: there is no line with the names of the columns."_s;
    }
    void aBrokenLineIsNamed()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, error);
        QString told;
        rowsOf(text, &told);
        QCOMPARE(told, error);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
