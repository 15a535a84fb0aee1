#include "conflictpanel.h"

#include "action.h"
#include "editsession.h"
#include "editwording.h"
#include "heading.h"
#include "rownames.h"
#include "tablecell.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using editing::Clash;
using editing::Conflict;
using editing::Kind;

namespace {

enum Choice { Before, Theirs, Mine };

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QRadioButton *makeChoice(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *button = new QRadioButton(parent);
    button->setObjectName(name);
    button->setAccessibleName(accessible);
    return button;
}

void write(QAbstractButton &button, const QString &text)
{
    button.setText(QString(text).replace(u'&', u"&&"_s));
    button.setAccessibleDescription(text);
}

}

ConflictPanel::ConflictPanel(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new QLabel(this))
{
    setObjectName(u"conflictPanel"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_heading->setObjectName(u"conflictHeading"_s);
    m_heading->setWordWrap(true);
    auto *settle = makeAction(this, u"settleConflict"_s, tr("&Use these"), u"dialog-ok-apply"_s,
                              {Qt::CTRL | Qt::ALT | Qt::Key_T});
    addAction(settle);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(makeButton(settle, this), 0, Qt::AlignLeading);
    connect(settle, &QAction::triggered, this, &ConflictPanel::settle);
    connect(&session, &EditSession::settled, this, &ConflictPanel::showNext);
    connect(&session.names(), &RowNames::known, this, &ConflictPanel::showNames);
    hide();
}

void ConflictPanel::show(const QList<Conflict> &conflicts)
{
    m_waiting = conflicts;
    if (m_waiting.isEmpty())
        return hide();
    fill(m_waiting.constFirst());
    QWidget::show();
}

void ConflictPanel::fill(const Conflict &conflict)
{
    delete std::exchange(m_fields, new QWidget(this));
    m_choices.clear();
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins({});
    const QStringList captions{tr("Field"), tr("Before"), tr("Theirs"), tr("Mine")};
    for (int i = 0; i < captions.size() && !conflict.isGone; ++i)
        grid->addWidget(makeLabel(captions[i], m_fields), 0, i);
    for (int i = 0; i < conflict.clashes.size() && !conflict.isGone; ++i)
        addField(*grid, i + 1, conflict, conflict.clashes[i]);
    for (int i = 1; i < 4; ++i)
        grid->setColumnStretch(i, 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_fields);
    m_fields->show();
    showNames();
}

QString ConflictPanel::heading(const Conflict &conflict) const
{
    const QString row = u"%1: %2"_s.arg(tablecell::title(conflict.table),
                                        editwording::row(conflict.table, conflict.row, m_session.names()));
    if (conflict.isGone)
        return tr("%1 was removed by somebody else. What you typed there cannot be saved.").arg(row);
    if (conflict.kind == Kind::Remove)
        return tr("%1 was changed by somebody else, and you want to remove it. Nothing was saved.").arg(row);
    return tr("%1 was changed by somebody else meanwhile. Nothing was saved: choose what is to stand.").arg(row);
}

/// Writes what is to be chosen between, by the names that are known by now.
void ConflictPanel::showNames()
{
    if (m_waiting.isEmpty())
        return;
    const Conflict &conflict = m_waiting.constFirst();
    const QString more = m_waiting.size() > 1 ? tr(" %1 more to choose.").arg(m_waiting.size() - 1) : QString();
    m_heading->setText(heading(conflict) + more);
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const Clash &clash = conflict.clashes[i];
        const auto shown = [&](const records::Cell &cell) {
            return editwording::value(conflict.table, clash.column, cell, m_session.names());
        };
        write(*m_choices[i]->button(Before), shown(clash.before));
        write(*m_choices[i]->button(Theirs), shown(clash.theirs));
        write(*m_choices[i]->button(Mine), conflict.kind == Kind::Remove ? tr("(remove)") : shown(clash.mine));
    }
}

void ConflictPanel::addField(QGridLayout &grid, int row, const Conflict &conflict, const Clash &clash)
{
    const QString field = tablecell::title(clash.column);
    auto *before = makeChoice(u"before_"_s + clash.column, tr("%1: before").arg(field), m_fields);
    before->setEnabled(conflict.kind == Kind::Set && !m_session.isTurning()); // else there are only two ways
    auto *theirs = makeChoice(u"theirs_"_s + clash.column, tr("%1: theirs").arg(field), m_fields);
    auto *mine = makeChoice(u"mine_"_s + clash.column, tr("%1: mine").arg(field), m_fields);
    auto *group = new QButtonGroup(m_fields);
    group->addButton(before, Before);
    group->addButton(theirs, Theirs);
    group->addButton(mine, Mine);
    theirs->setChecked(true);
    grid.addWidget(makeLabel(field, m_fields), row, 0);
    grid.addWidget(before, row, 1);
    grid.addWidget(theirs, row, 2);
    grid.addWidget(mine, row, 3);
    m_choices.append(group);
}

void ConflictPanel::settle()
{
    if (m_waiting.isEmpty())
        return;
    Conflict conflict = m_waiting.constFirst();
    QSet<QString> mine;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        Clash &clash = conflict.clashes[i];
        if (m_choices[i]->checkedId() == Before)
            clash.mine = clash.before; // I want what was there
        if (m_choices[i]->checkedId() != Theirs)
            mine.insert(clash.column);
    }
    m_session.settle(conflict, mine);
}

void ConflictPanel::showNext()
{
    if (!m_waiting.isEmpty())
        m_waiting.removeFirst();
    show(m_waiting);
}
