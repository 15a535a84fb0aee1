#include "editinput.h"
#include "editpreview.h"
#include "editsession.h"
#include "manypanel.h"
#include "tablecell.h"
#include "wholefilepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

QComboBox *makeColumns(const QString &name, const QString &title, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(title);
    return box;
}

QLineEdit *makeLine(const QString &name, const QString &title, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    return line;
}

QCheckBox *makeCheck(const QString &name, const QString &text, QWidget *parent)
{
    auto *check = new QCheckBox(text, parent);
    check->setObjectName(name);
    return check;
}

}

ManyPanel::ManyPanel(EditSession &session, RowChoice &choice, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_choice(choice)
    , m_way(new QComboBox(this))
    , m_forms(new QStackedWidget(this))
    , m_preview(new EditPreview(session, this))
    , m_wholeFile(new WholeFilePanel(session, this))
{
    setObjectName(u"manyPanel"_s);
    m_way->setObjectName(u"manyWay"_s);
    m_way->setAccessibleName(tr("What to do with many rows"));
    m_way->addItems({tr("Set one value"), tr("Find and replace"), tr("Paste a block"), tr("Import a file")});
    m_forms->addWidget(makeSetAll());
    m_forms->addWidget(makeReplace());
    m_forms->addWidget(makePaste());
    m_forms->addWidget(makeImport());
    m_forms->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_way);
    layout->addWidget(m_forms);
    layout->addWidget(m_wholeFile, 1);
    layout->addWidget(m_preview, 1);
    m_wholeFile->hide();
    fitForms();
    connect(m_way, &QComboBox::currentIndexChanged, this, [this](int way) {
        m_forms->setCurrentIndex(way);
        fitForms();
        m_preview->clear();
        showPreview();
    });
    connect(m_setColumn, &QComboBox::currentIndexChanged, this, &ManyPanel::makeInput);
    connect(m_preview, &EditPreview::staged, this, &ManyPanel::staged);
}

/// Only the form that is seen takes room.
void ManyPanel::fitForms()
{
    for (int i = 0; i < m_forms->count(); ++i) {
        const bool isSeen = i == m_forms->currentIndex();
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          isSeen ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
}

QWidget *ManyPanel::withButton(QVBoxLayout *layout, const QString &name, const QString &text, void (ManyPanel::*look)())
{
    layout->setContentsMargins({});
    auto *button = new QPushButton(text, layout->parentWidget());
    button->setObjectName(name);
    layout->addWidget(button, 0, Qt::AlignLeading);
    layout->addStretch(1);
    connect(button, &QPushButton::clicked, this, look);
    return layout->parentWidget();
}

QWidget *ManyPanel::makeSetAll()
{
    auto *form = new QWidget(this);
    m_setColumn = makeColumns(u"setColumn"_s, tr("Column to set"), form);
    m_setHint = new QLabel(form);
    m_setHint->setObjectName(u"setHint"_s);
    auto *place = new QWidget(form);
    place->setObjectName(u"setValuePlace"_s);
    (new QVBoxLayout(place))->setContentsMargins({});
    auto *layout = new QVBoxLayout(form);
    layout->addWidget(m_setColumn);
    layout->addWidget(place);
    layout->addWidget(m_setHint);
    return withButton(layout, u"lookAtSetting"_s, tr("&Look at it"), &ManyPanel::lookAtSetting);
}

QWidget *ManyPanel::makeReplace()
{
    auto *form = new QWidget(this);
    m_findColumn = makeColumns(u"findColumn"_s, tr("Column to search"), form);
    m_find = makeLine(u"findText"_s, tr("Find"), form);
    m_with = makeLine(u"replaceBy"_s, tr("Replace by"), form);
    m_case = makeCheck(u"findCase"_s, tr("Capitals matter"), form);
    m_whole = makeCheck(u"findWhole"_s, tr("The whole value"), form);
    m_chosenOnly = makeCheck(u"findChosen"_s, tr("In the chosen rows only"), form);
    auto *layout = new QVBoxLayout(form);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_findColumn, m_find, m_with, m_case, m_whole, m_chosenOnly})
        layout->addWidget(widget);
    for (const QLineEdit *line : {m_find, m_with})
        connect(line, &QLineEdit::returnPressed, this, &ManyPanel::lookAtReplacing);
    return withButton(layout, u"lookAtReplacing"_s, tr("&Look at it"), &ManyPanel::lookAtReplacing);
}

QWidget *ManyPanel::makePaste()
{
    auto *form = new QWidget(this);
    m_block = new QPlainTextEdit(form);
    m_block->setObjectName(u"pasteBlock"_s);
    m_block->setAccessibleName(tr("Block from a spreadsheet"));
    m_block->setPlaceholderText(tr("Paste cells here. They go from the current cell on, to the right and down; below "
                                   "the last row they are new rows."));
    m_block->setTabChangesFocus(true);
    m_block->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_makeOfBlock = makeCheck(u"pasteMakes"_s, tr("Make people, companies and genres that are not there"), form);
    auto *layout = new QVBoxLayout(form);
    layout->addWidget(m_block);
    layout->addWidget(m_makeOfBlock);
    return withButton(layout, u"lookAtBlock"_s, tr("&Look at it"), &ManyPanel::lookAtBlock);
}

QWidget *ManyPanel::makeImport()
{
    auto *form = new QWidget(this);
    m_file = new QLabel(tr("CSV with a line of headers, or JSON Lines. A line with the row's key changes that row; "
                           "without one it is a new row."),
                        form);
    m_file->setObjectName(u"importFile"_s);
    m_file->setWordWrap(true);
    m_makeOfFile = makeCheck(u"importMakes"_s, tr("Make people, companies and genres that are not there"), form);
    auto *layout = new QVBoxLayout(form);
    layout->addWidget(m_file);
    layout->addWidget(m_makeOfFile);
    return withButton(layout, u"chooseFile"_s, tr("&Choose a file…"), &ManyPanel::askForFile);
}

void ManyPanel::fillColumns()
{
    m_setColumn->clear();
    m_findColumn->clear();
    const model::Table *known = model::own().table(m_context.table);
    const model::Table table = known ? *known : model::Table();
    for (const model::Column &column : table.columns) {
        if (column.editedBy != model::Editor::Person || table.primaryKey.contains(column.name))
            continue;
        m_setColumn->addItem(tablecell::title(column.name), column.name);
        if (column.type == model::Type::Text)
            m_findColumn->addItem(tablecell::title(column.name), column.name);
    }
    makeInput();
}
