#include "mergepanel.h"

#include "action.h"
#include "editsession.h"
#include "editwording.h"
#include "store/database.h"
#include "suggestionedit.h"
#include "tablecell.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using records::Record;

MergePanel::MergePanel(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_hint(new QLabel(this))
    , m_other(new SuggestionEdit(session.database(), this))
    , m_merge(
          makeAction(this, u"mergeRows"_s, tr("&Merge into the first"), u"merge"_s, {Qt::CTRL | Qt::ALT | Qt::Key_M}))
{
    setObjectName(u"mergePanel"_s);
    m_hint->setObjectName(u"mergeHint"_s);
    m_hint->setWordWrap(true);
    m_other->setObjectName(u"mergeOther"_s);
    m_other->setAccessibleName(tr("Another row that is the same, by its name"));
    m_other->setPlaceholderText(tr("Another of the same, by name…"));
    addAction(m_merge);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"mergeArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_hint);
    layout->addWidget(m_other);
    layout->addWidget(area, 1);
    layout->addWidget(makeButton(m_merge, this), 0, Qt::AlignLeading);
    connect(m_other, &SuggestionEdit::chosen, this, [this](const QString &key) { add(key); });
    connect(m_other, &SuggestionEdit::failed, &session, &EditSession::failed);
    connect(m_merge, &QAction::triggered, this, &MergePanel::merge);
    connect(&session, &EditSession::rowsChanged, this, &MergePanel::read);
}

void MergePanel::show(const QString &table, const QStringList &rows)
{
    if (table == m_table && rows == m_keys)
        return;
    m_table = table;
    m_keys = rows;
    m_other->setVisible(merging::tables().contains(table));
    m_other->suggestRows(table, SuggestionEdit::Creation::NotOffered);
    read();
}

void MergePanel::add(const QString &row)
{
    m_other->clear();
    if (!m_keys.contains(row))
        m_keys.append(row);
    read();
}

void MergePanel::read()
{
    if (!merging::tables().contains(m_table) || m_keys.isEmpty())
        return take({});
    const auto work = [table = m_table, keys = m_keys](Connection &connection) {
        return records::read(connection, *model::own().table(table), keys, records::Hold::No);
    };
    QCoro::connect(m_session.database().read(work), this,
                   [this, generation = ++m_generation](const Result<QList<Record>> &rows) {
                       if (generation != m_generation)
                           return;
                       if (!rows)
                           return emit m_session.failed(rows.error());
                       take(*rows);
                   });
}

void MergePanel::take(const QList<Record> &rows)
{
    m_rows.clear();
    for (const QString &key : std::as_const(m_keys)) { // in the order in which they were chosen
        const auto row = std::ranges::find(rows, key, &Record::key);
        if (row != rows.end() && !std::ranges::contains(m_rows, key, &Record::key))
            m_rows.append(*row);
    }
    m_merge->setEnabled(m_rows.size() > 1);
    m_hint->setText(
        !merging::tables().contains(m_table)
            ? tr("People, companies and genres can be merged: choose one in its table.")
            : m_rows.size() < 2
            ? tr("Choose two rows that are the same, or one here and the other by its name.")
            : tr("All that refers to the others will refer to %1. Choose the values to keep; undo makes "
                 "them several again.")
                  .arg(editwording::value(m_table, u"name"_s, m_rows[0].values.value(u"name"_s), m_session.names())));
    m_choices.clear();
    m_values = new QWidget;
    auto *grid = new QGridLayout(m_values);
    grid->setContentsMargins({});
    int line = 0;
    for (const model::Column &column :
         m_rows.size() > 1 ? model::own().table(m_table)->columns : QList<model::Column>()) {
        if (column.editedBy == model::Editor::Person)
            addColumn(*model::own().table(m_table)->column(column.name), line++);
    }
    grid->setRowStretch(line, 1);
    findChild<QScrollArea *>(u"mergeArea"_s)->setWidget(m_values);
}

/// The first that knows the value is proposed.
void MergePanel::addColumn(const model::Column &column, int line)
{
    auto *grid = static_cast<QGridLayout *>(m_values->layout());
    grid->addWidget(new QLabel(tablecell::title(column.name), m_values), line, 0);
    auto *group = new QButtonGroup(m_values);
    for (int i = 0; i < m_rows.size(); ++i) {
        const auto value = m_rows[i].values.value(column.name);
        const QString text = editwording::value(m_table, column.name, value, m_session.names());
        auto *button = new QRadioButton(
            fontMetrics().elidedText(text, Qt::ElideRight, fontMetrics().averageCharWidth() * 24), m_values);
        button->setObjectName(u"merge_%1_%2"_s.arg(column.name).arg(i));
        button->setAccessibleName(u"%1: %2"_s.arg(tablecell::title(column.name), text));
        button->setToolTip(text);
        group->addButton(button, i);
        grid->addWidget(button, line, i + 1);
        if (!group->checkedButton() && value)
            button->setChecked(true);
    }
    if (!group->checkedButton())
        group->button(0)->setChecked(true);
    m_choices.insert(column.name, group);
}

void MergePanel::merge()
{
    merging::Wish wish{.table = m_table, .kept = m_rows.constFirst().key};
    for (const Record &row : m_rows.sliced(1))
        wish.merged.append(row.key);
    for (const auto &[column, group] : m_choices.asKeyValueRange()) {
        const auto value = m_rows[group->checkedId()].values.value(column);
        if (value != m_rows.constFirst().values.value(column))
            wish.values.insert(column, value);
    }
    m_keys = {wish.kept};
    m_session.merge(wish);
}
