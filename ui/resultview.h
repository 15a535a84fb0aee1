#pragma once

#include "store/consoleanswer.h"

#include <QTableView>

class QAction;
class ResultOrder;

/// The rows of a statement as a grid, put in order by a click on a header; its cells are copied and read whole.
class ResultView : public QTableView
{
    Q_OBJECT

public:
    explicit ResultView(const console::Outcome &outcome, QWidget *parent = nullptr);

    /// The chosen cells, between tabs and line ends.
    QString chosenText() const;

signals:
    void valueWanted(const QString &title, const QByteArray &bytes);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
    void copy() const;
    void openValue();
    void fitColumns();

    ResultOrder *m_rows;
};
