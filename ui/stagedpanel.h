#pragma once

#include <QWidget>

class EditSession;
class QAction;
class QLabel;
class StagedList;

/// The changes that are not saved, to be saved or taken back together or one by one.
class StagedPanel : public QWidget
{
    Q_OBJECT

public:
    StagedPanel(EditSession &session, QAction *saveAll, QWidget *parent = nullptr);

private:
    void makeActions(QAction *saveAll);
    void take();
    void showChosen();
    QSet<qint64> chosen() const;

    EditSession &m_session;
    StagedList *m_list;
    QLabel *m_sql;
    QAction *m_save = nullptr;
    QAction *m_takeBack = nullptr;
    QAction *m_takeBackAll = nullptr;
};
