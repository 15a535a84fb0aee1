#include "keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

struct Line
{
    bool isOfPage = false;
    QString place;
    QString keys;
    QString meaning;
};

/// The name of an action's page; empty for the menus and what is seen beside all pages.
QString pageOf(const QAction &action)
{
    for (const QObject *owner = action.parent(); owner; owner = owner->parent()) {
        const auto *widget = qobject_cast<const QWidget *>(owner);
        if (widget && owner->objectName().endsWith("Page"_L1))
            return widget->accessibleName();
    }
    return {};
}

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

QList<Line> linesOf(const QWidget &window)
{
    QList<Line> lines;
    for (const QAction *action : window.findChildren<QAction *>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString page = pageOf(*action);
        const bool isDigit = action->objectName().startsWith("candidate"_L1);
        if (action->objectName() == "candidate1"_L1)
            lines.append({true, page, KeysDialog::tr("1–9"), KeysDialog::tr("Choose a candidate")});
        else if (!keys.isEmpty() && !isDigit)
            lines.append(
                {!page.isEmpty(), page.isEmpty() ? KeysDialog::tr("Everywhere") : page, keys, plain(action->text())});
    }
    std::ranges::stable_sort(lines, {}, [](const Line &line) { return std::pair(line.isOfPage, line.place); });
    return lines;
}

}

KeysDialog::KeysDialog(const QWidget &window, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    const QList<Line> lines = linesOf(window);
    auto *table = new QTableWidget(int(lines.size()), 3, this);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Where"), tr("Keys"), tr("What they do")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    for (int row = 0; row < lines.size(); ++row) {
        const auto &[isOfPage, place, keys, meaning] = lines[row];
        for (const auto &[column, text] : {std::pair(0, place), std::pair(1, keys), std::pair(2, meaning)})
            table->setItem(row, column, new QTableWidgetItem(text));
    }
    table->resizeColumnsToContents();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 28);
}
