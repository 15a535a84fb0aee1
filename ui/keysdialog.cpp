#include "keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

QList<QAction *> actionsWithKeys(const QWidget &window)
{
    QList<QAction *> actions = window.findChildren<QAction *>();
    actions.removeIf([](const QAction *action) { return action->shortcut().isEmpty(); });
    return actions;
}

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

}

KeysDialog::KeysDialog(const QWidget &window, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    const QList<QAction *> actions = actionsWithKeys(window);
    auto *table = new QTableWidget(int(actions.size()), 2, this);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    for (int row = 0; row < actions.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(actions[row]->shortcut().toString(QKeySequence::NativeText)));
        table->setItem(row, 1, new QTableWidgetItem(plain(actions[row]->text())));
    }
    table->resizeColumnToContents(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 28);
}
