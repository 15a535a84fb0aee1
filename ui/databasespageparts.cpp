#include "action.h"
#include "actionbutton.h"
#include "databaseform.h"
#include "databasespage.h"
#include "heading.h"
#include "inlinemessage.h"

#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals;

void DatabasesPage::makeActions()
{
    m_test = makeAction(this, u"testDatabase"_s, tr("&Test"), u"network-connect"_s, {Qt::CTRL | Qt::Key_T});
    m_test->setToolTip(tr("See whether it answers and lets you in; changes nothing"));
    m_enter = makeAction(this, u"enterDatabase"_s, tr("&Open"), u"document-open"_s, {Qt::CTRL | Qt::Key_Return});
    m_save = makeAction(this, u"keepDatabase"_s, tr("Keep &name"), u"document-save"_s, QKeySequence::Save);
    m_save->setToolTip(tr("Keep this address under its name; no password is kept with it"));
    m_forget = makeAction(this, u"forgetDatabase"_s, tr("&Forget name"), u"list-remove"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete});
    m_forget->setToolTip(tr("Forget the name; the database stays as it is"));
    m_new = makeAction(this, u"newDatabase"_s, tr("&Another"), u"list-add"_s, QKeySequence::New);
    m_browse = makeAction(this, u"browseDatabase"_s, tr("&Browse…"), u"folder-open"_s, {Qt::CTRL | Qt::Key_B});
    m_make = makeAction(this, u"createDatabase"_s, tr("&Create it"), u"list-add"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_N});
    addActions({m_test, m_enter, m_save, m_forget, m_new, m_browse, m_make});
}

QWidget *DatabasesPage::makeList()
{
    auto *side = new QWidget(this);
    m_list = new QListView(side);
    m_list->setObjectName(u"databaseList"_s);
    m_list->setAccessibleName(tr("Databases"));
    m_list->setModel(m_model);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_list);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(m_new, side));
    buttons->addWidget(new ActionButton(m_forget, side));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    return side;
}

QWidget *DatabasesPage::makeDetails()
{
    auto *details = new QWidget(this);
    details->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    auto *heading = new Heading(u"databaseHeading"_s, details);
    heading->setText(tr("Where the movies are kept"));
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {m_test, m_enter, m_save, m_browse})
        buttons->addWidget(new ActionButton(action, details));
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(details);
    layout->addWidget(heading);
    layout->addWidget(m_message);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addStretch(1);
    return details;
}

void DatabasesPage::arrange()
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(makeDetails());
    m_side = makeList();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->addWidget(m_side, 1);
    m_columns->addWidget(area, 3);
}

void DatabasesPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 100;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMaximumSize(narrow ? QWIDGETSIZE_MAX : fontMetrics().averageCharWidth() * 40,
                           narrow ? fontMetrics().height() * 7 : QWIDGETSIZE_MAX);
    QWidget::resizeEvent(event);
}

void DatabasesPage::watch()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DatabasesPage::showChosen);
    connect(m_list, &QListView::activated, this, [this] { ask(Then::Open); });
    connect(m_form, &DatabaseForm::kindShown, m_browse, &QAction::setEnabled);
    connect(m_form, &DatabaseForm::submitted, m_enter, &QAction::trigger);
    connect(m_form, &DatabaseForm::edited, this, [this] {
        m_message->hide();
        setBusy(false); // what was asked was about other fields
    });
    connect(m_test, &QAction::triggered, this, [this] { ask(Then::Tell); });
    connect(m_enter, &QAction::triggered, this, [this] { ask(Then::Open); });
    connect(m_save, &QAction::triggered, this, &DatabasesPage::save);
    connect(m_forget, &QAction::triggered, this, &DatabasesPage::forget);
    connect(m_new, &QAction::triggered, this, &DatabasesPage::begin);
    connect(m_browse, &QAction::triggered, this, &DatabasesPage::browse);
    connect(m_make, &QAction::triggered, this, &DatabasesPage::make);
}
