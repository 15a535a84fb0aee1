#pragma once

#include "store/pasting.h"

#include <QWidget>

class EditSession;
class QAction;
class QLabel;
class QPlainTextEdit;
class StagedList;

/// Many changes before they are typed into the rows: what each would do, and each cell that cannot be meant.
class EditPreview : public QWidget
{
    Q_OBJECT

public:
    explicit EditPreview(EditSession &session, QWidget *parent = nullptr);

    void show(const pasting::Preview &preview);
    void clear();

signals:
    /// The changes wait to be saved now.
    void staged();

private:
    void stage();

    EditSession &m_session;
    QLabel *m_summary;
    StagedList *m_list;
    QPlainTextEdit *m_faults;
    QAction *m_stage;
    QList<editing::Change> m_changes;
};
