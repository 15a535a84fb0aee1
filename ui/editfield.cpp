#include "editfield.h"

#include "editinput.h"
#include "editmark.h"
#include "icons.h"
#include "tablecell.h"
#include "tablewording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals;
using provenance::Lock;
using records::Cell;

namespace {

QToolButton *makeSmall(const QString &name, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icons::named(icon));
    return button;
}

}

EditField::EditField(Database &database, const model::Table &table, const model::Column &column, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_title(tablecell::title(table.name, column.name))
    , m_input(new EditInput(database, table, column, this))
    , m_reason(new QLabel(this))
    , m_source(new QLabel(this))
{
    setObjectName(u"field_"_s + column.name);
    m_input->focusProxy()->setAccessibleName(m_title);
    m_reason->setObjectName(u"reason_"_s + column.name);
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_source->setObjectName(u"origin_"_s + column.name);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_source->setOpenExternalLinks(true);
    m_source->setWordWrap(true);
    m_source->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    layout->addWidget(makeHead());
    layout->addWidget(m_input);
    layout->addWidget(m_reason);
    layout->addWidget(m_source);
    connect(m_input, &EditInput::edited, this, &EditField::showReason);
    connect(m_input, &EditInput::finished, this, &EditField::commit);
    connect(m_input, &EditInput::creationWanted, this, &EditField::creationWanted);
    connect(m_input, &EditInput::failed, this, &EditField::failed);
}

QWidget *EditField::makeHead()
{
    const model::Column &column = m_input->column();
    auto *head = new QWidget(this);
    auto *caption = new QLabel(m_title, head);
    caption->setBuddy(m_input->focusProxy());
    m_takeBack = makeSmall(u"takeBack_"_s + column.name, u"edit-undo"_s, head);
    m_takeBack->setToolTip(tr("Take back what is typed here"));
    m_takeBack->setAccessibleName(tr("Take back %1").arg(m_title));
    m_takeBack->hide();
    m_lock = makeSmall(u"lock_"_s + column.name, u"object-locked"_s, head);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->addWidget(caption);
    layout->addStretch(1);
    layout->addWidget(m_takeBack);
    layout->addWidget(m_lock);
    connect(m_takeBack, &QToolButton::clicked, this, &EditField::takeBackWanted);
    return head;
}

const model::Column &EditField::column() const
{
    return m_input->column();
}

void EditField::show(const Content &content)
{
    const bool isTyping = m_input->isEdited() && (m_input->focusProxy()->hasFocus() || !m_input->checked().isFine());
    m_value = content.staged ? content.staged->after : content.value;
    if (!isTyping) {
        m_input->setValue(m_value, content.name);
        showReason();
    }
    if (!isTyping)
        showMark(content);
    showOrigin(content.origin);
}

void EditField::forget()
{
    m_input->setValue({});
}

/// What is staged differs from what is saved by colour, by a pen in the frame and in words.
void EditField::showMark(const Content &content)
{
    editmark::mark(*m_input->focusProxy(), content.staged ? editmark::State::Changed : editmark::State::Same);
    m_takeBack->setVisible(content.staged);
    if (!content.staged)
        return;
    const QString before = column().references ? content.nameBefore : typed::shown(column(), content.staged->before);
    m_reason->setText(
        editmark::Pen
        + (before.isEmpty() ? tr("Not saved; before: nothing") : tr("Not saved; before: %1").arg(before)));
    m_reason->show();
}

void EditField::showReason()
{
    const auto checked = m_input->checked();
    const bool isBad = m_input->isEdited() && !checked.isFine();
    m_reason->setText(isBad ? checked.fault : checked.notice);
    m_reason->setVisible(isBad || !checked.notice.isEmpty());
    if (m_input->isEdited())
        editmark::mark(*m_input->focusProxy(), isBad ? editmark::State::Bad : editmark::State::Changed);
}

void EditField::showOrigin(const std::optional<provenance::Origin> &origin)
{
    const bool isLocked = origin && origin->isLocked;
    m_lock->setVisible(origin.has_value());
    m_lock->setIcon(icons::named(isLocked ? u"object-locked"_s : u"object-unlocked"_s));
    m_lock->setToolTip(isLocked ? tr("Locked: no crawl writes over it. Click to unlock.")
                                : tr("A crawl may write over it. Click to lock."));
    m_lock->setAccessibleName(isLocked ? tr("Unlock %1").arg(m_title) : tr("Lock %1").arg(m_title));
    m_lock->disconnect(this);
    connect(m_lock, &QToolButton::clicked, this,
            [this, isLocked] { emit lockWanted(isLocked ? Lock::Open : Lock::Closed); });
    m_source->setVisible(origin.has_value());
    if (origin)
        m_source->setText(
            tablewording::link(tablewording::place(origin->source), tablewording::source(origin->source)));
}

void EditField::commit()
{
    const auto checked = m_input->checked();
    if (!m_input->isEdited() || !checked.isFine())
        return;
    if (checked.value == m_value)
        return m_input->setValue(m_value, m_input->text());
    m_value = checked.value;
    const QString name = m_input->text();
    m_input->setValue(m_value, name); // in the form in which it is kept
    emit wanted(m_value, name);
}
