#pragma once

#include "data/result.h"

#include <QLineEdit>
#include <QTimer>

class Database;
class QCompleter;
class QStandardItemModel;

/// A line that suggests what the database knows by the letters typed so far: rows by their name, or a column's values.
class SuggestionEdit : public QLineEdit
{
    Q_OBJECT

public:
    enum class Creation { Offered, NotOffered };

    SuggestionEdit(Database &database, QWidget *parent = nullptr);

    /// At most 50 rows of a table; "Create …" comes last if it is offered.
    void suggestRows(const QString &table, Creation creation);
    void suggestValues(const QString &table, const QString &column);

signals:
    /// A row was chosen.
    void chosen(const QString &key, const QString &name);
    /// A row of this name is wanted that is not there.
    void creationWanted(const QString &name);
    void valueChosen(const QString &value);
    void failed(const Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask();
    void askForRows(const QString &letters);
    void askForValues(const QString &letters);
    void offer(const QList<std::pair<QString, QString>> &names);
    void take(const QModelIndex &index);

    Database &m_database;
    QString m_table;
    QString m_column; // empty for rows
    Creation m_creation = Creation::NotOffered;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QTimer m_soon;
    int m_generation = 0; // an answer to an older question is dropped
};
