#include "consoleresults.h"

#include "action.h"
#include "codeeditor.h"
#include "consolewording.h"
#include "outcomesmodel.h"
#include "planview.h"
#include "resultview.h"
#include "rowtable.h"

#include <QTabBar>
#include <QtConcurrentRun>

using namespace Qt::Literals;

ConsoleResults::ConsoleResults(QWidget *parent)
    : QTabWidget(parent)
    , m_outcomes(new OutcomesModel(this))
    , m_run(new RowTable(u"consoleRun"_s, tr("Statements that ran"), m_outcomes, this))
{
    setObjectName(u"consoleResults"_s);
    setDocumentMode(true);
    setTabsClosable(true);
    m_run->setHint(tr("Type SQL above. Ctrl+Enter runs the statement at the cursor, F5 all of them."));
    addTab(m_run, tr("Run"));
    m_runs = 1;
    m_run->fitColumns(OutcomesModel::Text);
    keepOpen(0);
    auto *close = makeAction(this, u"closeText"_s, tr("&Close this text"), u"dialog-close"_s, QKeySequence::Close);
    addAction(close);
    connect(close, &QAction::triggered, this, &ConsoleResults::closeCurrent);
    connect(this, &QTabWidget::tabCloseRequested, this, &ConsoleResults::close);
}

/// A tab without a button to close it.
void ConsoleResults::keepOpen(int tab)
{
    for (const auto side : {QTabBar::RightSide, QTabBar::LeftSide}) {
        QWidget *button = tabBar()->tabButton(tab, side);
        tabBar()->setTabButton(tab, side, nullptr);
        delete button;
    }
}

void ConsoleResults::clearRun()
{
    for (; m_runs > 1; --m_runs) {
        QWidget *old = widget(m_runs - 1);
        removeTab(m_runs - 1);
        old->deleteLater();
    }
}

void ConsoleResults::showRun(const console::Answer &answer)
{
    clearRun();
    m_outcomes->show(answer);
    m_run->fitColumns(OutcomesModel::Text);
    setCurrentIndex(0);
    for (int i = 0; i < answer.outcomes.size(); ++i)
        showOutcome(answer.outcomes[i], i + 1);
}

void ConsoleResults::showOutcome(const console::Outcome &outcome, int number)
{
    QWidget *page = nullptr;
    if (!outcome.plan.isEmpty()) {
        page = new PlanView(outcome.plan, this);
    } else if (!outcome.columns.isEmpty()) {
        auto *view = new ResultView(outcome, this);
        connect(view, &ResultView::valueWanted, this, &ConsoleResults::openBytes);
        page = view;
    }
    if (!page)
        return;
    insertTab(m_runs, page, tr("%1: %2").arg(number).arg(consolewording::brief(outcome)));
    setTabToolTip(m_runs, outcome.statement.text.left(500));
    keepOpen(m_runs);
    if (m_runs == 1)
        setCurrentIndex(1);
    ++m_runs;
}

void ConsoleResults::open(const rawdocument::Document &document)
{
    auto *editor = new CodeEditor(u"rawText"_s, document.title, this);
    editor->setReadOnly(true);
    editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    editor->setUndoRedoEnabled(false);
    editor->setLanguage(document.language);
    editor->fill(document.isCut ? document.text + u'\n' + tr("… and so on: it is too long to be shown whole.")
                                : document.text);
    const QString title
        = fontMetrics().elidedText(document.title, Qt::ElideRight, fontMetrics().averageCharWidth() * 30);
    const int tab = addTab(editor, QString(title).replace(u'&', u"&&"_s));
    setTabToolTip(tab, document.title);
    for (const auto side : {QTabBar::RightSide, QTabBar::LeftSide}) {
        if (QWidget *button = tabBar()->tabButton(tab, side)) {
            button->setObjectName(u"closeTextButton"_s);
            button->setAccessibleName(tr("Close %1").arg(document.title));
        }
    }
    setCurrentIndex(tab);
    editor->setFocus();
}

void ConsoleResults::openBytes(const QString &title, const QByteArray &bytes)
{
    QtConcurrent::run(rawdocument::of, title, bytes).then(this, [this](const rawdocument::Document &document) {
        open(document);
    });
}

void ConsoleResults::closeCurrent()
{
    close(currentIndex());
}

void ConsoleResults::close(int tab)
{
    if (tab < m_runs)
        return;
    QWidget *old = widget(tab);
    removeTab(tab);
    old->deleteLater();
}
