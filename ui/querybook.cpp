#include "querybook.h"

#include "action.h"
#include "querylist.h"
#include "settings.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestKept = 50'000; // characters

}

QueryBook::QueryBook(Settings &settings, QWidget *parent)
    : QTabWidget(parent)
    , m_settings(settings)
    , m_history(new QueryList(u"queryHistory"_s, tr("Statements that ran"), tr("What you run is kept here."), this))
    , m_saved(new QueryList(u"savedQueries"_s, tr("Saved statements"),
                            tr("Nothing is saved yet. Ctrl+S saves what stands in the editor."), this))
    , m_name(new QLineEdit(this))
{
    setObjectName(u"queryBook"_s);
    setDocumentMode(true);
    addTab(m_history, tr("History"));
    addTab(makeSaved(), tr("Saved"));
    connect(m_history, &QueryList::wanted, this, &QueryBook::wanted);
    connect(m_saved, &QueryList::wanted, this, &QueryBook::wanted);
    connect(m_name, &QLineEdit::returnPressed, this, &QueryBook::save);
    list();
}

QWidget *QueryBook::makeSaved()
{
    auto *page = new QWidget(this);
    m_name->setObjectName(u"queryName"_s);
    m_name->setAccessibleName(tr("Name to save it by"));
    m_name->setPlaceholderText(tr("A name, then Enter"));
    m_name->hide();
    auto *remove = makeAction(m_saved, u"removeQuery"_s, tr("&Remove"), u"edit-delete"_s, QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_saved->addAction(remove);
    m_saved->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(remove, &QAction::triggered, this, &QueryBook::remove);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->addWidget(m_name);
    layout->addWidget(m_saved, 1);
    return page;
}

void QueryBook::list()
{
    QList<QueriesModel::Query> ran;
    for (const QString &text : m_settings.consoleHistory())
        ran.append({.title = {}, .text = text});
    m_history->setQueries(ran);
    QList<QueriesModel::Query> saved;
    for (const auto &[name, text] : m_settings.savedQueries().asKeyValueRange())
        saved.append({name, text});
    m_saved->setQueries(saved);
}

void QueryBook::note(const QString &text)
{
    if (text.size() > LongestKept)
        return;
    QStringList history = m_settings.consoleHistory();
    history.removeAll(text);
    history.prepend(text);
    m_settings.setConsoleHistory(history.first(std::min(MostKept, history.size())));
    list();
}

void QueryBook::askName(const QString &text)
{
    m_toSave = text;
    setCurrentIndex(1);
    m_name->show();
    m_name->setFocus();
    m_name->selectAll();
}

void QueryBook::save()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty() || m_toSave.isEmpty())
        return;
    auto queries = m_settings.savedQueries();
    queries.insert(name, m_toSave);
    m_settings.setSavedQueries(queries);
    m_name->hide();
    list();
}

void QueryBook::remove()
{
    const auto *query = m_saved->current();
    if (!query)
        return;
    auto queries = m_settings.savedQueries();
    queries.remove(query->title);
    m_settings.setSavedQueries(queries);
    list();
}
