#include "manypanel.h"

#include "editinput.h"
#include "editpreview.h"
#include "editsession.h"
#include "rowchoice.h"
#include "store/database.h"
#include "wholefilepanel.h"
#include "wording.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;
using editing::Change;
using pasting::Block;
using pasting::Preview;
using pasting::Unknown;
using records::Record;

namespace {

constexpr qint64 LargestLook = 64LL << 20; // bytes of a file whose lines are looked at one by one

const model::Table &tableOf(const QString &name)
{
    return *model::own().table(name);
}

/// Reads the rows that a block is about, then says what it would change.
Result<Preview> previewOf(Connection &connection, const QString &name, const Block &block, const QStringList &rows,
                          Unknown unknown)
{
    const model::Table &table = tableOf(name);
    if (rows.isEmpty())
        return pasting::preview(connection, table, block, unknown);
    const auto names = pasting::names(connection, table, block);
    if (!names)
        return std::unexpected(names.error());
    return records::read(connection, table, rows, records::Hold::No).transform([&](const QList<Record> &found) {
        QList<std::optional<Record>> ordered;
        for (const QString &key : rows) {
            const auto row = std::ranges::find(found, key, &Record::key);
            ordered.append(row == found.end() ? std::nullopt : std::optional(*row));
        }
        return pasting::preview(table, block, ordered, *names, unknown);
    });
}

/// What a file says, if a person can look at all of it.
struct FileLook
{
    Preview preview;
    QStringList aside; ///< headers that are no column for people
    bool isTooLong = false; ///< then there is no preview
};

/// Reads no more of a file than is looked at.
Result<FileLook> lookInto(Connection &connection, const QString &path, const QString &table, Unknown unknown)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Invalid, ManyPanel::tr("The file cannot be read."), file.errorString());
    if (file.size() > LargestLook)
        return FileLook{.isTooLong = true};
    const QByteArray bytes = file.readAll();
    tabletext::Reader reader(bytes);
    return reader.next(RowChoice::MostRows).and_then([&](const tabletext::Table &text) -> Result<FileLook> {
        if (!reader.atEnd())
            return FileLook{.isTooLong = true};
        const Block block = pasting::block(tableOf(table), text.headers, text.lines, text.places);
        return pasting::preview(connection, tableOf(table), block, unknown).transform([&](const Preview &preview) {
            return FileLook{.preview = preview, .aside = block.aside};
        });
    });
}

Result<Preview> previewOf(const model::Table &table, const QList<editing::Change> &changes)
{
    Preview preview;
    for (const editing::Change &change : changes) {
        const auto checked = typed::check(table, *table.column(change.column), change.after);
        if (checked.isFine())
            preview.changes.append(change);
        else
            preview.faults.append(
                {int(preview.faults.size()), change.column, change.after.value_or(QString()), checked.fault});
    }
    return preview;
}

}

void ManyPanel::setContext(const EditContext &context)
{
    const bool isOther = context.table != m_context.table;
    m_context = context;
    m_setHint->setText(context.chosen() == 1 ? tr("in the chosen row")
                                             : tr("in %1 chosen rows").arg(wording::number(context.chosen())));
    if (!isOther)
        return;
    fillColumns();
    m_preview->clear();
    showPreview();
}

/// An import that is going on stays in sight.
void ManyPanel::showPreview()
{
    m_wholeFile->setVisible(m_wholeFile->isWorking());
    m_preview->setVisible(true);
}

void ManyPanel::start(Way way)
{
    m_way->setCurrentIndex(way);
    if (way == Import)
        return askForFile();
    if (way == Paste && pasteClipboard())
        return;
    if (way == Replace)
        return m_find->setFocus(Qt::ShortcutFocusReason);
    QWidget *form = m_forms->currentWidget();
    if (auto *first = form->nextInFocusChain())
        first->setFocus(Qt::ShortcutFocusReason);
}

/// Cells that were copied are looked at at once.
bool ManyPanel::pasteClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty() || m_context.columns.isEmpty())
        return false;
    m_block->setPlainText(text);
    lookAtBlock();
    return true;
}

void ManyPanel::makeInput()
{
    auto *place = m_setColumn->parentWidget()->findChild<QWidget *>(u"setValuePlace"_s);
    delete std::exchange(m_value, nullptr);
    const model::Table *table = model::own().table(m_context.table);
    const model::Column *column = table ? table->column(m_setColumn->currentData().toString()) : nullptr;
    if (!column)
        return;
    m_value = new EditInput(m_session.database(), *table, *column, place);
    m_value->focusProxy()->setAccessibleName(tr("Value for all chosen rows"));
    m_value->focusProxy()->setObjectName(u"setValue"_s);
    place->layout()->addWidget(m_value);
    m_value->show();
    connect(m_value, &EditInput::failed, &m_session, &EditSession::failed);
}

void ManyPanel::lookAtSetting()
{
    if (!m_value || m_context.chosen() == 0)
        return take(Preview{});
    const auto checked = m_value->checked();
    if (!checked.isFine())
        return take(Preview{.faults = {{0, m_value->column().name, m_value->text(), checked.fault}}});
    const auto set = [column = m_value->column().name, value = checked.value](const QList<Record> &rows) {
        return bulk::setAll(rows, column, value);
    };
    m_choice.read([this, set](const QList<Record> &rows) { lookAt(rows, set); });
}

/// Many rows are gone through beside the window.
template<typename Work>
void ManyPanel::preview(Work work)
{
    m_session.begin();
    QCoro::connect(m_session.database().read(std::move(work)), this, &ManyPanel::takeRead);
}

void ManyPanel::lookAt(const QList<Record> &rows, const std::function<QList<Change>(const QList<Record> &)> &change)
{
    const auto work
        = [table = m_context.table, rows, change](Connection &) { return previewOf(tableOf(table), change(rows)); };
    preview(work);
}

void ManyPanel::lookAtReplacing()
{
    const bulk::Replacement wanted{.column = m_findColumn->currentData().toString(),
                                   .find = m_find->text(),
                                   .with = m_with->text(),
                                   .letters = m_case->isChecked() ? bulk::Case::Matters : bulk::Case::Aside,
                                   .extent = m_whole->isChecked() ? bulk::Extent::Whole : bulk::Extent::Part};
    if (wanted.find.isEmpty() || wanted.column.isEmpty())
        return take(Preview{});
    if (!m_chosenOnly->isChecked())
        return lookAt(wanted);
    const auto replace = [wanted](const QList<Record> &rows) { return bulk::replace(rows, wanted); };
    m_choice.read([this, replace](const QList<Record> &rows) { lookAt(rows, replace); });
}

/// In all rows that contain what is to be found.
void ManyPanel::lookAt(const bulk::Replacement &wanted)
{
    const auto work = [table = m_context.table, wanted](Connection &connection) {
        return bulk::containing(connection, table, wanted.column, wanted.find, RowChoice::MostRows + 1)
            .and_then([&](const QList<Record> &found) -> Result<Preview> {
                if (found.size() > RowChoice::MostRows)
                    return fail(Error::Kind::Invalid,
                                tr("More than %1 rows contain it: choose fewer, and tick “In the chosen rows only”.")
                                    .arg(wording::number(RowChoice::MostRows)));
                return previewOf(tableOf(table), bulk::replace(found, wanted));
            });
    };
    preview(work);
}

void ManyPanel::lookAt(const Block &block, const QStringList &rows, Unknown unknown)
{
    const auto work = [table = m_context.table, block, rows, unknown](Connection &connection) {
        return previewOf(connection, table, block, rows, unknown);
    };
    preview(work);
}

void ManyPanel::lookAtBlock()
{
    const auto text = tabletext::parseBlock(m_block->toPlainText());
    if (!text)
        return emit m_session.failed(text.error());
    Block block{.columns = m_context.columns, .lines = text->lines};
    for (QString &name : block.columns) {
        const model::Column *column = tableOf(m_context.table).column(name);
        if (!column || column->editedBy != model::Editor::Person)
            name.clear(); // stays as it is
    }
    lookAt(block, m_context.rowsBelow.first(std::min(m_context.rowsBelow.size(), block.lines.size())),
           m_makeOfBlock->isChecked() ? Unknown::IsMade : Unknown::IsFault);
}

void ManyPanel::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Import rows into %1").arg(m_context.table), {},
                                   tr("CSV and JSON Lines (*.csv *.tsv *.jsonl *.ndjson *.json);;All files (*)"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ManyPanel::open);
    dialog->open();
}

void ManyPanel::open(const QString &path)
{
    m_way->setCurrentIndex(Import);
    const auto work = [path, table = m_context.table, unknown = unknownOfFile()](Connection &connection) {
        return lookInto(connection, path, table, unknown);
    };
    m_session.begin();
    QCoro::connect(m_session.database().read(work), this, [this, path](const Result<FileLook> &look) {
        const QString aside = look ? look->aside.join(u", "_s) : QString();
        m_file->setText(aside.isEmpty() ? path : tr("%1 — left aside: %2").arg(path, aside));
        takeRead(look.transform([](const FileLook &done) { return done.preview; }));
        if (look && look->isTooLong)
            lookAtWhole(path);
    });
}

void ManyPanel::lookAtWhole(const QString &path)
{
    m_preview->hide();
    m_wholeFile->setVisible(true);
    m_wholeFile->look({.path = path, .table = m_context.table, .unknown = unknownOfFile()});
}

Unknown ManyPanel::unknownOfFile() const
{
    return m_makeOfFile->isChecked() ? Unknown::IsMade : Unknown::IsFault;
}

void ManyPanel::takeRead(const Result<Preview> &preview)
{
    m_session.end();
    take(preview);
}

void ManyPanel::take(const Result<Preview> &preview)
{
    if (!preview)
        return emit m_session.failed(preview.error());
    showPreview();
    m_preview->show(*preview);
}
