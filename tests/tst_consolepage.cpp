#include "codebrackets.h"
#include "codeeditor.h"
#include "consolepage.h"
#include "engineshelf.h"
#include "filmshelf.h"
#include "inlinemessage.h"
#include "jsonlayout.h"
#include "rawdocument.h"
#include "resultmodel.h"
#include "resultview.h"
#include "settings.h"
#include "sqlcompleter.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::Literals;

namespace {

const QString Endless
    = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0"_s;

/// The page, on a database with three genres.
struct Desk
{
    Desk()
    {
        shelf.ask([](Connection &connection) {
            return connection.run(u"INSERT INTO genres (name) VALUES ('Drama'), ('Comedy'), ('Western')"_s);
        });
        show();
    }

    void show()
    {
        page = std::make_unique<ConsolePage>(shelf.services(), settings);
        page->resize(1100, 640);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
    }

    template<typename Widget>
    Widget *find(const QString &name) const
    {
        return page->findChild<Widget *>(name);
    }
    CodeEditor &editor() const { return *find<CodeEditor>(u"sqlEditor"_s); }
    void type(const QString &text) const
    {
        editor().clear();
        for (const QChar c : text) {
            if (c == u'\n')
                press(Qt::Key_Return);
            else
                QTest::keyClicks(&editor(), QString(c));
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(&editor(), key, modifiers); }
    void confirm() const { press(Qt::Key_Return, Qt::ControlModifier); }

    /// The texts of the grid; none while it is not there.
    QList<QStringList> grid() const
    {
        QList<QStringList> rows;
        const auto *view = qobject_cast<ResultView *>(find<QTabWidget>(u"consoleResults"_s)->currentWidget());
        for (int row = 0; view && row < view->model()->rowCount(); ++row) {
            rows.append(QStringList());
            for (int column = 0; column < view->model()->columnCount(); ++column)
                rows.last().append(view->model()->index(row, column).data().toString());
        }
        return rows;
    }
    QString message() const
    {
        const auto *message = find<InlineMessage>(u"consoleMessage"_s);
        return message->isVisible() ? message->text() : QString();
    }
    qint64 count()
    {
        return shelf.ask([](Connection &connection) { return connection.insert(u"SELECT COUNT(*) FROM genres"_s, {}); })
            .value_or(-1);
    }

    EngineShelf shelf;
    Settings settings{shelf.folder.filePath(u"settings.ini"_s)};
    std::unique_ptr<ConsolePage> page;
};

}

/// The console as a person uses it.
class TestConsolePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
    }

    void aTypedQueryFillsTheGrid()
    {
        Desk desk;
        desk.type(u"SELECT name, NULL, '' FROM genres WHERE name < 'E' ORDER BY name"_s);
        desk.confirm();
        QTRY_COMPARE(desk.grid(),
                     QList<QStringList>({{u"Comedy"_s, u"NULL"_s, u""_s}, {u"Drama"_s, u"NULL"_s, u""_s}}));
        QCOMPARE(desk.message(), QString());
    }

    void ctrlEnterRunsTheStatementAtTheCursorAndF5All()
    {
        Desk desk;
        desk.type(u"SELECT 1; SELECT 2; "_s);
        desk.confirm();
        QTRY_COMPARE(desk.grid(), QList<QStringList>{{u"2"_s}});
        const auto *results = desk.find<QTabWidget>(u"consoleResults"_s);
        QCOMPARE(results->count(), 2);
        desk.press(Qt::Key_F5);
        QTRY_COMPARE(results->count(), 3);
        QTRY_COMPARE(desk.grid(), QList<QStringList>{{u"1"_s}});
    }

    void whatIsSelectedRunsAlone()
    {
        Desk desk;
        desk.type(u"SELECT 1; SELECT 'a' || 'b'"_s);
        QTextCursor cursor = desk.editor().textCursor();
        cursor.setPosition(10);
        cursor.setPosition(20, QTextCursor::KeepAnchor);
        desk.editor().setTextCursor(cursor);
        desk.confirm();
        QTRY_COMPARE(desk.grid(), QList<QStringList>{{u"a"_s}});
    }

    void aFaultIsShownInItsLine()
    {
        Desk desk;
        desk.type(u"SELECT 1;\nSELECT nam\nFROM genres"_s);
        desk.press(Qt::Key_F5);
        QTRY_VERIFY2(desk.message().startsWith(u"Line 2: "_s) && desk.message().contains(u"nam"_s),
                     qPrintable(desk.message()));
        QCOMPARE(desk.editor().faultLine(), 2);
        QTest::keyClicks(&desk.editor(), u"!"_s);
        QCOMPARE(desk.editor().faultLine(), 0);
    }

    void writingHasToBeAllowed()
    {
        Desk desk;
        desk.type(u"DELETE FROM genres WHERE name = 'Drama'"_s);
        desk.confirm();
        QTRY_COMPARE(desk.message(), u"Line 1: Only reading is allowed here, and this statement does more."_s);
        QCOMPARE(desk.count(), 3);
        desk.find<QAbstractButton>(u"consoleMessageAction"_s)->click();
        QVERIFY(desk.find<QAction>(u"allowWriting"_s)->isChecked());
        desk.confirm();
        QTRY_COMPARE(desk.message(), u"1 row changed, and kept."_s);
        QCOMPARE(desk.count(), 2);
    }

    void changingEveryRowHasToBeMeant()
    {
        Desk desk;
        desk.find<QAction>(u"allowWriting"_s)->trigger();
        desk.type(u"DELETE FROM genres"_s);
        desk.confirm();
        QTRY_COMPARE(desk.message(), u"Line 1: This DELETE has no WHERE: it deletes every row of genres."_s);
        QCOMPARE(desk.count(), 3);
        desk.press(Qt::Key_F7);
        QTRY_COMPARE(desk.message(), u"Dry run: 3 rows would change. Nothing is changed."_s);
        QCOMPARE(desk.count(), 3);
        desk.confirm();
        QTRY_VERIFY(desk.message().contains(u"no WHERE"_s));
        desk.find<QAbstractButton>(u"consoleMessageAction"_s)->click();
        QTRY_COMPARE(desk.message(), u"3 rows changed, and kept."_s);
        QCOMPARE(desk.count(), 0);
    }

    void anotherTextHasToBeMeantAnew()
    {
        Desk desk;
        desk.find<QAction>(u"allowWriting"_s)->trigger();
        desk.type(u"DELETE FROM genres"_s);
        desk.confirm();
        QTRY_VERIFY(desk.find<QAction>(u"runMeant"_s)->isEnabled());
        QTest::keyClicks(&desk.editor(), u" "_s);
        QVERIFY(!desk.find<QAction>(u"runMeant"_s)->isEnabled());
    }

    void anEndlessQueryIsCancelledByEscape()
    {
        Desk desk;
        desk.type(Endless);
        desk.confirm();
        QTRY_VERIFY(desk.find<QWidget>(u"consoleProgress"_s)->isVisible());
        QVERIFY(!desk.find<QAction>(u"runAll"_s)->isEnabled());
        desk.press(Qt::Key_Escape);
        QTRY_COMPARE(desk.message(), u"Line 1: It was stopped."_s);
        QVERIFY(!desk.find<QWidget>(u"consoleProgress"_s)->isVisible());
        QVERIFY(desk.find<QAction>(u"runAll"_s)->isEnabled());
    }

    void aPageThatIsClosedEndsItsQuery()
    {
        Desk desk;
        desk.type(Endless);
        desk.confirm();
        desk.page.reset();
        QCOMPARE(desk.settings.consoleText(), Endless);
    }

    void rowsAreLimited()
    {
        Desk desk;
        desk.find<QComboBox>(u"rowLimit"_s)->setCurrentIndex(0);
        desk.type(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"_s);
        desk.confirm();
        QTRY_COMPARE(desk.grid().size(), 100);
        const auto *run = desk.find<QAbstractItemView>(u"consoleRun"_s);
        QCOMPARE(run->model()->index(0, 1).data().toString(), u"100 rows, and there are more"_s);
    }

    void thePlanIsATree()
    {
        Desk desk;
        desk.type(u"SELECT * FROM genres WHERE genre_id = 1"_s);
        desk.press(Qt::Key_F6);
        QTRY_VERIFY(desk.find<QTreeWidget>(u"planView"_s));
        const QString step = desk.find<QTreeWidget>(u"planView"_s)->topLevelItem(0)->text(0);
        QVERIFY2(step.contains(u"genres"_s), qPrintable(step));
    }

    void tablesColumnsAndKeywordsAreCompleted()
    {
        Desk desk;
        desk.type(u"distin"_s);
        const auto complete = [&] {
            desk.press(Qt::Key_Space, Qt::ControlModifier);
            return desk.editor().toPlainText();
        };
        QTRY_COMPARE(complete(), u"distinct"_s);
        desk.type(u"SELECT g.n FROM genres g"_s);
        QTextCursor cursor = desk.editor().textCursor();
        cursor.setPosition(10);
        desk.editor().setTextCursor(cursor);
        QCOMPARE(complete(), u"SELECT g.name FROM genres g"_s);
        desk.type(u"SELECT * FROM movie"_s);
        complete();
        auto *words = QApplication::activePopupWidget();
        QVERIFY(words);
        QTest::keyClick(words, Qt::Key_Down);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY2(desk.editor().toPlainText().startsWith(u"SELECT * FROM movie_"_s),
                 qUtf8Printable(desk.editor().toPlainText()));
    }

    void whatRanAndWhatWasSavedOutlivesThePage()
    {
        Desk desk;
        desk.type(u"SELECT 7"_s);
        desk.confirm();
        QTRY_COMPARE(desk.grid(), QList<QStringList>{{u"7"_s}});
        desk.press(Qt::Key_S, Qt::ControlModifier);
        auto *name = desk.find<QLineEdit>(u"queryName"_s);
        QVERIFY(name->isVisible());
        QTest::keyClicks(name, u"Seven"_s);
        QTest::keyClick(name, Qt::Key_Return);
        desk.type(u"SELECT 8"_s);
        desk.page.reset();
        desk.show();
        QCOMPARE(desk.editor().toPlainText(), u"SELECT 8"_s);
        for (const auto &[list, title] :
             {std::pair(u"savedQueries"_s, u"Seven"_s), {u"queryHistory"_s, u"SELECT 7"_s}}) {
            auto *view = desk.find<QListView>(list);
            QCOMPARE(view->model()->index(0, 0).data().toString(), title);
        }
        auto *history = desk.find<QListView>(u"queryHistory"_s);
        history->setCurrentIndex(history->model()->index(0, 0));
        QTest::keyClick(history, Qt::Key_Return);
        QCOMPARE(desk.editor().toPlainText(), u"SELECT 8\n\nSELECT 7"_s);
    }

    void rawAnswersAreReadAsJson()
    {
        Desk desk;
        desk.shelf.keepFilm(u"Q1"_s, u"Dune"_s);
        auto *tabs = desk.find<QTabWidget>(u"queryBook"_s);
        tabs->setCurrentIndex(2);
        desk.find<QComboBox>(u"rawKind"_s)->setCurrentIndex(1);
        auto *list = desk.find<QListView>(u"rawList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(desk.find<CodeEditor>(u"rawText"_s));
        auto *text = desk.find<CodeEditor>(u"rawText"_s);
        QVERIFY(text->toPlainText().startsWith(u"{\n  \"id\": \"Q1\",\n  \"labels\": {\n"_s));
        QVERIFY(text->isReadOnly());
        const auto block = text->document()->findBlockByNumber(2);
        QTRY_VERIFY(text->isFoldable(block));
        text->toggleFold(block);
        QVERIFY(!block.next().isVisible());
        text->toggleFold(block);
        QVERIFY(block.next().isVisible());
    }

    void aValueIsShownWhole()
    {
        Desk desk;
        desk.type(u"SELECT '{\"a\":[1.50,{}]}' AS json"_s);
        desk.confirm();
        QTRY_VERIFY(desk.find<ResultView>(u"resultGrid"_s));
        desk.find<ResultView>(u"resultGrid"_s)->setFocus();
        QTest::keyClick(desk.find<ResultView>(u"resultGrid"_s), Qt::Key_F4);
        QTRY_VERIFY(desk.find<CodeEditor>(u"rawText"_s));
        QCOMPARE(desk.find<CodeEditor>(u"rawText"_s)->toPlainText(), u"{\n  \"a\": [\n    1.50,\n    {}\n  ]\n}"_s);
    }

    void aLongTextComesBitByBit()
    {
        CodeEditor editor(u"text"_s, u"Text"_s);
        editor.setLanguage(CodeEditor::Language::Json);
        const QString text = u"[\n" + u"  \"abc\",\n"_s.repeated(20'000) + u"  1\n]";
        editor.fill(text);
        QVERIFY(editor.blockCount() > 100 && editor.blockCount() < 10'000);
        QTRY_COMPARE(editor.blockCount(), 20'003);
        QCOMPARE(editor.toPlainText(), text);
        QCOMPARE(editor.textCursor().position(), 0);
    }

    void filesAreOpened()
    {
        Desk desk;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(desk.shelf.folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
        };
        desk.page->openFile(write(u"one.sql"_s, "SELECT 1"));
        QCOMPARE(desk.editor().toPlainText(), u"SELECT 1"_s);
        desk.page->openFile(write(u"list.jsonl"_s, "{\"title\":\"Dune\"}\n{\"title\":\"Network\"}\n"));
        QTRY_VERIFY(desk.find<CodeEditor>(u"rawText"_s));
        QCOMPARE(desk.find<CodeEditor>(u"rawText"_s)->toPlainText(),
                 u"{\n  \"title\": \"Dune\"\n}\n{\n  \"title\": \"Network\"\n}"_s);
        desk.page->openFile(u"/no/such/file"_s);
        QVERIFY(desk.message().startsWith(u"/no/such/file cannot be read"_s));
    }

    void cellsAreCopiedWithTheirWholeText()
    {
        Desk desk;
        desk.type(u"SELECT 1, 'two' UNION ALL SELECT 3, NULL"_s);
        desk.confirm();
        QTRY_COMPARE(desk.grid().size(), 2);
        auto *view = desk.find<ResultView>(u"resultGrid"_s);
        view->selectAll();
        QCOMPARE(view->chosenText(), u"1\ttwo\n3\t"_s);
    }

    void aHeaderPutsTheRowsInOrder()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine == "postgresql"_L1)
            QSKIP("On a server the values of a column are of one type.");
        Desk desk;
        desk.type(u"SELECT column1 AS x FROM (VALUES (10), ('b'), (NULL), (9), ('a'))"_s);
        desk.confirm();
        QTRY_COMPARE(desk.grid().size(), 5);
        auto *header = desk.find<ResultView>(u"resultGrid"_s)->horizontalHeader();
        const auto click = [&] {
            const QPoint middle(header->sectionViewportPosition(0) + header->sectionSize(0) / 2, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, middle);
            QStringList shown;
            const auto *rows = desk.find<ResultView>(u"resultGrid"_s)->model();
            for (int row = 0; row < rows->rowCount(); ++row)
                shown.append(rows->index(row, 0).data().toString());
            return shown;
        };
        QCOMPARE(click(), QStringList({u"NULL"_s, u"9"_s, u"10"_s, u"a"_s, u"b"_s}));
        QCOMPARE(click(), QStringList({u"b"_s, u"a"_s, u"10"_s, u"9"_s, u"NULL"_s}));
        QCOMPARE(click(), QStringList({u"10"_s, u"b"_s, u"NULL"_s, u"9"_s, u"a"_s})); // as they came
    }

    void linesAreIndented()
    {
        Desk desk;
        desk.type(u"SELECT"_s);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Tab);
        QTest::keyClicks(&desk.editor(), u"1,"_s);
        desk.press(Qt::Key_Return);
        QTest::keyClicks(&desk.editor(), u"2"_s);
        QCOMPARE(desk.editor().toPlainText(), u"SELECT\n    1,\n    2"_s);
        desk.press(Qt::Key_Backtab);
        QCOMPARE(desk.editor().toPlainText(), u"SELECT\n    1,\n2"_s);
    }

    void resultsAreAModel()
    {
        console::Outcome outcome{.columns = {u"a"_s, u"b"_s},
                                 .rows = {{1, QVariant()}, {QByteArray(20, 'x'), u"ä\nb"_s}}};
        ResultModel model(outcome);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.index(0, 1).data().toString(), u"NULL"_s);
        QVERIFY(model.index(1, 0).data().toString().endsWith(u"(20 bytes)"_s));
        QCOMPARE(model.index(1, 1).data().toString(), u"ä⏎b"_s);
        QCOMPARE(model.index(1, 1).data(Qt::EditRole).toString(), u"ä\nb"_s);
    }

    void bracketsFindTheirPartner_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("partner"); // -1: none
        QTest::newRow("before the cursor") << u"a(b)c"_s << 2 << 3;
        QTest::newRow("behind the cursor") << u"a(b)c"_s << 1 << 3;
        QTest::newRow("backwards") << u"a((b))"_s << 6 << 1;
        QTest::newRow("of its own kind") << u"([)]"_s << 0 << 2;
        QTest::newRow("past quotes") << u"(')')"_s << 0 << 4;
        QTest::newRow("alone") << u"(a"_s << 0 << -1;
        QTest::newRow("nowhere") << u"ab"_s << 1 << -1;
    }
    void bracketsFindTheirPartner()
    {
        QFETCH(const QString, text);
        QFETCH(const int, place);
        const auto pair = codebrackets::around(text, place);
        QTEST(pair ? int(pair->other) : -1, "partner");
    }

    void jsonKeepsItsOrderNumbersAndEscapes()
    {
        QCOMPARE(jsonlayout::indented("{\"b\":1e3,\"a\":\"\\\"{,\",\"c\":[],\"d\":[1,2]}"),
                 "{\n  \"b\": 1e3,\n  \"a\": \"\\\"{,\",\n  \"c\": [],\n  \"d\": [\n    1,\n    2\n  ]\n}");
        QCOMPARE(jsonlayout::indented("{broken"), "{broken");
        QCOMPARE(jsonlayout::indented(""), "");
    }

    void anyBytesAreADocument()
    {
        using codehighlighting::Language;
        QCOMPARE(rawdocument::of({}, "{\"a\":1}").language, Language::Json);
        QCOMPARE(rawdocument::of({}, "{{Infobox}} [[Film]]").language, Language::Wikitext);
        QCOMPARE(rawdocument::of({}, "plain").language, Language::Plain);
        QCOMPARE(rawdocument::of({}, QByteArray("\xff\x00\x01", 3)).text, u"ff 00 01"_s);
    }

    void completionKnowsWhatMayStandThere_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("a table") << u"SELECT * FROM m|"_s << QStringList{u"movies"_s};
        QTest::newRow("columns of an alias") << u"SELECT m.| FROM movies AS m"_s << QStringList{u"title"_s, u"year"_s};
        QTest::newRow("of a table's statement") << u"SELECT ti| FROM movies; SELECT 1"_s << QStringList{u"title"_s};
        QTest::newRow("not of another statement") << u"SELECT 1 FROM movies; SELECT ti|"_s << QStringList{};
        QTest::newRow("keywords in capitals") << u"SEL|"_s << QStringList{u"SELECT"_s};
        QTest::newRow("keywords in small letters") << u"sel|"_s << QStringList{u"select"_s};
        QTest::newRow("nothing in a string") << u"SELECT 'sel|"_s << QStringList{};
    }
    void completionKnowsWhatMayStandThere()
    {
        QFETCH(QString, typed);
        const sqlnames::Names names{
            .columns = {{u"movies"_s, {u"title"_s, u"year"_s}}, {u"genres"_s, {u"name"_s}}},
            .words = {u"FROM"_s, u"SELECT"_s},
        };
        const qsizetype cursor = typed.indexOf(u'|');
        typed.remove(cursor, 1);
        QTEST(sqlcompletion::offer(typed, cursor, names, Connection::Engine::SQLite).words, "words");
    }
};

QTEST_MAIN(TestConsolePage)
#include "tst_consolepage.moc"
