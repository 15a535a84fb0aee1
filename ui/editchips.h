#pragma once

#include "editrecord.h"
#include "store/staging.h"

#include <QWidget>

class CastPart;
class Database;
class QToolButton;
class SuggestionEdit;

/// What a film is linked with, as chips: each with a button that removes it, and a line that adds one by its name;
/// of a cast member whom they play as well.
class EditChips : public QWidget
{
    Q_OBJECT

public:
    EditChips(Database &database, const EditRecord::Links &kind, QWidget *parent = nullptr);

    const EditRecord::Links &links() const { return m_links; }
    /// `staged` are the changes of this table that concern the film; `names` are those of rows by
    /// "table,key", and of rows that are not made yet by their stand-in.
    void show(const EditRecord::Links &links, const QList<staging::Staged> &staged,
              const QHash<QString, QString> &names);

signals:
    /// `values` are what is said of the link itself.
    void addWanted(const QString &other, const records::Values &values);
    void creationWanted(const QString &name, const records::Values &values);
    void removeWanted(const EditRecord::Link &link);
    void takeBackWanted(qint64 staged);
    void failed(const Error &error);

private:
    void choose(const QString &key, const QString &name);
    void add(const records::Values &values);
    QToolButton *addChip(const QString &text);
    void addLink(const EditRecord::Link &link, const staging::Staged *removal);
    void addNew(const staging::Staged &insertion, const QString &name);

    EditRecord::Links m_links;
    QString m_table; // of the other side
    QWidget *m_chips;
    SuggestionEdit *m_add;
    CastPart *m_part = nullptr; // where more is said than a name
    QString m_key; // of the one that is being added; empty for a new one
    QString m_name;
    QHash<QString, QString> m_chosen; // names of rows that were added here, by key
};
