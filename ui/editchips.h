#pragma once

#include "editrecord.h"
#include "store/staging.h"

#include <QWidget>

class CastPart;
class EditSession;
class QToolButton;
class SuggestionEdit;

/// What a film is linked with, as chips: each with a button that removes it, and a line that adds one by its name;
/// of a cast member whom they play as well.
class EditChips : public QWidget
{
    Q_OBJECT

public:
    EditChips(EditSession &session, const EditRecord::Links &kind, QWidget *parent = nullptr);

    const EditRecord::Links &links() const { return m_links; }
    /// `staged` are the changes of this table that concern the film.
    void show(const EditRecord::Links &links, const QList<const staging::Staged *> &staged);

signals:
    /// `values` are what is said of the link itself.
    void addWanted(const QString &other, const records::Values &values);
    void creationWanted(const QString &name, const records::Values &values);
    void removeWanted(const EditRecord::Link &link);
    void takeBackWanted(qint64 staged);
    void failed(const Error &error);

private:
    /// One of them, and the change that makes it come or go.
    struct Chip
    {
        EditRecord::Link link;
        QString text;
        qint64 staged = 0; ///< 0 for none
        editing::Kind kind = editing::Kind::Insert; ///< of the change

        bool operator==(const Chip &) const = default;
    };

    void choose(const QString &key, const QString &name);
    void add(const records::Values &values);
    QList<Chip> chipsOf(const QList<const staging::Staged *> &staged) const;
    void addChip(const Chip &chip);

    EditSession &m_session;
    EditRecord::Links m_links;
    QString m_table; // of the other side
    QWidget *m_chips;
    SuggestionEdit *m_add;
    CastPart *m_part = nullptr; // where more is said than a name
    QString m_key; // of the one that is being added; empty for a new one
    QString m_name;
    QList<Chip> m_shown;
};
