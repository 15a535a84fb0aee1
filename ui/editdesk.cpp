#include "editdesk.h"

#include "conflictpanel.h"
#include "editform.h"
#include "editrecord.h"
#include "inlinemessage.h"
#include "mergepanel.h"
#include "progressline.h"
#include "rowchoice.h"
#include "store/database.h"
#include "store/typed.h"
#include "tablecell.h"
#include "wording.h"

#include <QAction>
#include <QTabWidget>

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using records::Record;
using references::Count;

namespace {

bool isUnique(const model::Table &table, const QString &column)
{
    return std::ranges::any_of(table.indexes, [&](const model::Index &index) {
        return index.isUnique && index.columns == QStringList{column};
    });
}

/// A row like this one, but for what can be there once only; a film's links come along.
QList<Change> copyOf(const EditRecord &record, const QString &name)
{
    const model::Table &table = *model::own().table(name);
    const records::Values values = record.row ? record.row->values : records::Values();
    Change copy{.kind = Kind::Insert, .table = name, .row = typed::newStandIn()};
    for (const model::Column &column : table.columns) {
        const auto value = values.value(column.name);
        const bool isLinked = !record.links.isEmpty() && column.references;
        if (value && column.editedBy == model::Editor::Person && !isUnique(table, column.name) && !isLinked)
            copy.values.insert(column.name, value);
    }
    QList<Change> changes{copy};
    for (const EditRecord::Links &links : record.links) {
        for (const EditRecord::Link &link : links.links) {
            Change made{.kind = Kind::Insert, .table = links.table, .row = typed::newStandIn()};
            made.values = {{u"movie_id"_s, copy.row}, {links.column, link.other}};
            if (!link.role.isEmpty())
                made.values.insert(u"role"_s, link.role);
            if (link.place)
                made.values.insert(u"billing_order"_s, link.place);
            changes.append(made);
        }
    }
    return changes;
}

/// "2 rows of cast" and the like.
QString textOf(const QList<Count> &counts, bool isOptional)
{
    QStringList parts;
    for (const Count &count : counts) {
        if (count.from.isOptional == isOptional)
            parts.append((count.rows == 1 ? EditDesk::tr("%1 row of %2") : EditDesk::tr("%1 rows of %2"))
                             .arg(wording::number(count.rows), tablecell::title(count.from.table)));
    }
    return parts.join(u", ");
}

}

void EditDesk::setContext(const EditContext &context)
{
    if (context == m_context)
        return;
    if (context.table != m_context.table || context.row != m_context.row) {
        m_new.clear();
        if (m_removeAll->disconnect(this))
            m_message->dismiss(); // it asked about another row
    }
    m_context = context;
    showVerbs();
    m_choice->setContext(context);
    m_many->setContext(context);
    showLeaf();
}

void EditDesk::writeLinks(const QString &table)
{
    if (!EditRecord::hasLinks(m_context.table, table))
        return;
    turn(Edit);
    m_form->writeLinks(table);
}

/// What can be done with the table and the rows that are chosen; nothing before there is a table.
void EditDesk::showVerbs()
{
    const model::Table *table = model::own().table(m_context.table);
    const bool isForPeople
        = table && std::ranges::contains(table->columns, model::Editor::Person, &model::Column::editedBy);
    m_insert->setEnabled(isForPeople);
    m_duplicate->setEnabled(isForPeople && !m_context.row.isEmpty() && table->primaryKey.size() == 1);
    m_remove->setEnabled(isForPeople && m_context.chosen() > 0);
    for (QAction *action : std::as_const(m_forMany))
        action->setEnabled(isForPeople);
}

void EditDesk::showLeaf()
{
    const QString row = m_new.isEmpty() ? m_context.row : m_new;
    switch (Leaf(m_leaves->currentIndex())) {
    case Edit:
        if (row.isEmpty() || !m_insert->isEnabled())
            return m_form->clear();
        return m_form->show(m_context.table, row);
    case Merge:
        return m_merge->show(m_context.table, madeRows());
    case View:
    case Changes:
    case Many:
        break;
    }
}

QStringList EditDesk::madeRows() const
{
    QStringList rows = m_context.rows;
    rows.removeIf([](const QString &row) { return typed::isNew(row); });
    return rows;
}

void EditDesk::turn(Leaf leaf)
{
    m_leaves->setCurrentIndex(leaf);
    showLeaf();
    emit leafTurned();
}

void EditDesk::refresh()
{
    m_session.refresh();
}

void EditDesk::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void EditDesk::fail(const Error &error)
{
    m_message->tellError(error);
    if (error.kind != Error::Kind::Invalid && error.kind != Error::Kind::Missing)
        emit failed(error);
}

void EditDesk::showStaged()
{
    const auto count = m_session.staged().size();
    m_leaves->setTabText(Changes, count ? tr("Changes %1").arg(wording::number(count)) : tr("Changes"));
    emit stagedChanged();
}

/// Thousands of rows take a while to be looked at, kept and saved.
void EditDesk::showWork(bool isWorking)
{
    if (isWorking)
        return m_patience.start();
    m_patience.stop();
    m_work->hide();
}

void EditDesk::showActs()
{
    m_undo->setEnabled(m_session.toUndo().has_value());
    m_redo->setEnabled(m_session.toRedo().has_value());
}

/// The row that was being written has its key now.
void EditDesk::takeMade(const QHash<QString, QString> &keys)
{
    const QString written = m_new.isEmpty() ? m_context.row : m_new;
    if (!keys.contains(written))
        return;
    m_new.clear();
    m_context.row = keys.value(written);
    showLeaf();
    emit made(m_context.row);
}

/// The first is the new row itself.
void EditDesk::write(const QList<Change> &row)
{
    m_new = row.constFirst().row;
    connect(
        &m_session, &EditSession::stagedChanged, this,
        [this, standIn = m_new] {
            turn(Edit);
            emit begun(standIn);
        },
        Qt::SingleShotConnection);
    m_session.stage(row);
}

void EditDesk::insert()
{
    write({{.kind = Kind::Insert, .table = m_context.table, .row = typed::newStandIn()}});
}

void EditDesk::duplicate()
{
    if (typed::isNew(m_context.row))
        return duplicateNew();
    const auto read = [table = m_context.table, row = m_context.row](Connection &connection) {
        return EditRecord::read(connection, table, row);
    };
    QCoro::connect(m_session.database().read(read), this,
                   [this, table = m_context.table](const Result<EditRecord> &record) {
                       if (!record)
                           return fail(record.error());
                       if (record->row)
                           write(copyOf(*record, table));
                   });
}

/// A row that is not saved, with its links.
void EditDesk::duplicateNew()
{
    QList<Change> copy;
    const QString made = typed::newStandIn();
    for (const staging::Staged &one : m_session.staged()) {
        Change change = one.change;
        const bool isRow = change.table == m_context.table && change.row == m_context.row;
        const bool isLink = std::ranges::contains(change.values.values(), records::Cell(m_context.row));
        if (change.kind != Kind::Insert || (!isRow && !isLink))
            continue;
        change.row = isRow ? made : typed::newStandIn();
        for (records::Cell &cell : change.values) {
            if (cell == records::Cell(m_context.row))
                cell = made;
        }
        isRow ? copy.prepend(change) : copy.append(change);
    }
    if (!copy.isEmpty())
        write(copy);
}

void EditDesk::remove()
{
    if (m_new.isEmpty() || m_new == m_context.row)
        return m_choice->read([this](const QList<Record> &rows) { takeChosen(rows); });
    m_session.stage({{.kind = Kind::Remove, .table = m_context.table, .row = std::exchange(m_new, {})}});
}

/// Rows that are not made yet go without more; what refers to the others is named before they are to go.
void EditDesk::takeChosen(QList<Record> rows)
{
    QList<Record> unmade;
    std::ranges::copy_if(rows, std::back_inserter(unmade), [](const Record &row) { return typed::isNew(row.key); });
    rows.removeIf([](const Record &row) { return typed::isNew(row.key); });
    if (!unmade.isEmpty())
        stageRemoval(unmade);
    if (rows.isEmpty())
        return;
    if (model::own().table(m_context.table)->primaryKey.size() > 1)
        return stageRemoval(rows);
    nameReferring(rows);
}

void EditDesk::nameReferring(const QList<Record> &rows)
{
    const auto count = [table = m_context.table, rows](Connection &connection) {
        QStringList keys;
        for (const Record &row : rows)
            keys.append(row.key);
        return references::count(connection, table, keys);
    };
    QCoro::connect(m_session.database().read(count), this, [this, rows](const Result<QList<Count>> &counts) {
        if (!counts)
            return fail(counts.error());
        takeReferring(rows, *counts);
    });
}

void EditDesk::takeReferring(const QList<Record> &rows, const QList<Count> &counts)
{
    if (counts.isEmpty())
        return stageRemoval(rows);
    QStringList parts;
    if (const QString gone = textOf(counts, false); !gone.isEmpty())
        parts.append(tr("With it go: %1.").arg(gone));
    if (const QString emptied = textOf(counts, true); !emptied.isEmpty())
        parts.append(tr("No longer name it: %1.").arg(emptied));
    m_removeAll->disconnect(this);
    connect(m_removeAll, &QAction::triggered, this, [this, rows] {
        m_message->dismiss();
        m_removeAll->disconnect(this);
        stageRemoval(rows);
    });
    m_message->tell(InlineMessage::Kind::Warning, parts.join(u' '), m_removeAll);
}

void EditDesk::stageRemoval(const QList<Record> &rows)
{
    QList<Change> changes;
    for (const Record &row : rows)
        changes.append(
            {.kind = Kind::Remove, .table = row.table, .row = row.key, .values = row.values, .version = row.version});
    m_session.stage(changes);
}
