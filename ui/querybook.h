#pragma once

#include <QTabWidget>

class QLineEdit;
class QueryList;
class Settings;

/// Statements that ran and statements that were saved; both outlive the program.
class QueryBook : public QTabWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype MostKept = 200; ///< that ran

    explicit QueryBook(Settings &settings, QWidget *parent = nullptr);

    void note(const QString &text); ///< it ran
    /// Asks for a name, and keeps the text under it.
    void askName(const QString &text);

signals:
    void wanted(const QString &text);

private:
    QWidget *makeSaved();
    void list();
    void save();
    void remove();

    Settings &m_settings;
    QueryList *m_history;
    QueryList *m_saved;
    QLineEdit *m_name;
    QString m_toSave;
};
