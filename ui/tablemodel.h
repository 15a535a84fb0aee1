#pragma once

#include "tableshape.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

/// Rows of any table, of which only some pages are here: what is looked at and not here is asked for.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int PageSize = 256;
    static constexpr int PagesKept = 64;

    using Rows = QList<QVariantList>;

    explicit TableModel(QObject *parent = nullptr);

    void show(const TableShape &shape, const Rows &firstPage);
    void clear() { show({}, {}); }
    void setPage(int page, const Rows &rows);

    const TableShape &shape() const { return m_shape; }
    const QVariantList *rowAt(int row) const; ///< null while it is not here
    /// The page that was looked for last and is not here.
    std::optional<int> takeWanted();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Only asks for another order: the database sorts.
    void sort(int column, Qt::SortOrder order) override;

signals:
    void pageWanted();
    void orderWanted(const QString &column, Qt::SortOrder order);

private:
    QVariant absent(int role) const;
    void want(int page) const;

    TableShape m_shape;
    QCache<int, Rows> m_pages{PagesKept};
    mutable QList<int> m_wanted; // newest last
    QTimer *m_soon; // one question for all that one painting misses
};
