#pragma once

#include "editplace.h"
#include "editsession.h"
#include "manypanel.h"
#include "store/references.h"

#include <QTimer>
#include <QWidget>

class ConflictPanel;
class EditForm;
class InlineMessage;
class KeyReader;
class MergePanel;
class ProgressLine;
class Posters;
class QAction;
class QTabWidget;
class RowChoice;

/// Beside the grid: the chosen row to be read and written in, what waits to be saved, what was changed, and the tools
/// for many rows.
class EditDesk : public QWidget
{
    Q_OBJECT

public:
    /// `record` shows a row to be read; it becomes the first leaf.
    EditDesk(Database &database, QWidget *record, QWidget *parent = nullptr);

    void setPosters(Posters *posters);
    /// Looks up chosen rows that the grid has not read.
    void setKeyReader(KeyReader *reader);
    EditSession &session() { return m_session; }
    /// Those that belong into the bar above the grid; all have shortcuts while the desk's page is seen.
    const QList<QAction *> &barActions() const { return m_bar; }
    /// Undo and redo.
    const QList<QAction *> &turnActions() const { return m_turns; }
    const QList<QAction *> &menuActions() const { return m_more; }

public slots:
    /// Where the person stands in the grid now.
    void setContext(const EditContext &context);
    /// Where the chosen row's links in a table between are written; for any other column nothing.
    void writeLinks(const QString &table);
    void refresh();

signals:
    void failed(const Error &error);
    /// Rows of the database are not as they were.
    void rowsChanged();
    /// A leaf is wanted that may be hidden.
    void leafTurned();
    /// The rows that refer to the one that is written in.
    void wanted(const table::Query &query);
    /// A new row is being written: its stand-in.
    void begun(const QString &standIn);
    /// The row that was being written is saved.
    void made(const QString &row);
    /// Cells have to be painted anew.
    void stagedChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Leaf { View, Edit, Changes, Many, Merge };

    void makeLeaves(QWidget *record);
    void makeActions();
    void makeWays();
    QAction *add(QList<QAction *> &list, QAction *action, const QString &tip);
    void watch();
    void turn(Leaf leaf);
    void showVerbs();
    void showLeaf();
    void showStaged();
    void showActs();
    void showWork(bool isWorking);
    QStringList madeRows() const;
    void takeMade(const QHash<QString, QString> &keys);
    void fail(const Error &error);

    void insert();
    void duplicate();
    void duplicateNew();
    void write(const QList<editing::Change> &row);
    void remove();
    void takeChosen(QList<records::Record> rows);
    void nameReferring(const QList<records::Record> &rows);
    void takeReferring(const QList<records::Record> &rows, const QList<references::Count> &counts);
    void stageRemoval(const QList<records::Record> &rows);

    EditSession m_session;
    EditContext m_context;
    QString m_new; // stand-in of the row that is being written, instead of the grid's
    InlineMessage *m_message;
    ProgressLine *m_work;
    QTimer m_patience; // before work is worth a word
    RowChoice *m_choice;
    ConflictPanel *m_conflicts;
    QTabWidget *m_leaves;
    EditForm *m_form;
    ManyPanel *m_many;
    MergePanel *m_merge;
    QAction *m_save = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_insert = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_removeAll = nullptr;
    QList<QAction *> m_bar, m_turns, m_more;
    QList<QAction *> m_forMany; // of those in the menu
};
