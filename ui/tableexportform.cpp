#include "tableexportform.h"

#include "action.h"
#include "export/formats.h"
#include "exportwording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::Literals;
using exports::Content;
using exports::Format;
using exports::Order;

namespace {

QComboBox *makeChoice(QWidget *parent, const QString &name, const QString &accessibleName)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

QCheckBox *makeCheck(QWidget *parent, const QString &name, const QString &text, const QString &why)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(name);
    box->setToolTip(why);
    box->setAccessibleDescription(why);
    return box;
}

bool isSeparated(Format format)
{
    return format == Format::Csv || format == Format::Tsv;
}

QString folderFor(const QString &before)
{
    return before.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : before;
}

}

TableExportForm::TableExportForm(QWidget *parent)
    : QWidget(parent)
    , m_content(makeChoice(this, u"exportContent"_s, tr("What to export")))
    , m_format(makeChoice(this, u"exportFormat"_s, tr("Format")))
    , m_mark(makeCheck(this, u"exportMark"_s, tr("&Byte order mark"),
                       tr("Excel then sees that the file is UTF-8; other programs may stumble over it.")))
    , m_guard(makeCheck(this, u"exportGuard"_s, tr("&Guard formulas"),
                        tr("An apostrophe before texts that a spreadsheet would take for a formula.")))
    , m_hint(new QLabel(this))
{
    m_hint->setObjectName(u"exportHint"_s);
    m_hint->setWordWrap(true);
    makeActions();
    layOut();
    connect(m_content, &QComboBox::currentIndexChanged, this, &TableExportForm::fillFormats);
    connect(m_format, &QComboBox::currentIndexChanged, this, &TableExportForm::showChoice);
    connect(m_choose, &QAction::triggered, this, &TableExportForm::askWhereTo);
    connect(m_close, &QAction::triggered, this, &QWidget::hide);
    hide();
}

void TableExportForm::makeActions()
{
    m_choose = makeAction(this, u"chooseExportPlace"_s, tr("&Save as…"), u"document-save-as"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    m_close = makeAction(this, u"closeExport"_s, tr("&Cancel"), u"dialog-cancel"_s, {Qt::CTRL | Qt::ALT | Qt::Key_E});
}

void TableExportForm::layOut()
{
    auto *label = new QLabel(tr("E&xport"), this);
    label->setBuddy(m_content);
    auto *as = new QLabel(tr("&as"), this);
    as->setBuddy(m_format);
    auto *choices = new QHBoxLayout;
    choices->addWidget(label);
    choices->addWidget(m_content, 1);
    choices->addWidget(as);
    choices->addWidget(m_format, 1);
    auto *options = new QHBoxLayout; // a line of its own, so that large letters have room
    options->addWidget(m_mark);
    options->addWidget(m_guard);
    options->addStretch(1);
    options->addWidget(makeButton(m_close, this));
    options->addWidget(makeButton(m_choose, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(choices);
    layout->addWidget(m_hint);
    layout->addLayout(options);
}

void TableExportForm::offer(const Order &shown)
{
    setShown(shown);
    show();
    m_content->setFocus(Qt::ShortcutFocusReason);
}

void TableExportForm::setShown(const Order &shown)
{
    m_shown = shown;
    fillContents();
}

void TableExportForm::fillContents()
{
    const QVariant before = m_content->currentData();
    const QSignalBlocker blocker(m_content);
    m_content->clear();
    for (const Content content : {Content::Shown, Content::Table, Content::Films, Content::Items, Content::Database})
        m_content->addItem(exportwording::content(content, m_shown), int(content));
    m_content->setCurrentIndex(std::max(0, m_content->findData(before)));
    fillFormats();
}

void TableExportForm::fillFormats()
{
    const QVariant before = m_format->currentData();
    const auto content = Content(m_content->currentData().toInt());
    const QSignalBlocker blocker(m_format);
    m_format->clear();
    for (const Format format : formats::all()) {
        if (formats::holds(format, content))
            m_format->addItem(exportwording::format(format), int(format));
    }
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    showChoice();
}

void TableExportForm::showChoice()
{
    const Order chosen = order();
    m_mark->setEnabled(isSeparated(chosen.format));
    m_guard->setEnabled(isSeparated(chosen.format));
    m_hint->setText(exportwording::hint(chosen));
}

Order TableExportForm::order() const
{
    const auto content = Content(m_content->currentData().toInt());
    Order order = content == Content::Shown ? m_shown : Order{.query = {.table = m_shown.query.table}};
    order.content = content;
    order.format = Format(m_format->currentData().toInt());
    order.byteOrderMark = m_mark->isEnabled() && m_mark->isChecked();
    order.guardsFormulas = m_guard->isEnabled() && m_guard->isChecked();
    return order;
}

void TableExportForm::askWhereTo()
{
    const Order chosen = order();
    auto *dialog = new QFileDialog(this, exportwording::place(chosen), folderFor(m_folder));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (!chosen.isFolder()) {
        dialog->setNameFilter(exportwording::filter(chosen.format));
        dialog->setDefaultSuffix(formats::suffix(chosen.format));
    }
    dialog->selectFile(exportwording::fileName(chosen));
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        Order order = chosen;
        order.path = path;
        hide();
        emit this->chosen(order);
    });
    dialog->open();
}
