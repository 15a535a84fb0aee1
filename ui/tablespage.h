#pragma once

#include "export/order.h"
#include "jobs/services.h"
#include "store/sidelane.h"
#include "tablehistory.h"
#include "tablelayouts.h"
#include "tablereader.h"

#include <QWidget>

class EditDesk;
class FacetList;
class FilterHeader;
class Grid;
class ImportBar;
class InlineMessage;
class KeyReader;
class NewRows;
class OverviewPanel;
class Posters;
class Thumbnails;
class QMenu;
class QStackedWidget;
class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;
class TableExportBar;
class TableRecord;
class TablesModel;

/// The tables of the database: what is in them, found, sorted, read in full and exported.
class TablesPage : public QWidget
{
    Q_OBJECT

public:
    /// Without settings, nothing is remembered from one start to the next.
    explicit TablesPage(Services services, Settings *settings = nullptr, QWidget *parent = nullptr);
    ~TablesPage() override;

    /// Reads a whole export back.
    QAction *readBackAction() const;

public slots:
    /// Shows another table, or the same one narrowed; one can go back.
    void go(const table::Query &query);
    /// Counts anew and reads the shown table again. The person stays where they are.
    void refresh();
    /// Writes what is shown, as CSV.
    void exportTo(const QString &path);

signals:
    void failed(const Error &error);
    /// A whole export was read back, or could not be.
    void readBack();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Then { Read, ReadIfChanged };

    void makeActions();
    QWidget *makeTables();
    QWidget *makeMiddle();
    QWidget *makeBar();
    QWidget *makeRowsMenu(QWidget *parent);
    QWidget *makeViewMenu(QWidget *parent);
    void makeGrid();
    void watch();

    void count(Then then);
    void takeTables(const QStringList &names, const QHash<QString, seek::Size> &sizes, Then then);
    void showTable();
    void showFound();
    void ask(const table::Query &query);
    void narrow();
    void showOrder(const QList<table::Order> &order);
    void showAll();
    void goBack();
    void goForth();
    void steer();
    void chooseTable(const QString &table);
    void take();
    void showCount();
    void keepPlace();
    void restorePlace();
    void chooseFirst();
    int titleColumn() const;
    void chooseNew(int row);
    void fitColumns();
    void hideDoubles();
    bool arrange(const TableLayouts::Layout &layout);
    void freeze();
    void unfreeze();
    TableLayouts::Layout shownLayout() const;
    void keepLayout();
    void tellFault(const Error &error);
    void tellWaiting();
    void steerStop();
    void stopReading();
    void showHeaderMenu(const QPoint &place);
    void addColumns(QMenu *menu);
    void showRowMenu(const QPoint &place);
    void addNames(QMenu *menu, const QModelIndex &index);
    void followName();
    void chooseValues(int section);
    void showOverview(bool isWanted);
    void fillViews();
    void showView(const QString &name);
    void saveView(const QString &name);
    void showRecord();
    void copyCell();
    exports::Order shownOrder() const;

    Services m_services;
    TablesModel *m_tables;
    TableModel *m_model;
    TableReader *m_reader;
    QAction *m_find = nullptr;
    QAction *m_export = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_details = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forth = nullptr;
    QAction *m_all = nullptr;
    QAction *m_values = nullptr;
    QAction *m_follow = nullptr;
    QAction *m_overview = nullptr;
    QAction *m_thumbnails = nullptr;
    QAction *m_freeze = nullptr;
    QAction *m_unfreeze = nullptr;
    QAction *m_stopReading = nullptr;
    QTableView *m_list = nullptr;
    Grid *m_grid = nullptr;
    FilterHeader *m_header = nullptr;
    Posters *m_posters;
    Thumbnails *m_rowPosters = nullptr;
    FacetList *m_facets = nullptr;
    QMenu *m_columns = nullptr;
    QMenu *m_views = nullptr;
    QStackedWidget *m_sights = nullptr; // the grid, and the overview
    OverviewPanel *m_panel = nullptr;
    QLineEdit *m_words = nullptr;
    InlineMessage *m_message = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_nothing = nullptr;
    TableExportBar *m_exportBar;
    ImportBar *m_importBar;
    TableRecord *m_record;
    TableHistory m_history;
    TableLayouts m_layouts;
    SideLane m_aside; // for counts of values
    std::stop_source m_counting;
    EditDesk *m_desk; // beside the grid
    KeyReader *m_keys;
    QTimer m_often; // while it is seen, to tell what a crawl brings
    QTimer m_patience; // until a person wonders whether anything happens
    QTimer m_soon; // until a person has typed a word
    NewRows *m_newRows;
    bool m_isLastWanted = false; // where a row that was saved just now stands
    struct Place
    {
        int row = -1; ///< of the table's own: those that are not saved are counted backwards
        int column = 0;
        int scroll = -1; ///< the row at the top; -1: so that the row is in the middle
    };
    std::optional<Place> topOf(const table::Query &query) const;
    bool isLastMeant();
    std::optional<Place> m_place; // to come back to when the same rows were read again
    std::optional<TableLayouts::Layout> m_view; // to be arranged when its rows are there
    QString m_fitted; // the table whose columns have their widths
    bool m_isFittedToRows = false; // and not to none
    int m_generation = 0; // an answer to an older question is dropped
};
