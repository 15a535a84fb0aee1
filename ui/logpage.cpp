#include "logpage.h"

#include "action.h"
#include "logfilter.h"
#include "rowtable.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals;

LogPage::LogPage(LogModel &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_shown(new LogFilter(this))
    , m_table(new RowTable(u"log"_s, tr("Log"), m_shown, this))
    , m_level(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_copy(makeAction(this, u"copyLog"_s, tr("&Copy"), u"edit-copy"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_C}))
    , m_clear(makeAction(this, u"clearLog"_s, tr("C&lear"), u"edit-clear-all"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_K}))
{
    setObjectName(u"logPage"_s);
    m_copy->setToolTip(tr("Copy the selected lines, or all that are shown"));
    addActions({m_copy, m_clear});
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(m_table, 1);
    watch();
}

QWidget *LogPage::makeBar()
{
    auto *bar = new QWidget(this);
    m_level->setParent(bar);
    m_level->setObjectName(u"logLevel"_s);
    m_level->setAccessibleName(tr("What is shown"));
    m_level->addItem(tr("Everything"), int(LogEntry::Level::Traffic));
    m_level->addItem(tr("Without requests"), int(LogEntry::Level::Event));
    m_level->addItem(tr("Warnings and errors"), int(LogEntry::Level::Warning));
    m_level->addItem(tr("Only errors"), int(LogEntry::Level::Error));
    m_words->setParent(bar);
    m_words->setObjectName(u"logWords"_s);
    m_words->setAccessibleName(tr("Words in the log"));
    m_words->setPlaceholderText(tr("Find in the log"));
    m_words->setClearButtonEnabled(true);
    auto *label = new QLabel(tr("&Show"), bar);
    label->setBuddy(m_level);

    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_level);
    layout->addWidget(m_words, 1);
    layout->addWidget(makeButton(m_copy, bar));
    layout->addWidget(makeButton(m_clear, bar));
    return bar;
}

void LogPage::makeTable()
{
    m_shown->setSourceModel(&m_log);
    m_shown->setFilterKeyColumn(LogModel::Text);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setHint(tr("Nothing to show."));
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(LogModel::At, letter * 18);
    m_table->setColumnWidth(LogModel::Level, letter * 16);
}

void LogPage::watch()
{
    connect(m_level, &QComboBox::currentIndexChanged, this,
            [this] { m_shown->setLevel(LogEntry::Level(m_level->currentData().toInt())); });
    connect(m_words, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_copy, &QAction::triggered, this, &LogPage::copy);
    connect(m_clear, &QAction::triggered, &m_log, &LogModel::clear);
    // Who looks at the newest line goes on seeing the newest.
    connect(m_shown, &QAbstractItemModel::rowsAboutToBeInserted, m_table, [this] {
        const QScrollBar *bar = m_table->verticalScrollBar();
        if (bar->value() == bar->maximum())
            QMetaObject::invokeMethod(m_table, &RowTable::scrollToBottom, Qt::QueuedConnection);
    });
}

void LogPage::copy()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty())
        for (int row = 0; row < m_shown->rowCount(); ++row)
            rows.append(row);
    std::ranges::sort(rows);

    QStringList lines;
    for (const int row : std::as_const(rows))
        lines.append(m_log.line(m_shown->mapToSource(m_shown->index(row, 0)).row()));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}
