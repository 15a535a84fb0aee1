#include "action.h"
#include "grid.h"
#include "store/database.h"
#include "tableexportbar.h"
#include "tablerecord.h"
#include "tablesmodel.h"
#include "tablespage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals;
using namespace std::chrono_literals;

TablesPage::TablesPage(Services services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_tables(new TablesModel(this))
    , m_model(new TableModel(this))
    , m_reader(new TableReader(services.database, *m_model, this))
    , m_exportBar(new TableExportBar(services.database, this))
    , m_record(new TableRecord(services.database, this))
{
    setObjectName(u"tablesPage"_s);
    makeActions();
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"tablesSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTables());
    splitter->addWidget(makeMiddle());
    splitter->addWidget(m_record);
    splitter->setStretchFactor(1, 1);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 30, letter * 110, letter * 44});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    watch();
}

TablesPage::~TablesPage()
{
    m_often.stop();
    m_soon.stop();
    ++m_generation;
    disconnect(m_reader, nullptr, this, nullptr);
    m_reader->close(); // all while the widgets are still there: what comes meanwhile comes by the event loop
    m_exportBar->close();
}

void TablesPage::makeActions()
{
    m_find = makeAction(this, u"findRows"_s, tr("&Find"), u"edit-find"_s, QKeySequence::Find);
    m_export = makeAction(this, u"exportRows"_s, tr("&Export…"), u"document-export"_s, {Qt::CTRL | Qt::Key_E});
    m_export->setToolTip(tr("Export what is shown, or more (Ctrl+E)"));
    m_copy = makeAction(this, u"copyCell"_s, tr("&Copy cell"), u"edit-copy"_s, QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut); // so that the other fields copy their own
    m_details = makeAction(this, u"rowDetails"_s, tr("&Details"), u"documentinfo"_s, {Qt::CTRL | Qt::Key_D});
    m_details->setToolTip(tr("Show the chosen row whole (Ctrl+D)"));
    m_details->setCheckable(true);
    m_details->setChecked(true);
    m_export->setEnabled(false);
    m_copy->setEnabled(false);
    addActions({m_find, m_export, m_details});
}

QWidget *TablesPage::makeTables()
{
    m_list = new QTableView(this);
    m_list->setObjectName(u"tableList"_s);
    m_list->setAccessibleName(tr("Tables"));
    m_list->setModel(m_tables);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setSectionResizeMode(TablesModel::Name, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(TablesModel::Count, QHeaderView::ResizeToContents);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    return m_list;
}

QWidget *TablesPage::makeMiddle()
{
    auto *middle = new QWidget(this);
    makeGrid();
    m_nothing = new QLabel(middle);
    m_nothing->setObjectName(u"tableNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_count = new QLabel(middle);
    m_count->setObjectName(u"tableCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins({});
    layout->addWidget(makeBar());
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_exportBar);
    return middle;
}

QWidget *TablesPage::makeBar()
{
    auto *bar = new QWidget(this);
    m_words = new QLineEdit(bar);
    m_words->setObjectName(u"tableWords"_s);
    m_words->setAccessibleName(tr("Words in any column"));
    m_words->setPlaceholderText(tr("Find words in any column"));
    m_words->setClearButtonEnabled(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addWidget(m_words, 1);
    for (QAction *action : {m_copy, m_details, m_export})
        layout->addWidget(makeButton(action, bar));
    return bar;
}

void TablesPage::makeGrid()
{
    m_grid = new Grid(this);
    m_grid->setObjectName(u"tableGrid"_s);
    m_grid->setAccessibleName(tr("Rows"));
    m_grid->setModel(m_model);
    m_grid->addAction(m_copy);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_grid->horizontalHeader();
    header->setResizeContentsPrecision(50);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
}

void TablesPage::watch()
{
    m_often.setInterval(5s);
    connect(&m_often, &QTimer::timeout, this, [this] { count(Then::ReadIfChanged); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &TablesPage::showWords);
    connect(m_find, &QAction::triggered, m_words, [this] {
        m_words->setFocus(Qt::ShortcutFocusReason);
        m_words->selectAll();
    });
    connect(m_export, &QAction::triggered, this, [this] { m_exportBar->offer(shownOrder()); });
    connect(m_copy, &QAction::triggered, this, &TablesPage::copyCell);
    connect(m_details, &QAction::toggled, m_record, &QWidget::setVisible);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TablesPage::showTable);
    connect(m_grid->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                showOrder(column < 0 ? QString() : m_model->shape().fields.value(column).name, order);
            });
    connect(m_model, &TableModel::counted, this, &TablesPage::showCount);
    connect(m_reader, &TableReader::shown, this, &TablesPage::take);
    connect(m_reader, &TableReader::failed, this, &TablesPage::failed);
    connect(m_record, &TableRecord::failed, this, &TablesPage::failed);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &TablesPage::showRecord);
    connect(m_model, &TableModel::dataChanged, this, &TablesPage::showRecord);
    connect(m_exportBar, &TableExportBar::finished, this, [this] { m_export->setEnabled(m_model->shape().count > 0); });
}
