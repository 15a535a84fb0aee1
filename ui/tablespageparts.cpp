#include "action.h"
#include "editdesk.h"
#include "editgrid.h"
#include "facetlist.h"
#include "filterheader.h"
#include "findfield.h"
#include "grid.h"
#include "icons.h"
#include "importbar.h"
#include "inlinemessage.h"
#include "keyreader.h"
#include "newrows.h"
#include "overviewpanel.h"
#include "posters.h"
#include "store/database.h"
#include "tableexportbar.h"
#include "tablerecord.h"
#include "tablesmodel.h"
#include "tablespage.h"
#include "thumbnails.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

QToolButton *makeMenuButton(const QString &name, const QString &text, const QString &tip, const QString &icon,
                            QMenu *menu, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setIcon(icons::named(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    return button;
}

}

TablesPage::TablesPage(Services services, Settings *settings, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_tables(new TablesModel(this))
    , m_model(new TableModel(this))
    , m_reader(new TableReader(services.database, *m_model, this))
    , m_posters(new Posters(services, this))
    , m_exportBar(new TableExportBar(services.database, this))
    , m_importBar(new ImportBar(services.database, this))
    , m_record(new TableRecord(services.database, this))
    , m_layouts(settings, services.database.address())
    , m_aside(services.database)
    , m_desk(new EditDesk(services.database, m_record, this))
    , m_keys(new KeyReader(services.database, *m_reader, this))
    , m_newRows(new NewRows(m_desk->session(), *m_model))
{
    setObjectName(u"tablesPage"_s);
    m_record->setPosters(m_posters);
    m_desk->setPosters(m_posters);
    m_desk->setKeyReader(m_keys);
    makeActions();
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"tablesSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTables());
    splitter->addWidget(makeMiddle());
    splitter->addWidget(m_desk);
    splitter->setStretchFactor(1, 1);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 30, letter * 110, letter * 56});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(splitter, 1);
    watch();
}

TablesPage::~TablesPage()
{
    keepLayout();
    m_often.stop();
    m_soon.stop();
    ++m_generation;
    disconnect(m_reader, nullptr, this, nullptr);
    m_counting.request_stop();
    m_reader->close(); // all while the widgets are still there: what comes meanwhile comes by the event loop
    m_keys->close();
    m_panel->end();
    m_aside.close();
    m_exportBar->close();
}

void TablesPage::makeActions()
{
    m_back = makeAction(this, u"tableBack"_s, tr("&Back"), u"go-previous"_s, {Qt::ALT | Qt::Key_Left});
    m_forth = makeAction(this, u"tableForth"_s, tr("F&orward"), u"go-next"_s, {Qt::ALT | Qt::Key_Right});
    m_all
        = makeAction(this, u"allRows"_s, tr("Show &all rows"), u"edit-clear-all"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_L});
    m_values = makeAction(this, u"chooseValues"_s, tr("Choose &values…"), u"view-filter"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_V});
    m_follow = makeAction(this, u"followName"_s, tr("&Go to what is named"), u"go-jump"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_J});
    m_overview = makeAction(this, u"tableOverview"_s, tr("&Overview"), u"office-chart-bar"_s,
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_W});
    m_overview->setCheckable(true);
    m_thumbnails = makeAction(this, u"showPosters"_s, tr("Show &posters"), u"view-preview"_s,
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    m_thumbnails->setCheckable(true);
    m_freeze = makeAction(this, u"freezeColumns"_s, tr("Free&ze up to this column"), u"object-locked"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    m_unfreeze = makeAction(this, u"unfreezeColumns"_s, tr("U&nfreeze"), u"object-unlocked"_s,
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_Y});
    m_unfreeze->setEnabled(false);
    m_stopReading = makeAction(this, u"stopReading"_s, tr("Stop looking"), u"dialog-cancel"_s, {Qt::Key_Escape});
    m_stopReading->setEnabled(false);
    addActions(
        {m_overview, m_stopReading, m_back, m_forth, m_all, m_values, m_follow, m_thumbnails, m_freeze, m_unfreeze});
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
    addActions({m_find, m_export, m_details, m_importBar->action()});
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
    m_nothing = new QLabel(m_grid->viewport());
    m_nothing->setObjectName(u"tableNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    (new QVBoxLayout(m_grid->viewport()))->addWidget(m_nothing);
    m_message = new InlineMessage(u"tableMessage"_s, middle);
    m_count = new QLabel(middle);
    m_count->setObjectName(u"tableCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    m_panel = new OverviewPanel(m_services.database, m_stopReading, middle);
    m_sights = new QStackedWidget(middle);
    m_sights->addWidget(m_grid);
    m_sights->addWidget(m_panel);
    layout->addWidget(m_sights, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_exportBar);
    layout->addWidget(m_importBar);
    return middle;
}

QWidget *TablesPage::makeBar()
{
    auto *bar = new QWidget(this);
    m_words = new FindField(bar);
    m_words->setObjectName(u"tableWords"_s);
    m_words->setAccessibleName(tr("Words to find"));
    m_words->setClearButtonEnabled(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    const auto add = [&](const QList<QAction *> &actions, Qt::ToolButtonStyle style) {
        for (QAction *action : actions) {
            QToolButton *button = makeButton(action, bar);
            button->setToolButtonStyle(style);
            layout->addWidget(button);
        }
    };
    add({m_back, m_forth}, Qt::ToolButtonIconOnly);
    layout->addWidget(m_words, 1);
    add(m_desk->barActions(), Qt::ToolButtonTextBesideIcon);
    add(m_desk->turnActions(), Qt::ToolButtonIconOnly);
    layout->addWidget(makeRowsMenu(bar));
    layout->addWidget(makeViewMenu(bar));
    add({m_export}, Qt::ToolButtonTextBesideIcon);
    return bar;
}

QAction *TablesPage::readBackAction() const
{
    return m_importBar->action();
}

/// What is done with rows.
QWidget *TablesPage::makeRowsMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->addActions(m_desk->menuActions());
    return makeMenuButton(u"manyButton"_s, tr("&Rows"), tr("Duplicate, remove, change many rows, import, merge"),
                          u"view-list-text"_s, menu, parent);
}

/// How they are looked at.
QWidget *TablesPage::makeViewMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"lookMenu"_s);
    menu->addActions({m_overview, m_details});
    menu->addSeparator();
    menu->addActions({m_all, m_values});
    menu->addSeparator();
    menu->addActions({m_thumbnails, m_freeze, m_unfreeze});
    m_columns = menu->addMenu(tr("&Columns"));
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        m_columns->clear();
        addColumns(m_columns);
    });
    menu->addSeparator();
    m_views = menu->addMenu(icons::named(u"bookmarks"_s), tr("&Saved views"));
    m_views->setObjectName(u"viewsMenu"_s);
    connect(m_views, &QMenu::aboutToShow, this, &TablesPage::fillViews);
    return makeMenuButton(u"views"_s, tr("V&iew"), tr("Overview, details, posters, columns, saved views"),
                          u"view-visible"_s, menu, parent);
}

void TablesPage::makeGrid()
{
    m_grid = new Grid(this);
    m_header = new FilterHeader(m_grid);
    m_header->setObjectName(u"tableHeader"_s);
    m_header->setResizeContentsPrecision(0);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_grid->setHorizontalHeader(m_header);
    disconnect(m_header, &QHeaderView::sectionPressed, m_grid, nullptr); // a name that is moved would choose
    disconnect(m_header, &QHeaderView::sectionEntered, m_grid, nullptr); // its column, and the row be lost
    m_facets = new FacetList(this);
    m_facets->hide();
    m_grid->setObjectName(u"tableGrid"_s);
    m_grid->setAccessibleName(tr("Rows"));
    m_grid->setModel(m_model);
    m_grid->addAction(m_copy);
    m_grid->addAction(m_follow);
    m_grid->addAction(m_freeze);
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *writing = new EditGrid(*m_desk, *m_grid, *m_model);
    connect(m_grid, &Grid::writingWanted, writing, &EditGrid::writeBeside,
            Qt::QueuedConnection); // once the click is over, which gives the grid the focus
    m_grid->addActions(m_desk->barActions() + m_desk->turnActions() + m_desk->menuActions());
    m_rowPosters = new Thumbnails(*m_grid, *m_model, *m_posters);
}

void TablesPage::watch()
{
    m_often.setInterval(5s);
    connect(&m_often, &QTimer::timeout, this, [this] {
        keepLayout(); // the session may end without a word
        count(Then::ReadIfChanged);
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_patience, &QTimer::timeout, this, &TablesPage::tellWaiting);
    connect(m_reader, &TableReader::asked, &m_patience, qOverload<>(&QTimer::start));
    connect(m_stopReading, &QAction::triggered, this, &TablesPage::stopReading);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &TablesPage::narrow);
    connect(m_find, &QAction::triggered, m_words, [this] {
        m_words->setFocus(Qt::ShortcutFocusReason);
        m_words->selectAll();
    });
    connect(m_export, &QAction::triggered, this, [this] { m_exportBar->offer(shownOrder()); });
    connect(m_copy, &QAction::triggered, this, &TablesPage::copyCell);
    connect(m_details, &QAction::toggled, m_desk, &QWidget::setVisible);
    connect(m_desk, &EditDesk::leafTurned, this, [this] { m_details->setChecked(true); });
    connect(m_desk, &EditDesk::rowsChanged, this, &TablesPage::refresh);
    connect(m_desk, &EditDesk::begun, m_newRows, &NewRows::seek);
    connect(m_desk, &EditDesk::made, this, [this] { m_isLastWanted = true; });
    connect(m_newRows, &NewRows::found, this, &TablesPage::chooseNew);
    connect(m_newRows, &NewRows::failed, this, &TablesPage::failed);
    connect(m_model, &TableModel::rowsInserted, this, &TablesPage::showCount);
    connect(m_model, &TableModel::rowsRemoved, this, &TablesPage::showCount);
    connect(m_desk, &EditDesk::wanted, this, &TablesPage::go);
    connect(m_desk, &EditDesk::failed, this, &TablesPage::failed);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TablesPage::showTable);
    connect(m_header, &FilterHeader::ordered, this, &TablesPage::showOrder);
    connect(m_header, &FilterHeader::filtered, &m_soon, qOverload<>(&QTimer::start));
    connect(m_header, &QWidget::customContextMenuRequested, this, &TablesPage::showHeaderMenu);
    connect(m_grid->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &FilterHeader::placeFields);
    connect(m_grid, &QWidget::customContextMenuRequested, this, &TablesPage::showRowMenu);
    connect(m_back, &QAction::triggered, this, &TablesPage::goBack);
    connect(m_forth, &QAction::triggered, this, &TablesPage::goForth);
    connect(m_all, &QAction::triggered, this, &TablesPage::showAll);
    connect(m_thumbnails, &QAction::toggled, m_rowPosters, &Thumbnails::setShown);
    connect(m_freeze, &QAction::triggered, this, &TablesPage::freeze);
    connect(m_unfreeze, &QAction::triggered, this, &TablesPage::unfreeze);
    connect(m_header, &FilterHeader::frozen, m_grid, &Grid::setFrozen);
    connect(m_header, &FilterHeader::frozen, m_unfreeze, [this](int places) { m_unfreeze->setEnabled(places > 0); });
    connect(m_follow, &QAction::triggered, this, &TablesPage::followName);
    connect(m_values, &QAction::triggered, this, [this] {
        const int typed = m_header->typedSection();
        chooseValues(typed < 0 ? m_grid->currentIndex().column() : typed);
    });
    connect(m_record, &TableRecord::wanted, this, &TablesPage::go);
    connect(m_overview, &QAction::toggled, this, &TablesPage::showOverview);
    connect(m_panel, &OverviewPanel::wanted, this, &TablesPage::go);
    connect(m_panel, &OverviewPanel::counted, this, &TablesPage::steerStop);
    connect(m_panel, &OverviewPanel::failed, this, [this](const Error &error) {
        m_overview->setChecked(false);
        emit failed(error);
    });
    connect(m_model, &TableModel::counted, this, &TablesPage::showCount);
    connect(m_reader, &TableReader::shown, this, &TablesPage::take);
    connect(m_reader, &TableReader::failed, this, &TablesPage::tellFault);
    connect(m_record, &TableRecord::failed, this, &TablesPage::failed);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &TablesPage::showRecord);
    connect(m_model, &TableModel::dataChanged, this, &TablesPage::showRecord);
    connect(m_importBar, &ImportBar::finished, this, [this] {
        refresh();
        emit readBack();
    });
    connect(m_exportBar, &TableExportBar::finished, this, [this] { m_export->setEnabled(m_model->shape().count > 0); });
}
