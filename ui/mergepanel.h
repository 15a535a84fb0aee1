#pragma once

#include "store/records.h"

#include <QWidget>

class EditSession;
class QAction;
class QButtonGroup;
class QLabel;
class SuggestionEdit;

/// Rows that are one and the same become one: the values to keep are chosen, side by side.
class MergePanel : public QWidget
{
    Q_OBJECT

public:
    explicit MergePanel(EditSession &session, QWidget *parent = nullptr);

    void show(const QString &table, const QStringList &rows);

private:
    void read();
    void take(const QList<records::Record> &rows);
    void addColumn(const model::Column &column, int line);
    void add(const QString &row);
    void merge();

    EditSession &m_session;
    QLabel *m_hint;
    SuggestionEdit *m_other;
    QWidget *m_values = nullptr;
    QAction *m_merge;
    QString m_table;
    QStringList m_keys; // the first is kept
    QList<records::Record> m_rows;
    QHash<QString, QButtonGroup *> m_choices; // by column
    int m_generation = 0; // an answer to an older question is dropped
};
