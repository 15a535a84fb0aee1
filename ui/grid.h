#pragma once

#include "frozencolumns.h"

#include <QStandardItemModel>
#include <QTableView>

/// A table view for any number of rows, all of one height. QTableView alone keeps eight bytes for each row in its
/// vertical header, read or not: this one has no such header, and counts instead. Its first columns may stay at the
/// edge while the others scroll.
class Grid : public QTableView
{
    Q_OBJECT

public:
    static constexpr double PlainLines = 1.5;

    explicit Grid(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    int rowHeight() const { return m_rowHeight; }
    /// How high a row is, in lines of text.
    void setRowLines(double lines);
    int rowsSeen() const; ///< whole ones
    int firstRow() const { return m_first; }
    /// So many places stay, hidden columns among them.
    void setFrozen(int places);
    /// Told where nothing is to be seen.
    void setHint(const QString &hint);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void keyboardSearch(const QString &) override { } ///< would read all rows

public slots:
    void reset() override;

signals:
    /// A person wants to write where no editor fits into the cell.
    void writingWanted(const QModelIndex &index);

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void updateEditorGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    int sizeHintForColumn(int column) const override;
    int sizeHintForRow(int) const override { return m_rowHeight; }

private:
    FrozenColumns frozen() const { return {*horizontalHeader(), m_frozen}; }
    int rowCount() const { return model() ? model()->rowCount() : 0; }
    void fitRowHeight();
    void paintRow(QPainter &painter, QStyleOptionViewItem &option, int row, const QRect &dirty) const;
    void paintRows(QPainter &painter, const QRect &dirty) const;
    void paintEdge(QPainter &painter) const;
    bool isSeenIn(int column, const QRect &part) const;
    int shownColumn(int place, int step) const;
    int columnBeside(int column, int step) const;
    int rowFor(CursorAction action, int row) const;

    QStandardItemModel m_noRows;
    QString m_hint;
    double m_rowLines = PlainLines;
    int m_rowHeight = 1;
    int m_first = 0; // the row at the top
    int m_frozen = 0; // places
};
