#include "editdelegate.h"

#include "editinput.h"
#include "editmark.h"
#include "editsession.h"
#include "editwording.h"
#include "rownames.h"
#include "store/typed.h"

#include <QApplication>
#include <QKeyEvent>
#include <QToolTip>

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;

namespace {

Change settingOf(const EditPlace &place, const records::Cell &value)
{
    return {
        .table = place.table, .row = place.row, .column = place.column->name, .before = place.value, .after = value};
}

}

EditDelegate::EditDelegate(EditSession &session, PlaceOf placeOf, QObject *parent)
    : LinksDelegate(parent)
    , m_session(session)
    , m_placeOf(std::move(placeOf))
{
}

bool EditDelegate::isEditable(const QModelIndex &index) const
{
    const auto place = m_placeOf(index);
    if (!place || !place->column || place->column->editedBy != model::Editor::Person)
        return false;
    const bool isKey = model::own().table(place->table)->primaryKey.contains(place->column->name);
    return !isKey || typed::isNew(place->row); // a link is another, not changed
}

QWidget *EditDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto place = m_placeOf(index);
    if (!place || !isEditable(index))
        return nullptr;
    auto *editor = new EditInput(m_session.database(), *model::own().table(place->table), *place->column, parent);
    editor->setObjectName(u"cellEditor"_s);
    editor->setAutoFillBackground(true);
    auto *self = const_cast<EditDelegate *>(this);
    connect(editor, &EditInput::edited, self, [editor] {
        const auto checked = editor->checked();
        editmark::mark(*editor->focusProxy(), checked.isFine() ? editmark::State::Changed : editmark::State::Bad);
        const QString told = checked.isFine() ? checked.notice : checked.fault;
        QToolTip::showText(editor->mapToGlobal(QPoint(0, editor->height())), told, editor);
        editor->setAccessibleDescription(told);
    });
    connect(editor, &EditInput::creationWanted, self, [self, editor, place = *place](const QString &name) {
        self->create(place, name);
        emit self->closeEditor(editor);
    });
    connect(editor, &EditInput::finished, self, [self, editor] { self->finish(editor); });
    connect(editor, &EditInput::failed, &m_session, &EditSession::failed);
    return editor;
}

/// What cannot be meant stays while a person is at it, with its reason; who leaves it is told.
void EditDelegate::finish(EditInput *editor)
{
    const auto checked = editor->checked();
    if (!editor->isEnabled() || (!checked.isFine() && editor->focusProxy()->hasFocus()))
        return;
    if (editor->isEdited() && !checked.isFine())
        emit m_session.told(tr("Not taken: “%1”. %2").arg(editor->text(), checked.fault));
    emit commitData(editor);
    editor->setEnabled(false); // closing it takes the focus away, which is no second end
    emit closeEditor(editor);
}

/// Escape closes an editor, which takes its focus away: that is no end of writing.
bool EditDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<EditInput *>(watched);
    const bool isKey = editor && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        editor->setEnabled(false);
    return LinksDelegate::eventFilter(watched, event);
}

void EditDelegate::create(const EditPlace &place, const QString &name) const
{
    const QString table = place.column->referredTable();
    const Change made{.kind = Kind::Insert,
                      .table = table,
                      .row = typed::newStandIn(),
                      .values = {{model::own().table(table)->label, name}}};
    m_session.stage({made, settingOf(place, made.row)});
}

void EditDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *input = static_cast<EditInput *>(editor);
    const auto place = m_placeOf(index);
    if (!place || input->isEdited())
        return;
    const Change *staged = m_session.changeOf(place->table, place->row, place->column->name);
    if (!staged)
        return input->setValue(place->value, place->name);
    const bool refers = place->column->references && staged->after;
    input->setValue(staged->after,
                    refers ? m_session.names().of(place->column->referredTable(), *staged->after) : QString());
}

void EditDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    auto *input = static_cast<EditInput *>(editor);
    const auto place = m_placeOf(index);
    const auto checked = input->checked();
    if (!place || !input->isEdited() || !checked.isFine())
        return;
    m_session.stage({settingOf(*place, checked.value)});
}

/// Several lines and suggestions need more room than a cell has.
void EditDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect rect = option.rect;
    rect.setWidth(std::max(rect.width(), editor->minimumSizeHint().width()));
    rect.setHeight(std::max(rect.height(), editor->sizeHint().height()));
    if (const QWidget *view = editor->parentWidget()) {
        rect.moveRight(std::min(rect.right(), view->rect().right()));
        rect.moveBottom(std::min(rect.bottom(), view->rect().bottom()));
    }
    editor->setGeometry(rect);
}

void EditDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    LinksDelegate::initStyleOption(option, index);
    const auto place = m_placeOf(index);
    if (!place)
        return;
    const Change *row = m_session.changeOf(place->table, place->row);
    const Change *cell = place->column ? m_session.changeOf(place->table, place->row, place->column->name) : nullptr;
    if (row && row->kind == Kind::Remove) {
        option->font.setStrikeOut(true);
        option->backgroundBrush = editmark::ground(option->palette, editmark::State::Removed);
    } else if (row) {
        showNew(*option, *place);
    } else if (cell) {
        showChanged(*option, *place, *cell);
    } else if (!m_session.links(place->between, place->row).isEmpty()) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
        option->backgroundBrush = editmark::ground(option->palette, editmark::State::Changed);
    }
}

/// As they would be: without those that are to go, and with those that are to come.
table::Links EditDelegate::linksOf(const QModelIndex &index) const
{
    table::Links links = LinksDelegate::linksOf(index);
    const auto place = m_placeOf(index);
    if (!place || !place->other || typed::isNew(place->row))
        return links;
    for (const staging::Staged *staged : m_session.links(place->between, place->row)) {
        const QString key = staged->change.values.value(place->other->name).value_or(QString());
        const auto old = std::ranges::find(links, key.toLongLong(), &table::Link::row);
        if (staged->change.kind == Kind::Insert)
            links.append(
                {.name = editmark::Pen + editwording::row(place->other->referredTable(), key, m_session.names())});
        else if (old != links.end())
            links.erase(old);
    }
    return links;
}

/// The name of a new row has the sign.
void EditDelegate::showNew(QStyleOptionViewItem &option, const EditPlace &place) const
{
    option.backgroundBrush = editmark::ground(option.palette, editmark::State::New);
    const model::Table &table = *model::own().table(place.table);
    const QString sign = table.label.isEmpty() ? table.primaryKey.constFirst() : table.label;
    if (!place.column || place.column->name != sign)
        return;
    option.text = editmark::Pen + (place.value ? option.text : tr("New row"));
    option.features |= QStyleOptionViewItem::HasDisplay;
    option.font.setBold(true);
}

void EditDelegate::showChanged(QStyleOptionViewItem &option, const EditPlace &place, const Change &cell) const
{
    option.text = editmark::Pen + editwording::value(place.table, place.column->name, cell.after, m_session.names());
    option.features |= QStyleOptionViewItem::HasDisplay;
    option.font.setBold(true);
    option.backgroundBrush = editmark::ground(option.palette, editmark::State::Changed);
}
