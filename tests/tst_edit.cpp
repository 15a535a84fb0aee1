#include "editdesk.h"
#include "engineshelf.h"
#include "newrows.h"
#include "stagedmodel.h"
#include "store/repository.h"
#include "tablemodel.h"
#include "tablespage.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals;
using records::Cell;
using records::Record;

namespace {

/// The desk over a shelf with a film and people, as a person uses it.
class Desk
{
public:
    explicit Desk(FilmShelf &shelf)
        : m_shelf(shelf)
        , desk(shelf.database, new QLabel(u"read"_s))
    {
        movie = add(u"movies"_s, {{u"title"_s, u"Dune"_s}, {u"runtime"_s, u"150"_s}});
        desk.resize(520, 700);
        desk.show();
        desk.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&desk);
        stand({.table = u"movies"_s,
               .row = movie,
               .rows = {movie},
               .rowsBelow = {movie},
               .columns = {u"title"_s, u"runtime"_s}});
        turn(u"Edit"_s);
    }

    void stand(const EditContext &context) { desk.setContext(context); }
    void turn(const QString &leaf, const QString &of = u"editLeaves"_s)
    {
        auto *leaves = find<QTabWidget>(of);
        for (int i = 0; i < leaves->count(); ++i) {
            if (leaves->tabText(i).startsWith(leaf))
                leaves->setCurrentIndex(i);
        }
    }

    /// A part of the form.
    void open(const QString &section) { turn(section, u"formSections"_s); }

    template<typename Widget>
    Widget *find(const QString &name) const
    {
        auto *widget = desk.findChild<Widget *>(name);
        if (!widget)
            qWarning("There is no %s", qPrintable(name));
        return widget;
    }
    template<typename Widget = QLabel>
    QString text(const QString &name) const
    {
        auto *widget = desk.findChild<Widget *>(name);
        return widget ? widget->text() : QString();
    }
    void trigger(const QString &name) { find<QAction>(name)->trigger(); }
    void type(const QString &column, const QString &text)
    {
        QTRY_VERIFY(desk.findChild<QLineEdit *>(u"edit_"_s + column));
        auto *line = find<QLineEdit>(u"edit_"_s + column);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void enter(const QString &column, const QString &text)
    {
        type(column, text);
        QTest::keyClick(find<QLineEdit>(u"edit_"_s + column), Qt::Key_Return);
    }
    /// Types a name and takes the suggestion that is shown so.
    void choose(QLineEdit *line, const QString &letters, const QString &suggestion)
    {
        line->setFocus();
        QTest::keyClicks(line, letters);
        auto *popup = line->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(popup->isVisible());
        const auto rowOf = [&] {
            const auto found
                = popup->model()->match(popup->model()->index(0, 0), Qt::DisplayRole, suggestion, 1, Qt::MatchExactly);
            return found.isEmpty() ? QModelIndex() : found.constFirst();
        };
        QTRY_VERIFY(rowOf().isValid());
        popup->setCurrentIndex(rowOf());
        QTest::keyClick(popup, Qt::Key_Return);
    }
    QStringList chips(const QString &table) const
    {
        QStringList texts;
        for (const auto *chip : find<QWidget>(u"chips_"_s + table)->findChildren<QToolButton *>(u"chip"_s))
            texts.append(chip->text());
        return texts;
    }
    QToolButton *chip(const QString &table, const QString &name) const
    {
        for (auto *one : find<QWidget>(u"chips_"_s + table)->findChildren<QToolButton *>(u"chip"_s)) {
            if (one->text().endsWith(name))
                return one;
        }
        return nullptr;
    }

    QString add(const QString &table, const records::Values &values)
    {
        return *m_shelf.ask([&](Connection &connection) { return library::add(connection, table, values, u"bob"_s); });
    }
    Cell value(const QString &column, const QString &table = u"movies"_s, QString key = {})
    {
        const auto row = m_shelf.ask(
            [&](Connection &connection) { return library::find(connection, table, key.isEmpty() ? movie : key); });
        return *row ? (*row)->values.value(column) : Cell();
    }
    void bobSets(const QString &column, const QString &value)
    {
        m_shelf.ask([&](Connection &connection) {
            return library::update(connection, u"movies"_s, movie, {{column, value}}, u"bob"_s);
        });
    }
    qsizetype staged() { return desk.session().staged().size(); }
    QStringList changes(StagedModel::Column column) const
    {
        QStringList texts;
        const auto *model = find<QTableView>(u"stagedList"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, column).data().toString());
        return texts;
    }

private:
    FilmShelf &m_shelf;

public:
    EditDesk desk;
    QString movie;
};

/// Films of a hundred minutes.
void add(FilmShelf &shelf, int count)
{
    shelf.ask([count](Connection &connection) {
        return connection.run(
            u"INSERT INTO movies (title, runtime) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
            "WHERE i < %1) SELECT 'Film ' || i, 100 FROM n"_s.arg(count));
    });
}

/// The grid with its desk, in a page of its own.
class Sheet
{
public:
    explicit Sheet(FilmShelf &shelf)
        : m_page(std::make_unique<TablesPage>(shelf.services()))
        , view(m_page->findChild<QTableView *>(u"tableGrid"_s))
    {
        m_page->resize(1100, 640);
        m_page->show();
        m_page->activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(m_page.get());
        m_page->refresh();
    }

    int rows() const { return view->model()->rowCount(); }
    QModelIndex index(int row, const QString &title) const
    {
        int column = 0;
        while (column < view->model()->columnCount() && view->model()->headerData(column, Qt::Horizontal) != title)
            ++column;
        return view->model()->index(row, column);
    }
    QString cell(int row, const QString &title) const { return index(row, title).data().toString(); }
    EditSession &session() const { return m_page->findChild<EditDesk *>(u"editDesk"_s)->session(); }
    qsizetype staged() const { return session().staged().size(); }
    void trigger(const QString &name) const
    {
        QTRY_VERIFY(find<QAction>(name)->isEnabled());
        find<QAction>(name)->trigger();
    }
    void key(Qt::Key key) const { QTest::keyClick(m_page.get(), key, Qt::ControlModifier); }
    template<typename Object>
    Object *find(const QString &name) const
    {
        auto *widget = m_page->findChild<Object *>(name);
        if (!widget)
            qFatal("There is no %s", qPrintable(name));
        return widget;
    }
    /// Into the editor of a cell.
    void type(const QString &column, const QString &text) const
    {
        auto *line = view->findChild<QLineEdit *>(u"edit_"_s + column);
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void write(int row, const QString &title, const QString &text) const
    {
        QTRY_VERIFY(index(row, title).flags().testFlag(Qt::ItemIsEditable));
        view->setCurrentIndex(index(row, title));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F2);
        QTRY_VERIFY(view->findChild<QLineEdit *>(u"edit_"_s + title.toLower()));
        type(title.toLower(), text);
    }

private:
    std::unique_ptr<TablesPage> m_page;

public:
    QTableView *view;
};

}

/// Writing in the tables, by keyboard and mouse.
class TestEdit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }
    void initTestCase()
    {
        qputenv("USER", "ann");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
    }

    void whatIsTypedWaitsMarkedAndIsSaved()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.enter(u"runtime"_s, u"155"_s);
        QTRY_COMPARE(desk.staged(), 1);
        QTRY_COMPARE(desk.text(u"reason_runtime"_s), u"* Not saved; before: 150"_s);
        QCOMPARE(desk.value(u"runtime"_s), u"150"_s);
        auto *leaves = desk.find<QTabWidget>(u"editLeaves"_s);
        QCOMPARE(leaves->tabText(2), u"Changes 1"_s);
        QTRY_COMPARE(desk.changes(StagedModel::Where), QStringList(u"Movies: Dune · Runtime"_s));
        desk.turn(u"Changes"_s);
        auto *list = desk.find<QTableView>(u"stagedList"_s);
        list->selectRow(0);
        QCOMPARE(desk.text(u"stagedSql"_s),
                 u"UPDATE movies SET runtime = 155 WHERE movie_id = %1 AND row_version = 1;"_s.arg(desk.movie));
        QTest::keyClick(&desk.desk, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(desk.staged(), 0);
        QCOMPARE(desk.value(u"runtime"_s), u"155"_s);
        QTRY_COMPARE(desk.text(u"editMessageText"_s), u"Saved."_s);
    }

    void theReasonStandsThereWhileTyping()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.type(u"runtime"_s, u"15x"_s);
        QCOMPARE(desk.text(u"reason_runtime"_s), u"“15x” is no number."_s);
        QVERIFY(desk.find<QLabel>(u"reason_runtime"_s)->isVisible());
        desk.enter(u"runtime"_s, u"15x"_s);
        desk.enter(u"homepage"_s, u"dune"_s);
        QTest::qWait(0);
        QCOMPARE(desk.staged(), 0); // neither can be meant
        desk.enter(u"homepage"_s, u"https://dune.example"_s);
        QTRY_COMPARE(desk.staged(), 1);
    }

    void whatWaitsSurvivesTheWindow()
    {
        EngineShelf shelf;
        {
            Desk desk(shelf);
            desk.enter(u"tagline"_s, u"Fear"_s);
            QTRY_COMPARE(desk.staged(), 1);
        }
        EditDesk again(shelf.database, new QLabel);
        again.show();
        QTRY_COMPARE(again.session().staged().size(), 1);
        QCOMPARE(again.session().staged()[0].change.after, Cell(u"Fear"_s));
    }

    void oneIsTakenBackByItsButton()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.enter(u"runtime"_s, u"155"_s);
        desk.enter(u"tagline"_s, u"Fear"_s);
        QTRY_COMPARE(desk.staged(), 2);
        desk.find<QToolButton>(u"takeBack_runtime"_s)->click();
        QTRY_COMPARE(desk.staged(), 1);
        QTRY_COMPARE(desk.find<QLineEdit>(u"edit_runtime"_s)->text(), u"150"_s);
        desk.turn(u"Changes"_s);
        desk.trigger(u"takeBackAll"_s);
        QTRY_COMPARE(desk.staged(), 0);
    }

    void aConflictIsChosenFieldByField()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.enter(u"runtime"_s, u"155"_s);
        desk.enter(u"tagline"_s, u"Mine"_s);
        QTRY_COMPARE(desk.staged(), 2);
        desk.bobSets(u"runtime"_s, u"151"_s);
        desk.bobSets(u"tagline"_s, u"Theirs"_s);
        desk.trigger(u"saveAll"_s);
        auto *panel = desk.find<QWidget>(u"conflictPanel"_s);
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(desk.text<QRadioButton>(u"theirs_runtime"_s), u"151"_s);
        QCOMPARE(desk.text<QRadioButton>(u"mine_runtime"_s), u"155"_s);
        QCOMPARE(desk.value(u"runtime"_s), u"151"_s); // nothing was saved
        QTest::mouseClick(desk.find<QRadioButton>(u"mine_runtime"_s), Qt::LeftButton, {}, {8, 8});
        desk.trigger(u"settleConflict"_s);
        QTRY_VERIFY(!panel->isVisible());
        QTRY_COMPARE(desk.staged(), 1);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.staged(), 0);
        QCOMPARE(desk.value(u"runtime"_s), u"155"_s);
        QCOMPARE(desk.value(u"tagline"_s), u"Theirs"_s);
    }

    void bothSidesAreCalledByTheirNames()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        const QString mine = desk.add(u"directors"_s, {{u"name"_s, u"Denis Villeneuve"_s}});
        const QString theirs = desk.add(u"directors"_s, {{u"name"_s, u"David Lynch"_s}});
        desk.desk.session().stage(
            {{.table = u"movies"_s, .row = desk.movie, .column = u"director_id"_s, .after = mine, .version = 1}});
        QTRY_COMPARE(desk.staged(), 1);
        desk.bobSets(u"director_id"_s, theirs);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.text<QRadioButton>(u"mine_director_id"_s), u"Denis Villeneuve"_s);
        QCOMPARE(desk.text<QRadioButton>(u"theirs_director_id"_s), u"David Lynch"_s);
        QCOMPARE(desk.find<QRadioButton>(u"theirs_director_id"_s)->accessibleDescription(), u"David Lynch"_s);
        QVERIFY(desk.text(u"conflictHeading"_s).startsWith(u"Movies: Dune was changed"_s));
    }

    void whatWasBeforeCanBeChosenToo()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.enter(u"runtime"_s, u"155"_s);
        QTRY_COMPARE(desk.staged(), 1);
        desk.bobSets(u"runtime"_s, u"151"_s);
        desk.trigger(u"saveAll"_s);
        auto *panel = desk.find<QWidget>(u"conflictPanel"_s);
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(desk.text<QRadioButton>(u"before_runtime"_s), u"150"_s);
        QTest::mouseClick(desk.find<QRadioButton>(u"before_runtime"_s), Qt::LeftButton, {}, {8, 8});
        desk.trigger(u"settleConflict"_s);
        QTRY_VERIFY(!panel->isVisible());
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.value(u"runtime"_s), u"150"_s);
    }

    void whoTypesAgainWhileItIsSavedMeetsNoConflict()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        EditSession &session = desk.desk.session();
        desk.enter(u"tagline"_s, u"First"_s);
        QTRY_COMPARE(desk.staged(), 1);
        editing::Change again = session.staged().constFirst().change;
        session.save();
        again.after = u"Second"_s; // typed where the row still stands as it was
        session.stage({again});
        QTRY_COMPARE(desk.value(u"tagline"_s), u"First"_s);
        QTRY_COMPARE(desk.staged(), 1);
        session.save();
        QTRY_COMPARE(desk.value(u"tagline"_s), u"Second"_s);
        QTRY_COMPARE(desk.staged(), 0);

        desk.bobSets(u"tagline"_s, u"Theirs"_s); // which is not mine
        again.after = u"Third"_s;
        session.stage({again});
        QTRY_COMPARE(desk.staged(), 1);
        session.save();
        QTRY_VERIFY(desk.find<QWidget>(u"conflictPanel"_s)->isVisible());
        QCOMPARE(desk.value(u"tagline"_s), u"Theirs"_s);
    }

    void undoAndRedoByKey()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.enter(u"runtime"_s, u"155"_s);
        QTRY_COMPARE(desk.staged(), 1);
        desk.trigger(u"saveAll"_s);
        QTRY_VERIFY(desk.find<QAction>(u"undoEdit"_s)->isEnabled());
        desk.find<QTabWidget>(u"editLeaves"_s)->setFocus();
        QTest::keyClick(&desk.desk, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.value(u"runtime"_s), u"150"_s);
        QTRY_COMPARE(desk.find<QLineEdit>(u"edit_runtime"_s)->text(), u"150"_s);
        QTRY_VERIFY(desk.find<QAction>(u"redoEdit"_s)->isEnabled());
        QTest::keyClick(&desk.desk, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.value(u"runtime"_s), u"155"_s);
    }

    void workThatTakesAWhileIsSaid()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        QTRY_VERIFY(desk.desk.findChild<QLineEdit *>(u"edit_runtime"_s));
        QSemaphore held;
        const auto other = shelf.database.run([&held](Connection &) -> Result<> {
            held.acquire();
            return {};
        });
        desk.enter(u"runtime"_s, u"151"_s);
        auto *text = desk.find<QLabel>(u"editWorkText"_s);
        QTRY_VERIFY(text->isVisible());
        held.release();
        QTRY_COMPARE(desk.staged(), 1);
        QTRY_VERIFY(!text->isVisible());
    }

    void chipsComeAndGoByName()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.add(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        QTRY_VERIFY(desk.desk.findChild<QLineEdit *>(u"add_movie_genres"_s));
        desk.open(u"Relations"_s);
        desk.choose(desk.find<QLineEdit>(u"add_movie_genres"_s), u"dra"_s, u"Drama"_s);
        QTRY_COMPARE(desk.chips(u"movie_genres"_s), QStringList({u"* Drama"_s}));
        desk.choose(desk.find<QLineEdit>(u"add_movie_genres"_s), u"Western"_s, u"Create “Western”…"_s);
        QTRY_COMPARE(desk.chips(u"movie_genres"_s), QStringList({u"* Drama"_s, u"* Western (new)"_s}));
        QTRY_COMPARE(desk.changes(StagedModel::After),
                     QStringList({u"Dune · Drama"_s, u"Western"_s, u"Dune · Western (new)"_s}));
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.chips(u"movie_genres"_s), QStringList({u"Drama"_s, u"Western"_s}));
        desk.chip(u"movie_genres"_s, u"Drama"_s)->click();
        QTRY_COMPARE(desk.chips(u"movie_genres"_s), QStringList({u"* Drama"_s, u"Western"_s}));
        QVERIFY(desk.chip(u"movie_genres"_s, u"Drama"_s)->font().strikeOut());
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.chips(u"movie_genres"_s), QStringList({u"Western"_s}));
    }

    void aCastMemberComesWithACharacter()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.add(u"actors"_s, {{u"name"_s, u"Zendaya"_s}});
        QTRY_VERIFY(desk.desk.findChild<QLineEdit *>(u"add_cast"_s));
        desk.open(u"Relations"_s);
        auto *role = desk.find<QLineEdit>(u"new_role"_s);
        auto *place = desk.find<QLineEdit>(u"new_billing_order"_s);
        QVERIFY(!role->isVisible());
        desk.choose(desk.find<QLineEdit>(u"add_cast"_s), u"zen"_s, u"Zendaya"_s);
        QTRY_VERIFY(role->hasFocus());
        QCOMPARE(desk.staged(), 0);
        QTest::keyClicks(role, u"Chani"_s);
        QTest::keyClicks(place, u"x"_s);
        QTest::keyClick(place, Qt::Key_Return);
        QCOMPARE(desk.text(u"castFault"_s), u"“x” is no number."_s);
        place->selectAll();
        QTest::keyClicks(place, u"2"_s);
        QTest::keyClick(place, Qt::Key_Return);
        QTRY_COMPARE(desk.chips(u"cast"_s), QStringList({u"* Zendaya as Chani"_s}));
        desk.choose(desk.find<QLineEdit>(u"add_cast"_s), u"Paul"_s, u"Create “Paul”…"_s);
        QTRY_VERIFY(role->hasFocus());
        QTest::keyClick(role, Qt::Key_Return); // nobody knows whom
        QTRY_COMPARE(desk.chips(u"cast"_s), QStringList({u"* Zendaya as Chani"_s, u"* Paul (new)"_s}));
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.chips(u"cast"_s).size(), 2);
        QTRY_VERIFY(desk.chips(u"cast"_s).contains(u"Zendaya as Chani"_s));
        const auto parts = shelf.ask([&](Connection &connection) {
            return library::find(connection, u"cast"_s, records::Values{{u"movie_id"_s, desk.movie}});
        });
        QCOMPARE(parts->size(), 2);
        QVERIFY(std::ranges::any_of(*parts, [](const Record &part) {
            return part.values.value(u"role"_s) == u"Chani"_s && part.values.value(u"billing_order"_s) == u"2"_s;
        }));
    }

    void aLockOpensByClick()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        QTRY_VERIFY(desk.desk.findChild<QToolButton *>(u"lock_runtime"_s));
        QTRY_VERIFY(desk.find<QToolButton>(u"lock_runtime"_s)->isVisible());
        QCOMPARE(desk.find<QToolButton>(u"lock_runtime"_s)->accessibleName(), u"Unlock Runtime"_s); // bob typed it
        desk.find<QToolButton>(u"lock_runtime"_s)->click();
        QTRY_COMPARE(desk.find<QToolButton>(u"lock_runtime"_s)->accessibleName(), u"Lock Runtime"_s);
    }

    void anyValueOfTheHistoryIsRestored()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        for (const QString &runtime : {u"155"_s, u"160"_s}) {
            desk.enter(u"runtime"_s, runtime);
            QTRY_COMPARE(desk.staged(), 1);
            desk.trigger(u"saveAll"_s);
            QTRY_COMPARE(desk.staged(), 0);
            QTRY_COMPARE(desk.find<QLineEdit>(u"edit_runtime"_s)->text(), runtime); // read again
        }
        desk.open(u"Sources"_s);
        auto *list = desk.find<QTableView>(u"editHistory"_s);
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->model()->index(0, 4).data(), u"160"_s);
        list->selectRow(1);
        desk.trigger(u"restoreValue"_s);
        QTRY_COMPARE(desk.value(u"runtime"_s), u"150"_s);
        QTRY_COMPARE(list->model()->rowCount(), 4);
    }

    void theFormSaysWhatARowIsLinkedWithAndWhereItComesFrom()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        const QString genre = desk.add(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        desk.add(u"movie_genres"_s, {{u"movie_id"_s, desk.movie}, {u"genre_id"_s, genre}});
        desk.stand({.table = u"genres"_s, .row = genre, .rows = {genre}});
        QTRY_COMPARE(desk.text(u"formHeading"_s), u"Drama"_s);
        desk.open(u"Relations"_s);
        QVERIFY2(desk.text(u"formReferring"_s).contains(u"Movies with this genre: 1"_s),
                 qPrintable(desk.text(u"formReferring"_s)));
        const QSignalSpy wanted(&desk.desk, &EditDesk::wanted);
        emit desk.find<QLabel>(u"formReferring"_s)->linkActivated(u"0"_s);
        QCOMPARE(wanted.size(), 1);
        desk.open(u"Sources"_s);
        QVERIFY2(desk.text(u"formSources"_s).contains(u"Typed by bob"_s), qPrintable(desk.text(u"formSources"_s)));
        QVERIFY(desk.text(u"formSources"_s).endsWith(u": Name"_s));
        QTRY_COMPARE(desk.find<QTableView>(u"editHistory"_s)->model()->rowCount(), 1);
    }

    void aNewRowIsWrittenAndDuplicated()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.trigger(u"insertRow"_s);
        QTRY_COMPARE(desk.staged(), 1);
        QTRY_VERIFY(desk.desk.findChild<QLineEdit *>(u"edit_title"_s));
        QTRY_COMPARE(desk.find<QLineEdit>(u"edit_title"_s)->text(), QString());
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.text(u"editMessageText"_s), u"title: It cannot be empty."_s);
        desk.enter(u"title"_s, u"Arrival"_s);
        QTRY_COMPARE(desk.text(u"formHeading"_s), u"* Arrival (new)"_s);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.text(u"formHeading"_s), u"Arrival"_s);
        QCOMPARE(desk.staged(), 0);

        desk.trigger(u"duplicateRow"_s);
        QTRY_COMPARE(desk.staged(), 1);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.staged(), 0);
        const auto all = shelf.ask([](Connection &connection) {
            return library::find(connection, u"movies"_s, records::Values{{u"title"_s, u"Arrival"_s}});
        });
        QCOMPARE(all->size(), 2);
    }

    void aCopyHasTheCastInItsOrder()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        const QString second = desk.add(u"actors"_s, {{u"name"_s, u"Zendaya"_s}});
        const QString first = desk.add(u"actors"_s, {{u"name"_s, u"Timothée Chalamet"_s}});
        desk.add(u"cast"_s,
                 {{u"movie_id"_s, desk.movie},
                  {u"actor_id"_s, second},
                  {u"role"_s, u"Chani"_s},
                  {u"billing_order"_s, u"2"_s}});
        desk.add(u"cast"_s,
                 {{u"movie_id"_s, desk.movie},
                  {u"actor_id"_s, first},
                  {u"role"_s, u"Paul"_s},
                  {u"billing_order"_s, u"1"_s}});
        desk.trigger(u"duplicateRow"_s);
        QTRY_COMPARE(desk.staged(), 3);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.staged(), 0);
        const auto parts
            = shelf.ask([](Connection &connection) { return library::find(connection, u"cast"_s, records::Values{}); });
        QStringList copied;
        for (const Record &part : *parts) {
            if (part.values.value(u"movie_id"_s) != Cell(desk.movie))
                copied.append(u"%1 %2 %3"_s.arg(*part.values.value(u"billing_order"_s),
                                                *part.values.value(u"actor_id"_s), *part.values.value(u"role"_s)));
        }
        copied.sort();
        QCOMPARE(copied, QStringList({u"1 %1 Paul"_s.arg(first), u"2 %1 Chani"_s.arg(second)}));
    }

    void whatRefersToARowIsNamedBeforeItGoes()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        const QString genre = desk.add(u"genres"_s, {{u"name"_s, u"Drama"_s}});
        desk.add(u"movie_genres"_s, {{u"movie_id"_s, desk.movie}, {u"genre_id"_s, genre}});
        desk.trigger(u"removeRows"_s);
        QTRY_COMPARE(desk.text(u"editMessageText"_s), u"With it go: 1 row of Movie genres."_s);
        QCOMPARE(desk.staged(), 0);
        desk.stand({.table = u"genres"_s, .row = genre, .rows = {genre}});
        QVERIFY(!desk.find<QLabel>(u"editMessageText"_s)->isVisible()); // it was about the film
        desk.stand({.table = u"movies"_s, .row = desk.movie, .rows = {desk.movie}});
        desk.trigger(u"removeRows"_s);
        QTRY_VERIFY(desk.find<QLabel>(u"editMessageText"_s)->isVisible());
        desk.find<QToolButton>(u"editMessageAction"_s)->click();
        QTRY_COMPARE(desk.staged(), 1);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.value(u"title"_s), Cell());
        desk.trigger(u"undoEdit"_s);
        QTRY_COMPARE(desk.value(u"title"_s), u"Dune"_s);
    }

    void newRowsHaveTheNamesOfWhatTheyReferTo()
    {
        EngineShelf shelf;
        const table::Field title{.name = u"title"_s};
        const table::Field genres{.name = u"movie_genres"_s,
                                  .kind = table::Field::Kind::Relation,
                                  .table = u"genres"_s,
                                  .from = u"movie_id"_s,
                                  .to = u"genre_id"_s};
        QList<staging::Staged> staged;
        const auto insert = [&](const QString &table, const QString &row, const records::Values &values) {
            staged.append({.change = {.kind = editing::Kind::Insert, .table = table, .row = row, .values = values}});
        };
        constexpr int Films = 200;
        insert(u"genres"_s, u"new:genre"_s, {{u"name"_s, u"Noir"_s}});
        for (int i = 0; i < Films; ++i) {
            const QString film = u"new:%1"_s.arg(i);
            insert(u"movies"_s, film, {{u"title"_s, film}});
            insert(u"movie_genres"_s, u"new:link%1"_s.arg(i), {{u"movie_id"_s, film}, {u"genre_id"_s, u"new:genre"_s}});
        }
        const auto work
            = [&](Connection &connection) { return NewRows::read(connection, u"movies"_s, {title, genres}, staged); };
        const auto rows = got(QCoro::waitFor(shelf.database.read(work)));
        QCOMPARE(rows.size(), Films);
        QCOMPARE(rows[7].cells[0].toString(), u"new:7"_s);
        const auto links = rows[7].cells[1].value<table::Links>();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0].name, u"Noir"_s);
    }

    void whatWasCopiedIsLookedAtAtOnce()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        QGuiApplication::clipboard()->setText(u"Dune\t155\nArrival\t116"_s);
        desk.trigger(u"pasteBlockOf"_s);
        QTRY_COMPARE(desk.text(u"previewSummary"_s), u"2 changes · 1 cell stays as it is"_s);
        QGuiApplication::clipboard()->clear();
    }

    void aPastedBlockIsLookedAtFirst()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.trigger(u"pasteBlockOf"_s);
        desk.find<QPlainTextEdit>(u"pasteBlock"_s)->setPlainText(u"Dune\t155\nArrival\tlong\nBoat People\t109\n"_s);
        QTest::mouseClick(desk.find<QPushButton>(u"lookAtBlock"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.text(u"previewSummary"_s),
                     u"2 changes · 1 cell cannot be meant and is left out · 1 new row is not made because of that · "
                     "1 cell stays as it is"_s);
        QCOMPARE(desk.find<QPlainTextEdit>(u"previewFaults"_s)->toPlainText(),
                 u"Line 2, Runtime: “long” is no number."_s);
        QCOMPARE(desk.staged(), 0);
        desk.trigger(u"stagePreview"_s);
        QTRY_COMPARE(desk.staged(), 2);
        desk.trigger(u"saveAll"_s);
        QTRY_COMPARE(desk.value(u"runtime"_s), u"155"_s);
    }

    void aFileIsImported()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"films.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"movie_id": )" + desk.movie.toUtf8()
                   + R"(, "runtime": 155})"
                     "\n"
                     R"({"title": "Arrival", "runtime": 116, "shelf": 3})"
                     "\n");
        file.close();
        desk.turn(u"Many"_s);
        desk.find<ManyPanel>(u"manyPanel"_s)->open(file.fileName());
        QTRY_COMPARE(desk.text(u"previewSummary"_s), u"2 changes"_s);
        QVERIFY(desk.text(u"importFile"_s).endsWith("left aside: shelf"_L1));
        desk.trigger(u"stagePreview"_s);
        QTRY_COMPARE(desk.staged(), 2);
    }

    void filesAndBlocksAreReadByTheirForm()
    {
        const auto csv = tabletext::parse("title,plot\r\n\"a, b\",\r\n");
        QCOMPARE(csv->headers, QStringList({u"title"_s, u"plot"_s}));
        QCOMPARE(csv->lines, QList<QStringList>({{u"a, b"_s, u""_s}}));
        QVERIFY(!csv->lines[0][1].isNull()); // it is there, and empty
        const auto lines = tabletext::parse("{\"title\": \"A\"}\n\n{\"runtime\": 90.0, \"plot\": null}\n");
        QCOMPARE(lines->headers, QStringList({u"title"_s, u"plot"_s, u"runtime"_s}));
        QCOMPARE(lines->lines[1][2], u"90"_s);
        QVERIFY(lines->lines[0][2].isNull()); // it says nothing of it
        QVERIFY(!lines->lines[1][1].isNull());
        QCOMPARE(tabletext::parse("{\"a\": 1}\n{\"a\": \n").error().message, u"Line 2 is no JSON object."_s);
        QCOMPARE(tabletext::parseBlock(u"a\tb\n\"c\nd\"\te\n"_s)->lines,
                 QList<QStringList>({{u"a"_s, u"b"_s}, {u"c\nd"_s, u"e"_s}}));
        QCOMPARE(tabletext::parseBlock(u"one, cell"_s)->lines, QList<QStringList>({{u"one, cell"_s}}));
        QCOMPARE(tabletext::parseBlock(u"a, b\nc\n"_s)->lines, QList<QStringList>({{u"a, b"_s}, {u"c"_s}}));
    }

    void textIsFoundAndReplaced()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.add(u"movies"_s, {{u"title"_s, u"dune: Part Two"_s}});
        desk.trigger(u"replaceText"_s);
        desk.find<QLineEdit>(u"findText"_s)->setText(u"DUNE"_s);
        desk.find<QLineEdit>(u"replaceBy"_s)->setText(u"Düne"_s);
        QTest::keyClick(desk.find<QLineEdit>(u"replaceBy"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.text(u"previewSummary"_s), u"2 changes"_s);
        desk.trigger(u"stagePreview"_s);
        QTRY_COMPARE(desk.staged(), 2);
    }

    void twoPeopleBecomeOne()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        const QString kept = desk.add(u"directors"_s, {{u"name"_s, u"Victor Fleming"_s}});
        const QString twin = desk.add(u"directors"_s, {{u"name"_s, u"V. Fleming"_s}, {u"bio"_s, u"American"_s}});
        desk.stand({.table = u"directors"_s, .row = kept, .rows = {kept}});
        desk.trigger(u"mergeChosen"_s);
        desk.choose(desk.find<QLineEdit>(u"mergeOther"_s), u"V."_s, u"V. Fleming"_s);
        QTRY_VERIFY(desk.find<QAction>(u"mergeRows"_s)->isEnabled());
        QVERIFY(desk.find<QRadioButton>(u"merge_bio_1"_s)->isChecked()); // the one that knows
        desk.trigger(u"mergeRows"_s);
        QTRY_COMPARE(desk.value(u"bio"_s, u"directors"_s, kept), u"American"_s);
        QCOMPARE(desk.value(u"name"_s, u"directors"_s, twin), Cell());
    }

    void aCellOfTheGridIsWrittenInPlace()
    {
        EngineShelf shelf;
        add(shelf, 1);
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 1);
        grid.write(0, u"Runtime"_s, u"15x"_s);
        QTest::qWait(0);
        QCOMPARE(grid.staged(), 0); // the editor stays, with the reason
        grid.type(u"runtime"_s, u"155"_s);
        QTRY_COMPARE(grid.staged(), 1);
        QTRY_VERIFY(!grid.view->findChild<QLineEdit *>(u"edit_runtime"_s));
        grid.key(Qt::Key_S);
        QTRY_COMPARE(grid.staged(), 0);
        QTRY_COMPARE(grid.cell(0, u"Runtime"_s), u"155"_s);
        grid.key(Qt::Key_Z);
        QTRY_COMPARE(grid.cell(0, u"Runtime"_s), u"100"_s);
    }

    void aChipThatIsStagedStandsInTheGrid()
    {
        EngineShelf shelf;
        add(shelf, 1);
        const auto genre = shelf.ask([](Connection &connection) {
            return library::add(connection, u"genres"_s, {{u"name"_s, u"A genre with a name of a length"_s}}, u"bob"_s);
        });
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 1);
        const auto width = [&] {
            QStyleOptionViewItem option;
            option.initFrom(grid.view);
            return grid.view->itemDelegate()->sizeHint(option, grid.index(0, u"Genres"_s)).width();
        };
        const int before = width();
        const int name = grid.view->fontMetrics().horizontalAdvance(u"A genre with a name of a length"_s);
        grid.session().stage({{.kind = editing::Kind::Insert,
                               .table = u"movie_genres"_s,
                               .row = u"new:1"_s,
                               .values = {{u"movie_id"_s, u"1"_s}, {u"genre_id"_s, *genre}}}});
        QTRY_VERIFY(width() > name);
        grid.trigger(u"saveAll"_s);
        QTRY_COMPARE(grid.staged(), 0);
        QTRY_COMPARE(grid.cell(0, u"Genres"_s), u"A genre with a name of a length"_s);
        QVERIFY(width() > before);
    }

    void aNewRowStandsInTheGridUntilItIsSaved()
    {
        EngineShelf shelf;
        add(shelf, 3);
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 3);
        grid.trigger(u"insertRow"_s);
        QTRY_COMPARE(grid.rows(), 4);
        QTRY_COMPARE(grid.view->currentIndex().row(), 0);
        QCOMPARE(grid.cell(0, u"Title"_s), u"–"_s);
        QCOMPARE(grid.cell(1, u"Title"_s), u"Film 1"_s);
        grid.write(0, u"Title"_s, u"Arrival"_s);
        QTRY_COMPARE(grid.cell(0, u"Title"_s), u"Arrival"_s);
        QCOMPARE(grid.find<QLabel>(u"tableCount"_s)->text(), u"3 movies · 1 new, not saved"_s);
        QTRY_COMPARE(grid.find<QLabel>(u"formHeading"_s)->text(), u"* Arrival (new)"_s);
        grid.trigger(u"duplicateRow"_s);
        QTRY_COMPARE(grid.rows(), 5);
        QTRY_COMPARE(grid.view->currentIndex().row(), 1);
        grid.trigger(u"removeRows"_s);
        QTRY_COMPARE(grid.rows(), 4);
        grid.view->setCurrentIndex(grid.index(0, u"Title"_s));
        QTRY_COMPARE(grid.find<QLabel>(u"formHeading"_s)->text(), u"* Arrival (new)"_s);
        grid.key(Qt::Key_S);
        QTRY_COMPARE(grid.staged(), 0);
        QTRY_COMPARE(grid.cell(0, u"Title"_s), u"Film 1"_s);
        QTRY_COMPARE(grid.cell(3, u"Title"_s), u"Arrival"_s);
        QTRY_COMPARE(grid.view->currentIndex().row(), 3); // where the person was
    }

    void namesOfWhatANewRowRefersToAreShown()
    {
        EngineShelf shelf;
        add(shelf, 1);
        const auto genre = shelf.ask([](Connection &connection) {
            return library::add(connection, u"genres"_s, {{u"name"_s, u"Drama"_s}}, u"bob"_s);
        });
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 1);
        grid.session().stage({{.kind = editing::Kind::Insert,
                               .table = u"movies"_s,
                               .row = u"new:1"_s,
                               .values = {{u"title"_s, u"Arrival"_s}, {u"director_id"_s, u"new:2"_s}}},
                              {.kind = editing::Kind::Insert,
                               .table = u"directors"_s,
                               .row = u"new:2"_s,
                               .values = {{u"name"_s, u"Denis Villeneuve"_s}}},
                              {.kind = editing::Kind::Insert,
                               .table = u"movie_genres"_s,
                               .row = u"new:3"_s,
                               .values = {{u"movie_id"_s, u"new:1"_s}, {u"genre_id"_s, *genre}}}});
        QTRY_COMPARE(grid.rows(), 2);
        QCOMPARE(grid.cell(0, u"Director"_s), u"Denis Villeneuve"_s);
        QCOMPARE(grid.cell(0, u"Genres"_s), u"Drama"_s);
    }

    void allChosenRowsAreChangedThoughTheyWereNotRead_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("walked along") << QString();
        QTest::newRow("listed") << u"film"_s;
    }
    void allChosenRowsAreChangedThoughTheyWereNotRead()
    {
        QFETCH(const QString, words);
        EngineShelf shelf;
        add(shelf, 9'000);
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 9'000);
        grid.find<QLineEdit>(u"tableWords"_s)->setText(words);
        const QString all = words.isEmpty() ? u"9,000 movies"_s : u"9,000 of 9,000 movies match “film”"_s;
        QTRY_COMPARE(grid.find<QLabel>(u"tableCount"_s)->text(), all);
        grid.view->selectAll();
        grid.trigger(u"setMany"_s);
        QTRY_COMPARE(grid.find<QLabel>(u"setHint"_s)->text(), u"in 9,000 chosen rows"_s);
        auto *columns = grid.find<QComboBox>(u"setColumn"_s);
        columns->setCurrentIndex(columns->findData(u"runtime"_s));
        grid.find<QLineEdit>(u"setValue"_s)->setText(u"120"_s);
        QTest::mouseClick(grid.find<QPushButton>(u"lookAtSetting"_s), Qt::LeftButton);
        grid.trigger(u"stopReadingRows"_s);
        QTRY_COMPARE(grid.find<QLabel>(u"editMessageText"_s)->text(), u"It was stopped. Nothing was changed."_s);
        QTest::mouseClick(grid.find<QPushButton>(u"lookAtSetting"_s), Qt::LeftButton);
        QVERIFY(grid.find<QWidget>(u"rowChoice"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(grid.find<QLabel>(u"previewSummary"_s)->text(), u"9,000 changes"_s, 60'000);
        QVERIFY(grid.find<QWidget>(u"rowChoice"_s)->isHidden());
    }

    void whoChoosesAllMeansWhatIsStillBeingCounted()
    {
        EngineShelf shelf;
        add(shelf, 3);
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 3);
        grid.view->selectAll();
        auto *model = qobject_cast<TableModel *>(grid.view->model());
        model->setCount(500, false);
        QTRY_COMPARE(grid.find<QLabel>(u"setHint"_s)->text(), u"in 500 chosen rows"_s);
        grid.view->setCurrentIndex(grid.index(1, u"Title"_s));
        model->setCount(600, true);
        QTRY_COMPARE(grid.find<QLabel>(u"setHint"_s)->text(), u"in the chosen row"_s);
    }

    void allChosenRowsAreRemoved()
    {
        EngineShelf shelf;
        add(shelf, 2'500);
        const Sheet grid(shelf);
        QTRY_COMPARE(grid.rows(), 2'500);
        grid.view->selectAll();
        QTRY_VERIFY(grid.find<QLabel>(u"setHint"_s)->text().contains(u"2,500"_s));
        grid.trigger(u"removeRows"_s);
        QTRY_COMPARE_WITH_TIMEOUT(grid.staged(), 2'500, 60'000);
    }

    void tooManyRowsAreRefusedAndNotLeftOut()
    {
        EngineShelf shelf;
        Desk desk(shelf);
        desk.stand({.table = u"movies"_s, .row = desk.movie, .ranges = {{0, 100'001}}});
        desk.trigger(u"removeRows"_s);
        QTRY_COMPARE(desk.text(u"editMessageText"_s),
                     u"100,001 rows are chosen: at most 100,000 are changed at once. A filter makes them fewer."_s);
        QCOMPARE(desk.staged(), 0);
    }
};

QTEST_MAIN(TestEdit)
#include "tst_edit.moc"
