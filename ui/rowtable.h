#pragma once

#include <QTableView>

/// A table of rows to be read: chosen as a whole, one line each, with a hint where there is none.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    RowTable(const QString &name, const QString &title, QAbstractItemModel *model, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Every column as wide as what it shows, and a little air, but a share of the room at most; the rest of it goes to
    /// `wide`.
    void fitColumns(int wide, double most = 1);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};
