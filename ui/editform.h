#pragma once

#include "editrecord.h"
#include "store/editing.h"

#include <QWidget>

class EditChips;
class EditField;
class EditSession;
class Heading;
class QLabel;
class QScrollArea;

/// A record to be written in: a field for each value that a person may write, and what a film is linked with.
class EditForm : public QWidget
{
    Q_OBJECT

public:
    explicit EditForm(EditSession &session, QWidget *parent = nullptr);

    const QString &table() const { return m_table; }
    const QString &key() const { return m_key; }
    const std::optional<records::Record> &row() const { return m_record.row; }

public slots:
    /// A row by its key or its stand-in.
    void show(const QString &table, const QString &key);
    void clear();
    /// Reads the same record again.
    void reload();

private:
    void makeFields();
    EditField *makeField(const model::Column &column);
    EditChips *makeChips(const EditRecord::Links &links);
    QStringList others() const;
    void take(const EditRecord &record);
    void showStaged();
    void showField(EditField &field);
    void showHeading();
    QString nameOf(const QString &column, const records::Cell &value) const;
    QHash<QString, QString> newNames() const;
    records::Cell valueOf(const QString &column) const;

    editing::Change setting(const model::Column &column, const records::Cell &value) const;
    void create(const model::Column &column, const QString &name);
    void link(const EditRecord::Links &links, const QString &other);
    void linkNew(const EditRecord::Links &links, const QString &name);
    void unlink(const EditRecord::Links &links, const EditRecord::Link &link);
    void takeBack(const model::Column &column);

    EditSession &m_session;
    Heading *m_heading;
    QLabel *m_hint;
    QScrollArea *m_area;
    QString m_table;
    QString m_key;
    QString m_made; // table whose fields are there
    EditRecord m_record;
    QList<EditField *> m_fields;
    QList<EditChips *> m_chips;
    int m_generation = 0; // an answer to an older question is dropped
};
