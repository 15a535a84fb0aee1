#pragma once

#include "store/typed.h"

#include <QWidget>

class Database;
class QCalendarWidget;
class QLineEdit;
class QPlainTextEdit;
class SuggestionEdit;

/// The editor that fits a column: a line, several, a date with its calendar, a choice, or a row by its name. What is
/// typed is checked at once.
class EditInput : public QWidget
{
    Q_OBJECT

public:
    EditInput(Database &database, const model::Table &table, const model::Column &column, QWidget *parent = nullptr);

    const model::Column &column() const { return m_column; }
    /// `name` is what a referred row is called.
    void setValue(const records::Cell &value, const QString &name = {});
    /// What is typed now, and why it cannot be meant.
    typed::Checked checked() const;
    QString text() const;
    bool isEdited() const;

signals:
    void edited();
    /// The person is done with it: Enter, another field, a choice.
    void finished();
    /// The reference is to be a new row of this name.
    void creationWanted(const QString &name);
    void failed(const Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLine();
    void makeText();
    void makeSuggestions();
    void makeCalendar();
    void setText(const QString &text);

    Database &m_database;
    const model::Table &m_table;
    const model::Column &m_column;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_text = nullptr;
    records::Cell m_key; // of a reference
    QString m_keyName;
    QString m_shown; // text as it was set
};
