#include "action.h"
#include "codeeditor.h"
#include "consolepage.h"
#include "consoleprogress.h"
#include "consoleresults.h"
#include "inlinemessage.h"
#include "querybook.h"
#include "rawfinder.h"
#include "settings.h"
#include "sqlcompleter.h"
#include "store/database.h"
#include "wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals;
using console::Way;

ConsolePage::ConsolePage(const Services &services, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_database(services.database)
    , m_settings(settings)
    , m_console(new Console(services.database, this))
    , m_editor(new CodeEditor(u"sqlEditor"_s, tr("SQL"), this))
    , m_completer(new SqlCompleter(*m_editor, m_console->engine()))
    , m_book(new QueryBook(settings, this))
    , m_results(new ConsoleResults(this))
    , m_progress(new ConsoleProgress(*m_console, this))
    , m_message(new InlineMessage(u"consoleMessage"_s, this))
{
    setObjectName(u"consolePage"_s);
    setFocusPolicy(Qt::StrongFocus);
    makeActions();
    m_editor->setPlainText(settings.consoleText());
    m_editor->setPlaceholderText(tr("SELECT title, release_date FROM movies ORDER BY release_date;"));
    auto *above = new QSplitter(this);
    above->setObjectName(u"consoleAbove"_s);
    above->addWidget(m_editor);
    above->addWidget(makeSide());
    above->setStretchFactor(0, 1);
    auto *below = new QWidget(this);
    auto *results = new QVBoxLayout(below);
    results->setContentsMargins({});
    results->addWidget(m_message);
    results->addWidget(m_progress);
    results->addWidget(m_results, 1);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setObjectName(u"consoleHalves"_s);
    halves->setChildrenCollapsible(false);
    halves->addWidget(above);
    halves->addWidget(below);
    halves->setStretchFactor(1, 1);
    const int letter = fontMetrics().averageCharWidth();
    m_editor->setMinimumWidth(letter * 36);
    above->setSizes({letter * 110, letter * 46});
    halves->setSizes({fontMetrics().height() * 14, fontMetrics().height() * 22});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(halves, 1);
    watch();
    updateActions();
}

void ConsolePage::makeActions()
{
    m_run = makeAction(this, u"runStatement"_s, tr("&Run"), u"media-playback-start"_s, {Qt::CTRL | Qt::Key_Return});
    m_run->setShortcutContext(Qt::WidgetShortcut); // the editor hears it first
    m_run->setToolTip(tr("Run the statement at the cursor, or what is selected (Ctrl+Enter)"));
    m_runAll = makeAction(this, u"runAll"_s, tr("Run &all"), u"media-skip-forward"_s, {Qt::Key_F5});
    m_runAll->setToolTip(tr("Run all statements, as one (F5)"));
    m_plan = makeAction(this, u"planStatement"_s, tr("&Plan"), u"view-list-tree"_s, {Qt::Key_F6});
    m_plan->setToolTip(tr("Show how the database would go about the statement (F6)"));
    m_try = makeAction(this, u"tryStatement"_s, tr("&Dry run"), u"edit-undo"_s, {Qt::Key_F7});
    m_try->setToolTip(tr("Run it, say how many rows change, and take it back (F7)"));
    m_write = makeAction(this, u"allowWriting"_s, tr("Allow &writing"), u"document-edit"_s,
                         {Qt::CTRL | Qt::SHIFT | Qt::Key_W});
    m_write->setCheckable(true);
    m_allow = makeAction(this, u"allowWritingHere"_s, tr("Allow writing"), u"document-edit"_s,
                         {Qt::CTRL | Qt::ALT | Qt::Key_W});
    m_mean = makeAction(this, u"runMeant"_s, tr("Run it all the same"), u"dialog-ok-apply"_s,
                        {Qt::CTRL | Qt::ALT | Qt::Key_Return});
    m_complete = makeAction(this, u"completeWord"_s, tr("Complete the &word"), {}, {Qt::CTRL | Qt::Key_Space});
    m_save = makeAction(this, u"saveQuery"_s, tr("&Save"), u"document-save"_s, QKeySequence::Save);
    m_save->setToolTip(tr("Keep what stands in the editor under a name (Ctrl+S)"));
    m_open
        = makeAction(this, u"openInConsole"_s, tr("&Open file…"), u"document-open"_s, {Qt::CTRL | Qt::ALT | Qt::Key_O});
    m_open->setToolTip(tr("Open SQL, JSON or an item list (Ctrl+Alt+O)"));
    m_allow->setEnabled(false);
    m_mean->setEnabled(false);
    addActions({m_runAll, m_plan, m_try, m_write, m_allow, m_mean, m_complete, m_save, m_open});
}

QWidget *ConsolePage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *verbs = new QHBoxLayout;
    for (QAction *action : {m_run, m_runAll, m_plan, m_try, m_write})
        verbs->addWidget(makeButton(action, bar));
    verbs->addStretch(1);
    auto *rest = new QHBoxLayout;
    rest->addWidget(makeLimits());
    rest->addStretch(1);
    for (QAction *action : {m_save, m_open}) {
        QToolButton *button = makeButton(action, bar);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        rest->addWidget(button);
    }
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_bar->setContentsMargins({});
    m_bar->addLayout(verbs, 1);
    m_bar->addLayout(rest);
    return bar;
}

QWidget *ConsolePage::makeLimits()
{
    auto *limits = new QWidget(this);
    m_rows = new QComboBox(limits);
    m_rows->setObjectName(u"rowLimit"_s);
    m_rows->setAccessibleName(tr("Most rows of a statement"));
    for (const qint64 rows : {100, 1000, 10'000, 100'000})
        m_rows->addItem(tr("%1 rows").arg(wording::number(rows)), rows);
    m_rows->setCurrentIndex(1);
    m_time = new QComboBox(limits);
    m_time->setObjectName(u"timeLimit"_s);
    m_time->setAccessibleName(tr("Longest time"));
    m_time->addItem(tr("10 s"), 10);
    m_time->addItem(tr("1 min"), 60);
    m_time->addItem(tr("10 min"), 600);
    m_time->addItem(tr("No time limit"), 0);
    m_time->setCurrentIndex(1);
    auto *label = new QLabel(tr("At &most"), limits);
    label->setBuddy(m_rows);
    auto *layout = new QHBoxLayout(limits);
    layout->setContentsMargins({});
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_rows, m_time})
        layout->addWidget(widget);
    return limits;
}

QWidget *ConsolePage::makeSide()
{
    auto *raw = new RawFinder(m_database, this);
    connect(raw, &RawFinder::found, m_results, &ConsoleResults::openBytes);
    connect(raw, &RawFinder::failed, this, &ConsolePage::failed);
    m_book->addTab(raw, tr("Raw answers"));
    return m_book;
}

void ConsolePage::watch()
{
    connect(m_run, &QAction::triggered, this, [this] { runCurrent(way()); });
    connect(m_runAll, &QAction::triggered, this, &ConsolePage::runAll);
    connect(m_plan, &QAction::triggered, this, [this] { runCurrent(Way::Plan); });
    connect(m_try, &QAction::triggered, this, [this] { runCurrent(Way::Try); });
    connect(m_write, &QAction::toggled, this, &ConsolePage::updateActions);
    connect(m_mean, &QAction::triggered, this, &ConsolePage::runMeant);
    connect(m_allow, &QAction::triggered, this, [this] {
        m_write->setChecked(true);
        m_message->dismiss();
    });
    connect(m_open, &QAction::triggered, this, &ConsolePage::askFile);
    connect(m_save, &QAction::triggered, this, [this] { m_book->askName(m_editor->toPlainText().trimmed()); });
    watchEditor();
}

void ConsolePage::watchEditor()
{
    connect(m_complete, &QAction::triggered, m_completer, &SqlCompleter::complete);
    connect(m_editor, &CodeEditor::confirmed, m_run, &QAction::trigger);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_mean->setEnabled(false); // another text may mean something else
        m_allow->setEnabled(false);
    });
    connect(m_book, &QueryBook::wanted, this, [this](const QString &text) {
        m_editor->append(text);
        m_editor->setFocus();
    });
}
