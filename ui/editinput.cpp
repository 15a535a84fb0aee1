#include "editinput.h"

#include "icons.h"
#include "suggestionedit.h"

#include <QAction>
#include <QCalendarWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::Literals;
using records::Cell;

namespace {

/// Texts of any length have room for several lines.
bool isLong(const model::Column &column)
{
    return column.type == model::Type::Text && column.length == 0 && column.form == model::Form::Free
        && column.pattern.isEmpty();
}

}

EditInput::EditInput(Database &database, const model::Table &table, const model::Column &column, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_table(table)
    , m_column(column)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    if (isLong(column))
        makeText();
    else if (column.references || column.form == model::Form::Choice)
        makeSuggestions();
    else
        makeLine();
    QWidget *editor = m_line ? static_cast<QWidget *>(m_line) : m_text;
    editor->setObjectName(u"edit_"_s + column.name);
    editor->setToolTip(column.meaning);
    editor->installEventFilter(this);
    setFocusProxy(editor);
    layout->addWidget(editor, 1);
    if (column.type == model::Type::Date)
        makeCalendar();
    if (!column.unit.isEmpty()) {
        auto *unit = new QLabel(column.unit, this);
        unit->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(unit);
    }
}

void EditInput::makeLine()
{
    m_line = new QLineEdit(this);
    connect(m_line, &QLineEdit::textEdited, this, &EditInput::edited);
}

void EditInput::makeText()
{
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 5);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (isEdited())
            emit edited();
    });
}

void EditInput::makeSuggestions()
{
    auto *line = new SuggestionEdit(m_database, this);
    m_line = line;
    if (m_column.references)
        line->suggestRows(m_column.references->table, SuggestionEdit::Creation::Offered);
    else
        line->suggestValues(m_table.name, m_column.name);
    connect(line, &QLineEdit::textEdited, this, &EditInput::edited);
    connect(line, &SuggestionEdit::chosen, this, [this](const QString &key, const QString &name) {
        m_key = key;
        m_keyName = name;
        emit edited();
        emit finished();
    });
    connect(line, &SuggestionEdit::valueChosen, this, &EditInput::finished);
    connect(line, &SuggestionEdit::creationWanted, this, &EditInput::creationWanted);
    connect(line, &SuggestionEdit::failed, this, &EditInput::failed);
}

void EditInput::makeCalendar()
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"calendar_"_s + m_column.name);
    button->setIcon(icons::named(u"view-calendar"_s));
    button->setToolTip(tr("Choose a day"));
    button->setAccessibleName(tr("Choose a day"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    auto *calendar = new QCalendarWidget(menu);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    button->setMenu(menu);
    layout()->addWidget(button);
    connect(menu, &QMenu::aboutToShow, calendar, [this, calendar] {
        if (const QDate date = QDate::fromString(checked().value.value_or(QString()), Qt::ISODate); date.isValid())
            calendar->setSelectedDate(date);
    });
    connect(calendar, &QCalendarWidget::activated, this, [this, menu](QDate date) {
        menu->close();
        m_line->setText(date.toString(Qt::ISODate));
        emit edited();
        emit finished();
    });
}

/// Enter ends a line; leaving the field ends any.
bool EditInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) // it comes back
            emit finished();
        return QWidget::eventFilter(watched, event);
    }
    const bool isKey = event->type() == QEvent::KeyPress;
    const int key = isKey ? static_cast<QKeyEvent *>(event)->key() : 0;
    const bool isEnter = m_line && (key == Qt::Key_Return || key == Qt::Key_Enter);
    if (isEnter)
        emit finished();
    return QWidget::eventFilter(watched, event) || isEnter;
}

void EditInput::setText(const QString &text)
{
    m_shown = text;
    if (m_line)
        m_line->setText(text);
    else
        m_text->setPlainText(text);
    if (m_line)
        m_line->setCursorPosition(0);
}

void EditInput::setValue(const Cell &value, const QString &name)
{
    m_key = value;
    m_keyName = name;
    setText(m_column.references ? name : typed::shown(m_column, value));
}

QString EditInput::text() const
{
    return m_line ? m_line->text() : m_text->toPlainText();
}

bool EditInput::isEdited() const
{
    return text() != m_shown;
}

typed::Checked EditInput::checked() const
{
    if (!m_column.references)
        return typed::read(m_table, m_column, text());
    const QString name = text().trimmed();
    if (!name.isEmpty() && name == m_keyName)
        return {.value = m_key};
    if (name.isEmpty())
        return typed::read(m_table, m_column, name);
    return {.fault = tr("Choose one of the list, or create it.")};
}
