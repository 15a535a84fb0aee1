#pragma once

#include "store/tableoutline.h"
#include "tableshape.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>
#include <QUrl>

class Posters;

/// Rows of any table, of which only some pages are here: what is looked at and not here is asked for. Rows that a
/// person has typed and not saved stand before them.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int PageSize = 128;
    static constexpr int PagesKept = 48;

    enum Role {
        EmptyRole = Qt::UserRole, ///< Absent: why a cell shows nothing
        LinksRole, ///< table::Links
        KindRole, ///< tablecell::Kind
        NameRole, ///< of a header: the column as the database calls it
    };
    enum class Absent { No, Unknown, EmptyText, NotRead, Gone };

    using Rows = QList<table::Row>;

    explicit TableModel(QObject *parent = nullptr);

    void show(const TableShape &shape, const Rows &firstPage);
    void clear() { show({}, {}); }
    void setPage(int page, const Rows &rows);
    /// More rows were found, or fewer; those that are here stay.
    void setCount(qint64 count, bool isExact);
    /// Rows that are not saved: their keys are stand-ins.
    void setNew(const Rows &rows);
    int newCount() const { return int(m_new.size()); }
    bool isNew(int row) const { return row < newCount(); }
    /// Pages that are to be read again when they are looked at.
    void forget(const QSet<int> &pages);

    /// Shows a poster before each film's title; null for none.
    void setPosters(const Posters *posters);
    QUrl posterOf(int row) const; ///< empty for none, and while the row is not here

    const TableShape &shape() const { return m_shape; }
    const table::Row *rowAt(int row) const; ///< null while it is not here
    /// The page that was looked for last and is not here.
    std::optional<int> takeWanted();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// What people write themselves can be written in its cell, once the row is here.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void pageWanted();
    void counted(); ///< how many rows there are is known better

private:
    Absent absence(const table::Row *row, int column) const;
    QVariant dataOf(Absent absent, int role) const;
    QVariant picture(const QModelIndex &index) const;
    void want(int page) const;
    void keepNew(const Rows &rows);
    int pageOf(int row) const { return (row - newCount()) / PageSize; }

    TableShape m_shape;
    Rows m_new;
    const Posters *m_posters = nullptr;
    QCache<int, Rows> m_pages{PagesKept};
    mutable QList<int> m_wanted; // newest last
    QTimer *m_soon; // one question for all that one painting misses
};
