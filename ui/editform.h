#pragma once

#include "editrecord.h"
#include "store/editing.h"

#include <QWidget>

class EditChips;
class EditField;
class EditHistoryPanel;
class EditSession;
class Heading;
class Poster;
class Posters;
class QLabel;
class QScrollArea;
class QTabWidget;
class ReferrerLinks;
class SourceList;

/// A record to be written in. Its sections: a field with its source for each value that a person may write; what it is
/// linked with; where all of it comes from and who changed it.
class EditForm : public QWidget
{
    Q_OBJECT

public:
    explicit EditForm(EditSession &session, QWidget *parent = nullptr);

    void setPosters(Posters *posters);
    const QString &table() const { return m_table; }
    const QString &key() const { return m_key; }
    const std::optional<records::Record> &row() const { return m_record.row; }

signals:
    /// The rows that refer to the shown one.
    void wanted(const table::Query &query);

public slots:
    /// A row by its key or its stand-in.
    void show(const QString &table, const QString &key);
    void clear();
    /// Reads the same record again.
    void reload();
    /// Goes to the links of a table between, once the record is here.
    void writeLinks(const QString &table);

private:
    QWidget *makeRelations();
    QWidget *makeHistory();
    void makeFields();
    void makeLinks();
    void goToLinks();
    EditField *makeField(const model::Column &column);
    EditChips *makeChips(const EditRecord::Links &links);
    void take(const EditRecord &record);
    void keepNames() const;
    void showStaged();
    void showField(EditField &field);
    void showHeading();
    void showPoster();
    QString nameOf(const model::Column &column, const records::Cell &value) const;
    records::Cell valueOf(const QString &column) const;

    editing::Change setting(const model::Column &column, const records::Cell &value) const;
    void create(const model::Column &column, const QString &name);
    void link(const EditRecord::Links &links, const QString &other, records::Values values);
    void linkNew(const EditRecord::Links &links, const QString &name, records::Values values);
    void unlink(const EditRecord::Links &links, const EditRecord::Link &link);
    void takeBack(const model::Column &column);

    EditSession &m_session;
    Poster *m_poster;
    Heading *m_heading;
    QLabel *m_hint;
    QTabWidget *m_sections;
    QScrollArea *m_area; // of the values
    QScrollArea *m_links;
    QWidget *m_chipBox = nullptr;
    QLabel *m_alone;
    ReferrerLinks *m_referring;
    SourceList *m_sources;
    EditHistoryPanel *m_history;
    QString m_table;
    QString m_key;
    QString m_made; // table whose fields are there
    QString m_taken; // key of what is shown
    QString m_linksWanted; // table between
    EditRecord m_record;
    QList<EditField *> m_fields;
    QList<EditChips *> m_chips;
    int m_generation = 0; // an answer to an older question is dropped
};
