#pragma once

#include "store/editing.h"
#include "store/provenance.h"
#include "store/typed.h"

#include <QWidget>

class Database;
class EditInput;
class QLabel;
class QToolButton;

/// One value of a record with its editor, why what is typed cannot be meant, what was there before, its source and
/// lock.
class EditField : public QWidget
{
    Q_OBJECT

public:
    /// What is known of the value.
    struct Content
    {
        records::Cell value; ///< in the database
        const editing::Change *staged = nullptr;
        QString name; ///< of the referred row: of what is staged, if anything is
        QString nameBefore; ///< of what is in the database
        std::optional<provenance::Origin> origin;
    };

    EditField(Database &database, const model::Table &table, const model::Column &column, QWidget *parent = nullptr);

    const model::Column &column() const;
    /// What is being typed stays, and what cannot be meant.
    void show(const Content &content);
    /// Another row is to be shown: what is typed is not for it.
    void forget();

signals:
    /// `name` is what is read for it.
    void wanted(const records::Cell &value, const QString &name);
    void creationWanted(const QString &name);
    void takeBackWanted();
    void lockWanted(provenance::Lock lock);
    void failed(const Error &error);

private:
    QWidget *makeHead();
    void showReason();
    void showMark(const Content &content);
    void showOrigin(const std::optional<provenance::Origin> &origin);
    void commit();

    const model::Table &m_table;
    QString m_title;
    EditInput *m_input;
    QToolButton *m_lock = nullptr;
    QToolButton *m_takeBack = nullptr;
    QLabel *m_reason;
    QLabel *m_source;
    records::Cell m_value; // as it would be saved
};
