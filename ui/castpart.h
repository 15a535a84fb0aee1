#pragma once

#include "store/records.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

/// What is said of a new cast member beside the name: whom they play, and their place in the list.
class CastPart : public QWidget
{
    Q_OBJECT

public:
    explicit CastPart(QWidget *parent = nullptr);

    /// Asks about one who was chosen.
    void ask(const QString &name);
    void clear();

signals:
    /// What was typed, by column of the cast.
    void said(const records::Values &values);

private:
    QLineEdit *makeLine(const QString &column, const QString &title);
    void finish();
    void judge();
    QString read(records::Values &values) const;

    QLineEdit *m_role;
    QLineEdit *m_place;
    QLabel *m_fault;
    QAction *m_add;
};
