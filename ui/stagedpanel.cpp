#include "stagedpanel.h"

#include "action.h"
#include "editsession.h"
#include "flowlayout.h"
#include "stagedlist.h"
#include "stagedmodel.h"

#include <QFontDatabase>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;

StagedPanel::StagedPanel(EditSession &session, QAction *saveAll, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new StagedList(session, u"stagedList"_s, tr("Changes that are not saved"), this))
    , m_sql(new QLabel(this))
{
    setObjectName(u"stagedPanel"_s);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHint(tr("Nothing is waiting to be saved. What you type in a row is listed here first."));
    m_sql->setObjectName(u"stagedSql"_s);
    m_sql->setAccessibleName(tr("The statement that the chosen change means"));
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sql->setTextFormat(Qt::PlainText);
    m_sql->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sql->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_sql);
    makeActions(saveAll);
    connect(&session, &EditSession::stagedChanged, this, &StagedPanel::take);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StagedPanel::showChosen);
    take();
}

void StagedPanel::makeActions(QAction *saveAll)
{
    m_save
        = makeAction(this, u"saveChosen"_s, tr("Save c&hosen"), u"document-save"_s, {Qt::CTRL | Qt::ALT | Qt::Key_S});
    m_takeBack = makeAction(this, u"takeBackChosen"_s, tr("Take &back chosen"), u"edit-undo"_s,
                            {Qt::CTRL | Qt::ALT | Qt::Key_Z});
    m_takeBackAll = makeAction(this, u"takeBackAll"_s, tr("Take back &all"), u"edit-delete"_s,
                               {Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Z});
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    for (QAction *action : {saveAll, m_save, m_takeBack, m_takeBackAll})
        row->addWidget(makeButton(action, buttons));
    addActions({m_save, m_takeBack, m_takeBackAll});
    layout()->addWidget(buttons);
    connect(m_save, &QAction::triggered, this, [this] { m_session.save(chosen()); });
    connect(m_takeBack, &QAction::triggered, this, [this] { m_session.takeBack(chosen()); });
    connect(m_takeBackAll, &QAction::triggered, &m_session, &EditSession::takeBackAll);
}

void StagedPanel::take()
{
    m_list->show(m_session.staged());
    m_takeBackAll->setEnabled(!m_session.staged().isEmpty());
    showChosen();
}

QSet<qint64> StagedPanel::chosen() const
{
    QSet<qint64> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        ids.insert(m_list->changes().stagedAt(index.row()).id);
    return ids;
}

void StagedPanel::showChosen()
{
    const auto rows = m_list->selectionModel()->selectedRows();
    m_save->setEnabled(!rows.isEmpty());
    m_takeBack->setEnabled(!rows.isEmpty());
    QStringList statements;
    for (const QModelIndex &index : rows.first(std::min<qsizetype>(rows.size(), 4)))
        statements.append(m_list->changes().sqlAt(index.row()));
    if (rows.size() > 4)
        statements.append(u"…"_s);
    m_sql->setText(statements.join(u'\n'));
    m_sql->setVisible(!statements.isEmpty());
}
