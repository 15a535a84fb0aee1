#pragma once

#include "store/editing.h"

#include <QWidget>

class EditSession;
class QButtonGroup;
class QGridLayout;
class QLabel;

/// Rows that somebody else changed meanwhile: before, theirs and mine side by side, chosen field by field.
class ConflictPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictPanel(EditSession &session, QWidget *parent = nullptr);

    void show(const QList<editing::Conflict> &conflicts);

private:
    void showNext();
    void fill(const editing::Conflict &conflict);
    void addField(QGridLayout &grid, int row, const editing::Conflict &conflict, const editing::Clash &clash);
    void settle();
    QString heading(const editing::Conflict &conflict) const;
    void showNames();

    EditSession &m_session;
    QLabel *m_heading;
    QWidget *m_fields = nullptr;
    QList<editing::Conflict> m_waiting;
    QList<QButtonGroup *> m_choices; // of the clashes, in their order
};
