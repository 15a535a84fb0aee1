#include "consolepage.h"

#include "codeeditor.h"
#include "consoleprogress.h"
#include "consoleresults.h"
#include "consolewording.h"
#include "icons.h"
#include "inlinemessage.h"
#include "querybook.h"
#include "settings.h"
#include "sqlcompleter.h"
#include "store/database.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::Literals;
using console::Question;
using console::Trouble;
using console::Way;
using statements::Statement;

namespace {

constexpr qint64 LargestFile = 64 << 20; // bytes

codehighlighting::Language languageOf(Connection::Engine engine)
{
    return engine == Connection::Engine::SQLite ? codehighlighting::Language::Sqlite
                                                : codehighlighting::Language::Postgresql;
}

}

ConsolePage::~ConsolePage()
{
    m_settings.setConsoleText(m_editor->toPlainText());
}

void ConsolePage::refresh()
{
    if (!m_hasBegun)
        begin();
    readNames();
    m_editor->setFocus();
}

void ConsolePage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_editor->setFocus();
}

void ConsolePage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 125;
    m_bar->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

/// What costs time waits until the page is seen.
void ConsolePage::begin()
{
    m_hasBegun = true;
    m_editor->setLanguage(languageOf(m_console->engine()));
    m_completer->setNames(sqlnames::ofModel()); // until the database has said its own
    QCoro::connect(m_database.open(), this, &ConsolePage::take);
}

void ConsolePage::take(const Result<opening::News> &news)
{
    if (!news)
        return emit failed(news.error());
    m_canWrite = !news->readOnlyBecause;
    updateActions();
}

void ConsolePage::readNames()
{
    QCoro::connect(m_database.read(sqlnames::read), this, [this](const Result<sqlnames::Names> &names) {
        if (names)
            m_completer->setNames(*names);
        else
            emit failed(names.error());
    });
}

Way ConsolePage::way() const
{
    return m_write->isChecked() ? Way::Write : Way::Read;
}

/// What is selected, or the statement at the cursor.
QList<Statement> ConsolePage::current() const
{
    const QString typed = m_editor->toPlainText();
    const QTextCursor cursor = m_editor->textCursor();
    const auto engine = m_console->engine();
    if (!cursor.hasSelection()) {
        const auto list = statements::split(typed, engine);
        const qsizetype at = statements::at(list, typed, cursor.position());
        return at < 0 ? QList<Statement>() : QList{list[at]};
    }
    const qsizetype from = cursor.selectionStart();
    auto list = statements::split(typed.sliced(from, cursor.selectionEnd() - from), engine);
    for (Statement &statement : list) {
        statement.from += from;
        statement.line += int(QStringView(typed).first(from).count(u'\n'));
    }
    return list;
}

void ConsolePage::runCurrent(Way way)
{
    run({.statements = current(), .way = way});
}

void ConsolePage::runAll()
{
    run({.statements = statements::split(m_editor->toPlainText(), m_console->engine()), .way = way()});
}

void ConsolePage::runMeant()
{
    Question question = m_asked;
    question.isMeant = true;
    run(question);
}

void ConsolePage::run(const Question &question)
{
    if (m_console->isRunning())
        return;
    m_message->dismiss();
    m_editor->clearFault();
    m_asked = question;
    if (question.statements.isEmpty())
        return m_message->tell(InlineMessage::Kind::Information, tr("There is no statement to run."));
    m_asked.mostRows = m_rows->currentData().toLongLong();
    m_asked.longest = std::chrono::seconds(m_time->currentData().toLongLong());
    m_settings.setConsoleText(m_editor->toPlainText());
    m_progress->begin();
    auto answer = m_console->ask(m_asked);
    updateActions();
    answer.then(this, [this](const Console::Told &told) { receive(told); });
}

void ConsolePage::receive(const Console::Told &told)
{
    m_progress->end();
    updateActions();
    if (!told)
        return emit failed(told.error());
    QStringList texts;
    for (const Statement &statement : std::as_const(m_asked.statements))
        texts.append(statement.text);
    m_book->note(texts.join(u";\n"_s));
    const std::optional<Trouble> &trouble = told->trouble;
    const bool ran = !trouble || trouble->kind == Trouble::Kind::Failed || trouble->kind == Trouble::Kind::Stopped
        || trouble->kind == Trouble::Kind::TookTooLong;
    if (ran)
        m_results->showRun(*told);
    if (trouble)
        tellTrouble(*trouble, *told);
    else
        tell(*told);
    if (told->isKept)
        readNames();
}

void ConsolePage::tell(const console::Answer &answer)
{
    const bool changes
        = std::ranges::any_of(answer.outcomes, [](const console::Outcome &one) { return one.changed.has_value(); });
    if (changes)
        m_message->tell(answer.isKept ? InlineMessage::Kind::Positive : InlineMessage::Kind::Information,
                        consolewording::changed(answer));
}

void ConsolePage::tellTrouble(const Trouble &trouble, const console::Answer &answer)
{
    const bool isError = trouble.kind == Trouble::Kind::Failed;
    const bool isUnmeant = trouble.kind == Trouble::Kind::NotMeant;
    const bool isUnallowed = trouble.kind == Trouble::Kind::NeedsWriting && m_write->isEnabled();
    m_mean->setEnabled(isUnmeant);
    m_allow->setEnabled(isUnallowed);
    m_message->tell(isError ? InlineMessage::Kind::Error : InlineMessage::Kind::Warning,
                    consolewording::trouble(trouble, answer.way),
                    isUnmeant         ? m_mean
                        : isUnallowed ? m_allow
                                      : nullptr);
    m_editor->showFault(trouble.line, trouble.place, trouble.message);
}

void ConsolePage::updateActions()
{
    const bool isFree = !m_console->isRunning();
    for (QAction *action : {m_run, m_runAll, m_plan})
        action->setEnabled(isFree);
    m_write->setEnabled(isFree && m_canWrite);
    m_try->setEnabled(isFree && m_write->isChecked());
    m_write->setText(m_write->isChecked() ? tr("&Writing is allowed") : tr("Allow &writing"));
    m_write->setIcon(icons::named(m_write->isChecked() ? u"dialog-warning"_s : u"document-edit"_s));
    m_write->setToolTip(m_canWrite ? tr("Statements may change the database while this is on (Ctrl+Shift+W)")
                                   : tr("This database can only be read"));
}

void ConsolePage::askFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a file"), {},
                                   tr("SQL, JSON and item lists (*.sql *.json *.jsonl *.ndjson);;All files (*)"));
    dialog->setObjectName(u"consoleFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ConsolePage::openFile);
    dialog->open();
}

void ConsolePage::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_message->tell(InlineMessage::Kind::Error, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > LargestFile)
        return m_message->tell(InlineMessage::Kind::Warning, tr("%1 is too large to be shown.").arg(path));
    const QByteArray bytes = file.readAll();
    if (QFileInfo(path).suffix().compare("sql"_L1, Qt::CaseInsensitive) == 0)
        m_editor->append(QString::fromUtf8(bytes));
    else
        m_results->openBytes(QFileInfo(path).fileName(), bytes);
}
