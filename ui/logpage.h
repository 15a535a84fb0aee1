#pragma once

#include <QWidget>

class LogModel;
class QAction;
class QComboBox;
class QLineEdit;
class LogFilter;
class RowTable;

/// The log: shown from a level on, searched, copied.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    explicit LogPage(LogModel &log, QWidget *parent = nullptr);

public slots:
    void refresh() { } // it is always up to date

private:
    QWidget *makeBar();
    void makeTable();
    void watch();
    void copy();

    LogModel &m_log;
    LogFilter *m_shown;
    RowTable *m_table;
    QComboBox *m_level;
    QLineEdit *m_words;
    QAction *m_copy;
    QAction *m_clear;
};
