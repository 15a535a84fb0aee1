#pragma once

#include "jobs/services.h"
#include "store/console.h"

#include <QWidget>

class CodeEditor;
class ConsoleProgress;
class ConsoleResults;
class InlineMessage;
class QAction;
class QBoxLayout;
class QComboBox;
class QueryBook;
class Settings;
class SqlCompleter;
namespace opening {
struct News;
}

/// SQL by hand: written with help, run on a connection that only reads until a person says otherwise, stopped at will.
class ConsolePage : public QWidget
{
    Q_OBJECT

public:
    ConsolePage(const Services &services, Settings &settings, QWidget *parent = nullptr);
    ~ConsolePage() override;

public slots:
    /// Learns the names of tables and columns anew.
    void refresh();
    /// A text of any kind; SQL goes into the editor.
    void openFile(const QString &path);

signals:
    void failed(const Error &error);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    QWidget *makeBar();
    QWidget *makeLimits();
    QWidget *makeSide();
    void watch();
    void watchEditor();

    void begin();
    void readNames();
    void take(const Result<opening::News> &news);

    void runCurrent(console::Way way);
    void runAll();
    void runMeant();
    void run(const console::Question &question);
    void receive(const Console::Told &told);
    void tell(const console::Answer &answer);
    void tellTrouble(const console::Trouble &trouble, const console::Answer &answer);
    void updateActions();
    void askFile();
    console::Way way() const;
    QList<statements::Statement> current() const;

    Database &m_database;
    Settings &m_settings;
    Console *m_console;
    CodeEditor *m_editor;
    SqlCompleter *m_completer;
    QueryBook *m_book;
    ConsoleResults *m_results;
    ConsoleProgress *m_progress;
    InlineMessage *m_message;
    QBoxLayout *m_bar = nullptr; // one line, or two where there is little room
    QComboBox *m_rows = nullptr;
    QComboBox *m_time = nullptr;
    QAction *m_run = nullptr;
    QAction *m_runAll = nullptr;
    QAction *m_plan = nullptr;
    QAction *m_try = nullptr;
    QAction *m_write = nullptr;
    QAction *m_allow = nullptr; // the same, from a message
    QAction *m_mean = nullptr;
    QAction *m_complete = nullptr;
    QAction *m_save = nullptr;
    QAction *m_open = nullptr;
    console::Question m_asked;
    bool m_hasBegun = false;
    bool m_canWrite = true;
};
