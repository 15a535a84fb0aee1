#pragma once

#include "export/order.h"
#include "jobs/services.h"
#include "tablereader.h"

#include <QWidget>

class Grid;
class InlineMessage;
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
    explicit TablesPage(Services services, QWidget *parent = nullptr);
    ~TablesPage() override;

public slots:
    /// Counts anew and reads the shown table again. The person stays where they are.
    void refresh();
    /// Writes what is shown, as CSV.
    void exportTo(const QString &path);

signals:
    void failed(const Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Then { Read, ReadIfChanged };

    void makeActions();
    QWidget *makeTables();
    QWidget *makeMiddle();
    QWidget *makeBar();
    void makeGrid();
    void watch();

    void count(Then then);
    void takeTables(const QStringList &names, const QHash<QString, seek::Size> &sizes, Then then);
    void showTable();
    void showFound();
    void showWords();
    void showOrder(const QString &column, Qt::SortOrder order);
    void take();
    void showCount();
    void keepPlace();
    void restorePlace();
    void chooseFirst();
    void fitColumns();
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
    QTableView *m_list = nullptr;
    Grid *m_grid = nullptr;
    QLineEdit *m_words = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_nothing = nullptr;
    TableExportBar *m_exportBar;
    TableRecord *m_record;
    QTimer m_often; // while it is seen, to tell what a crawl brings
    QTimer m_soon; // until a person has typed a word
    struct Place
    {
        int row = -1;
        int column = 0;
        int scroll = 0;
    };
    std::optional<Place> m_place; // to come back to when the same rows were read again
    QString m_fitted; // the table whose columns have their widths
    int m_generation = 0; // an answer to an older question is dropped
};
