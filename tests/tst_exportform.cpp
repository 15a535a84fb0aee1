#include "engineshelf.h"
#include "export/formats.h"
#include "filmshelf.h"
#include "importbar.h"
#include "tableexportbar.h"
#include "tableexportform.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals;
using exports::Content;
using exports::Format;
using exports::Order;

namespace {

Order shown()
{
    return {.content = Content::Shown,
            .query = {.table = u"movies"_s, .columns = {u"title"_s}, .words = u"heat"_s},
            .total = 4};
}

/// The form as a person uses it.
class Chosen
{
public:
    Chosen() { form.offer(shown()); }

    QComboBox *box(const QString &name) const { return form.findChild<QComboBox *>(name); }
    void choose(Content content) const
    {
        QComboBox *contents = box(u"exportContent"_s);
        contents->setCurrentIndex(contents->findData(int(content)));
    }
    void choose(Format format) const
    {
        QComboBox *boxes = box(u"exportFormat"_s);
        boxes->setCurrentIndex(boxes->findData(int(format)));
    }
    bool offers(Format format) const { return box(u"exportFormat"_s)->findData(int(format)) >= 0; }
    QCheckBox *check(const QString &name) const { return form.findChild<QCheckBox *>(name); }

    TableExportForm form;
};

}

/// What a person can choose to export, and what comes of it.
class TestExportForm : public QObject
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

    void whatIsShownIsOfferedFirst()
    {
        const Chosen chosen;
        QVERIFY(!chosen.form.isHidden());
        QCOMPARE(chosen.box(u"exportContent"_s)->currentText(), u"Rows shown (4)"_s);
        QCOMPARE(chosen.box(u"exportFormat"_s)->currentText(), u"CSV"_s);
        QCOMPARE(chosen.form.order().query, shown().query);
    }

    void onlyFormatsThatHoldItAreOffered()
    {
        const Chosen chosen;
        QVERIFY(!chosen.offers(Format::Nfo));
        QVERIFY(!chosen.offers(Format::SqliteDump));
        chosen.choose(Content::Films);
        QVERIFY(chosen.offers(Format::Nfo));
        chosen.choose(Content::Items);
        QCOMPARE(chosen.box(u"exportFormat"_s)->count(), 1);
        chosen.choose(Content::Database);
        QVERIFY(chosen.offers(Format::PostgresqlDump));
    }

    void aChoiceStaysWhenTheRowsChange()
    {
        Chosen chosen;
        chosen.choose(Content::Table);
        chosen.choose(Format::JsonLines);
        Order other = shown();
        other.query.table = u"actors"_s;
        chosen.form.setShown(other);
        QCOMPARE(chosen.form.order().content, Content::Table);
        QCOMPARE(chosen.form.order().format, Format::JsonLines);
        QCOMPARE(chosen.form.order().query.table, u"actors"_s);
        QVERIFY(chosen.form.order().query.words.isEmpty());
    }

    void optionsAreThereWhereTheyMeanSomething()
    {
        const Chosen chosen;
        chosen.check(u"exportMark"_s)->setChecked(true);
        chosen.check(u"exportGuard"_s)->setChecked(true);
        QVERIFY(chosen.form.order().byteOrderMark);
        QVERIFY(chosen.form.order().guardsFormulas);
        chosen.choose(Format::Json);
        QVERIFY(!chosen.check(u"exportMark"_s)->isEnabled());
        QVERIFY(!chosen.form.order().guardsFormulas);
    }

    void theWholeDatabaseIsExportedFromTheForm()
    {
        EngineShelf shelf;
        shelf.list({FilmShelf::film(u"f1"_s, u"Heat"_s, 1995)});
        TableExportBar bar(shelf.services().database);
        bar.show();
        bar.offer(shown());
        auto *contents = bar.findChild<QComboBox *>(u"exportContent"_s);
        contents->setCurrentIndex(contents->findData(int(Content::Database)));
        const QSignalSpy finished(&bar, &TableExportBar::finished);
        bar.findChild<QAction *>(u"chooseExportPlace"_s)->trigger();
        auto *dialog = bar.findChild<QFileDialog *>(u"exportDialog"_s);
        QVERIFY(dialog);
        const QString path = shelf.folder.filePath(u"whole"_s);
        emit dialog->fileSelected(path);
        dialog->reject();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(QFile::exists(path + u"/items.csv"_s));
        QVERIFY(QFile::exists(path + u"/manifest.json"_s));
        QVERIFY(bar.findChild<QLabel *>(u"exportMessageText"_s)->text().endsWith(u"rows are in "_s + path));
    }

    void aWholeExportIsReadBack()
    {
        EngineShelf shelf;
        shelf.list({FilmShelf::film(u"f1"_s, u"Heat"_s, 1995)});
        const QString path = shelf.folder.filePath(u"whole"_s);
        TableExportBar out(shelf.services().database);
        const QSignalSpy written(&out, &TableExportBar::finished);
        out.start({.content = Content::Database, .path = path});
        QTRY_COMPARE(written.size(), 1);

        EngineShelf fresh;
        ImportBar bar(fresh.services().database);
        bar.show();
        const auto *text = bar.findChild<QLabel *>(u"readBackMessageText"_s);
        const QSignalSpy finished(&bar, &ImportBar::finished);
        bar.action()->trigger();
        auto *dialog = bar.findChild<QFileDialog *>(u"readBackDialog"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->reject();
        QVERIFY(bar.findChild<QWidget *>(u"readBackProgress"_s)->isVisible());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY2(text->text().endsWith(u"rows were read from "_s + path + u'.'), qPrintable(text->text()));
        const auto item
            = fresh.ask([](Connection &connection) { return library::itemByKey(connection, u"file"_s, u"f1"_s); });
        QCOMPARE((*item)->title, u"Heat"_s);

        bar.start(path); // into what is not empty any more
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY2(text->text().contains(u"already has rows"_s), qPrintable(text->text()));
        bar.start(shelf.folder.path()); // which is no export
        QTRY_COMPARE(finished.size(), 3);
        QVERIFY2(text->text().contains(u"manifest.json cannot be read"_s), qPrintable(text->text()));
    }

    void anExportThatIsLeftIsEnded()
    {
        EngineShelf shelf;
        QList<Item> films; // so many that they are not through before it is left
        for (int i = 0; i < 5'000; ++i)
            films.append(FilmShelf::film(u"f%1"_s.arg(i), u"Heat"_s, 1995));
        shelf.list(films);
        const QString path = shelf.folder.filePath(u"left.csv"_s);
        {
            TableExportBar bar(shelf.services().database);
            bar.start({.content = Content::Table, .query = {.table = u"items"_s}, .path = path});
        }
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_MAIN(TestExportForm)
#include "tst_exportform.moc"
