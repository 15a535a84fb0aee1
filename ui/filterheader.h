#pragma once

#include "frozencolumns.h"
#include "store/tablequery.h"

#include <QHeaderView>
#include <QSet>

class FrozenHeader;
class QLineEdit;

/// A header with a field under every column for what a person wants to see of it, and with the order of several
/// columns. Its first columns may stay while the others scroll.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FilterHeader(QWidget *parent = nullptr);

    /// What stands under the columns, and behind their names. The columns' names are the model's NameRole. What was
    /// typed since takeFilters() stays, and what cannot be meant.
    void show(const QList<table::Filter> &filters, const QList<table::Order> &order);
    /// What a person asks for: of a field that was not touched, what was shown there.
    QList<table::Filter> takeFilters();
    /// What was typed is no longer wanted.
    void forgetTyped() { m_typed.clear(); }
    void setFilter(int section, const QString &text);
    QLineEdit *field(int section) const { return m_fields.value(section); }
    /// Whose field is typed in; -1: none.
    int typedSection() const;
    QString columnOf(int section) const;

    FrozenColumns frozenColumns() const { return {*this, m_frozen}; }
    /// So many places stay, hidden columns among them.
    void setFrozen(int places);
    /// The sign of a column's order.
    void showOrder(QStyleOptionHeader &option, int section) const;

    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;

public slots:
    void placeFields();

signals:
    void filtered(); ///< a field says something else
    void ordered(const QList<table::Order> &order);
    void frozen(int places);

protected:
    void updateGeometries() override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

private:
    void makeFields();
    QLineEdit *makeField(int section);
    QList<table::Filter> filters() const;
    void judge(QLineEdit *field) const;
    void order(int section);
    QRect fieldRect(int section) const;

    FrozenHeader *m_staying;
    int m_frozen = 0; // places
    QList<QLineEdit *> m_fields; // a section each; null for those never seen
    QSet<QLineEdit *> m_typed; // and not taken yet
    QList<table::Filter> m_filters; // as they were shown
    QList<table::Order> m_order;
    bool m_isShowing = false; // what changes is not a person's wish
};
