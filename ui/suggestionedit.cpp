#include "suggestionedit.h"

#include "store/database.h"
#include "store/suggestions.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

using namespace Qt::Literals;
using namespace std::chrono_literals;
using suggestions::Name;

namespace {

enum Role { Key = Qt::UserRole + 1, IsCreation };

QStandardItem *itemOf(const QString &text, const QString &name, const QString &key, bool isCreation)
{
    auto *item = new QStandardItem(text);
    item->setData(name, Qt::EditRole);
    item->setText(text);
    item->setData(name, Qt::UserRole);
    item->setData(key, Key);
    item->setData(isCreation, IsCreation);
    return item;
}

}

SuggestionEdit::SuggestionEdit(Database &database, QWidget *parent)
    : QLineEdit(parent)
    , m_database(database)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::UserRole); // the name, not "Create …"
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this);
    m_soon.setSingleShot(true);
    m_soon.setInterval(80ms);
    connect(this, &QLineEdit::textEdited, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &SuggestionEdit::ask);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &SuggestionEdit::take);
}

void SuggestionEdit::suggestRows(const QString &table, Creation creation)
{
    m_table = table;
    m_column.clear();
    m_creation = creation;
}

void SuggestionEdit::suggestValues(const QString &table, const QString &column)
{
    m_table = table;
    m_column = column;
}

/// The list opens by the arrow too, with nothing typed.
void SuggestionEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible())
        return ask();
    QLineEdit::keyPressEvent(event);
}

void SuggestionEdit::ask()
{
    if (m_table.isEmpty())
        return;
    if (m_column.isEmpty())
        askForRows(text().trimmed());
    else
        askForValues(text().trimmed());
}

void SuggestionEdit::askForRows(const QString &letters)
{
    const auto work
        = [table = m_table, letters](Connection &connection) { return suggestions::names(connection, table, letters); };
    QCoro::connect(m_database.read(work), this, [this, generation = ++m_generation](const Result<QList<Name>> &names) {
        if (generation != m_generation)
            return;
        if (!names)
            return emit failed(names.error());
        QList<std::pair<QString, QString>> list;
        for (const Name &name : *names)
            list.append({name.key, name.name});
        offer(list);
    });
}

void SuggestionEdit::askForValues(const QString &letters)
{
    const auto work = [table = m_table, column = m_column, letters](Connection &connection) {
        return suggestions::values(connection, table, column, letters);
    };
    QCoro::connect(m_database.read(work), this, [this, generation = ++m_generation](const Result<QStringList> &values) {
        if (generation != m_generation)
            return;
        if (!values)
            return emit failed(values.error());
        QList<std::pair<QString, QString>> list;
        for (const QString &value : *values)
            list.append({value, value});
        offer(list);
    });
}

void SuggestionEdit::offer(const QList<std::pair<QString, QString>> &names)
{
    m_model->clear();
    for (const auto &[key, name] : names)
        m_model->appendRow(itemOf(name, name, key, false));
    const QString wanted = text().trimmed();
    if (m_creation == Creation::Offered && !wanted.isEmpty())
        m_model->appendRow(itemOf(tr("Create “%1”…").arg(wanted), wanted, {}, true));
    if (m_model->rowCount() == 0 || !hasFocus())
        return m_completer->popup()->hide();
    m_completer->complete();
}

void SuggestionEdit::take(const QModelIndex &index)
{
    const QString name = index.data(Qt::UserRole).toString();
    setText(name);
    if (index.data(IsCreation).toBool())
        emit creationWanted(name);
    else if (m_column.isEmpty())
        emit chosen(index.data(Key).toString(), name);
    else
        emit valueChosen(name);
}
