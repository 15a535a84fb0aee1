#include "action.h"
#include "conflictpanel.h"
#include "editdesk.h"
#include "editform.h"
#include "inlinemessage.h"
#include "mergepanel.h"
#include "progressline.h"
#include "rowchoice.h"
#include "stagedpanel.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// Who changes: the desktop's user.
QString person()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? EditDesk::tr("a person") : name;
}

}

EditDesk::EditDesk(Database &database, QWidget *record, QWidget *parent)
    : QWidget(parent)
    , m_session(database, person())
    , m_message(new InlineMessage(u"editMessage"_s, this))
    , m_work(new ProgressLine(u"editWork"_s, tr("Work on changes"), nullptr, this))
    , m_choice(new RowChoice(m_session, this))
    , m_conflicts(new ConflictPanel(m_session, this))
    , m_leaves(new QTabWidget(this))
    , m_form(new EditForm(m_session, this))
    , m_many(new ManyPanel(m_session, *m_choice, this))
    , m_merge(new MergePanel(m_session, this))
{
    setObjectName(u"editDesk"_s);
    makeActions();
    makeWays();
    makeLeaves(record);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addWidget(m_work);
    layout->addWidget(m_choice);
    layout->addWidget(m_conflicts);
    layout->addWidget(m_leaves, 1);
    watch();
    showVerbs();
    showStaged();
    showActs();
}

void EditDesk::setPosters(Posters *posters)
{
    m_form->setPosters(posters);
}

void EditDesk::setKeyReader(KeyReader *reader)
{
    m_choice->setReader(reader);
}

void EditDesk::makeLeaves(QWidget *record)
{
    m_leaves->setObjectName(u"editLeaves"_s);
    m_leaves->setAccessibleName(tr("The chosen row, and what is done with it"));
    m_leaves->setDocumentMode(true);
    m_leaves->setUsesScrollButtons(true);
    m_leaves->addTab(record, tr("View"));
    m_leaves->addTab(m_form, tr("Edit"));
    m_leaves->addTab(new StagedPanel(m_session, m_save, this), tr("Changes"));
    m_leaves->addTab(m_many, tr("Many rows"));
    m_leaves->addTab(m_merge, tr("Merge"));
}

QAction *EditDesk::add(QList<QAction *> &list, QAction *action, const QString &tip)
{
    action->setToolTip(u"%1 (%2)"_s.arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    list.append(action);
    return action;
}

void EditDesk::makeActions()
{
    m_insert = add(m_bar, makeAction(this, u"insertRow"_s, tr("&New row"), u"list-add"_s, {Qt::CTRL | Qt::Key_N}),
                   tr("Write a new row"));
    m_save = add(m_bar, makeAction(this, u"saveAll"_s, tr("&Save all"), u"document-save"_s, QKeySequence::Save),
                 tr("Save all changes that wait"));
    m_undo = add(m_turns, makeAction(this, u"undoEdit"_s, tr("&Undo"), u"edit-undo"_s, QKeySequence::Undo),
                 tr("Take back the last act that was saved"));
    m_redo
        = add(m_turns, makeAction(this, u"redoEdit"_s, tr("R&edo"), u"edit-redo"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}),
              tr("Do again what was undone"));
    m_duplicate = add(
        m_more,
        makeAction(this, u"duplicateRow"_s, tr("Dup&licate"), u"edit-duplicate"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_N}),
        tr("Write a new row like the chosen one"));
    m_remove
        = add(m_more, makeAction(this, u"removeRows"_s, tr("&Remove"), u"edit-delete"_s, {Qt::CTRL | Qt::Key_Delete}),
              tr("Remove the chosen rows; what refers to them is named first"));
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_more.append(separator);
    m_removeAll = makeAction(this, u"removeAllTheSame"_s, tr("Remove all the same"), u"edit-delete"_s,
                             {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete});
    addActions(m_bar + m_turns);
    connect(m_insert, &QAction::triggered, this, &EditDesk::insert);
    connect(m_duplicate, &QAction::triggered, this, &EditDesk::duplicate);
    connect(m_remove, &QAction::triggered, this, &EditDesk::remove);
    connect(m_save, &QAction::triggered, this, [this] {
        if (QWidget *typing = focusWidget())
            typing->clearFocus(); // what is typed there counts
        m_session.save();
    });
    connect(m_undo, &QAction::triggered, &m_session, &EditSession::undo);
    connect(m_redo, &QAction::triggered, &m_session, &EditSession::redo);
}

void EditDesk::makeWays()
{
    const auto way = [this](const QString &name, const QString &text, const QString &icon, const QKeySequence &keys,
                            ManyPanel::Way of) {
        QAction *action = add(m_more, makeAction(this, name, text, icon, keys), QString(text).remove(u'&'));
        m_forMany.append(action);
        connect(action, &QAction::triggered, this, [this, of] {
            turn(Many);
            m_many->start(of);
        });
    };
    way(u"setMany"_s, tr("Set one &value in the chosen rows"), u"edit-rename"_s, {Qt::CTRL | Qt::ALT | Qt::Key_V},
        ManyPanel::SetAll);
    way(u"replaceText"_s, tr("Find and re&place"), u"edit-find-replace"_s, {Qt::CTRL | Qt::Key_H}, ManyPanel::Replace);
    way(u"pasteBlockOf"_s, tr("Paste a &block"), u"edit-paste"_s, {Qt::CTRL | Qt::ALT | Qt::Key_B}, ManyPanel::Paste);
    way(u"importRows"_s, tr("&Import rows of a file…"), u"document-import"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_I},
        ManyPanel::Import);
    auto *merge = add(m_more, makeAction(this, u"mergeChosen"_s, tr("&Merge rows"), u"merge"_s, {Qt::CTRL | Qt::Key_M}),
                      tr("Make one of rows that are the same"));
    m_forMany.append(merge);
    connect(merge, &QAction::triggered, this, [this] { turn(Merge); });
    addActions(m_more);
}

void EditDesk::watch()
{
    connect(m_leaves, &QTabWidget::currentChanged, this, &EditDesk::showLeaf);
    connect(&m_session, &EditSession::stagedChanged, this, &EditDesk::showStaged);
    connect(&m_session, &EditSession::actsChanged, this, &EditDesk::showActs);
    connect(&m_session, &EditSession::rowsChanged, this, &EditDesk::rowsChanged);
    connect(&m_session, &EditSession::conflicted, m_conflicts, &ConflictPanel::show);
    connect(&m_session, &EditSession::made, this, &EditDesk::takeMade);
    connect(&m_session, &EditSession::failed, this, &EditDesk::fail);
    connect(&m_session, &EditSession::told, this,
            [this](const QString &sentence) { m_message->tell(InlineMessage::Kind::Positive, sentence); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(500ms);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { m_work->tell(tr("Working on many changes…"), 0, std::nullopt); });
    connect(&m_session, &EditSession::workingChanged, this, &EditDesk::showWork);
    connect(m_form, &EditForm::wanted, this, &EditDesk::wanted);
    connect(m_many, &ManyPanel::staged, this, [this] { turn(Changes); });
}
