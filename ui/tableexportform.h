#pragma once

#include "export/order.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;

/// What to export and how, to be chosen beside the rows. Hidden until it is offered.
class TableExportForm : public QWidget
{
    Q_OBJECT

public:
    explicit TableExportForm(QWidget *parent = nullptr);

    /// `shown` is what the grid shows.
    void offer(const exports::Order &shown);
    /// The form follows what the grid shows now.
    void setShown(const exports::Order &shown);
    /// What is chosen, without a place.
    exports::Order order() const;

signals:
    void chosen(const exports::Order &order);

private:
    void makeActions();
    void layOut();
    void fillContents();
    void fillFormats();
    void showChoice();
    void askWhereTo();

    exports::Order m_shown;
    QString m_folder; // of the last export of this sitting
    QComboBox *m_content;
    QComboBox *m_format;
    QCheckBox *m_mark;
    QCheckBox *m_guard;
    QLabel *m_hint;
    QAction *m_choose = nullptr;
    QAction *m_close = nullptr;
};
