#pragma once

#include <QWidget>

class EditHistoryModel;
class EditSession;
class QAction;
class RowTable;

/// The history of a record, of which any value or row can be brought back, and any act be undone.
class EditHistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EditHistoryPanel(EditSession &session, QWidget *parent = nullptr);

public slots:
    void show(const QString &table, const QString &key);
    void clear();
    void reload();

private:
    void showButtons();

    EditSession &m_session;
    EditHistoryModel *m_model;
    RowTable *m_list;
    QAction *m_restore;
    QAction *m_undoAct;
    QString m_table;
    QString m_key;
    int m_generation = 0; // an answer to an older question is dropped
};
