#include "reviewkeys.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::Literals;

namespace {

constexpr int Columns = 3;

QString withoutKey(const QAction *action)
{
    const QString tip = action->toolTip();
    return tip.endsWith(u')') ? tip.left(tip.lastIndexOf(u'(')).trimmed() : tip;
}

}

ReviewKeys::ReviewKeys(const QList<QAction *> &actions, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"reviewKeysPanel"_s);
    setAccessibleName(tr("Keys"));
    setFrameShape(StyledPanel);
    auto *grid = new QGridLayout(this);
    QList<std::pair<QString, QString>> lines{{tr("1–9"), tr("Choose a candidate")},
                                             {tr("↑ ↓"), tr("Go through the titles or candidates")}};
    for (const QAction *action : actions)
        lines.append({action->shortcut().toString(QKeySequence::NativeText), withoutKey(action)});
    for (int place = 0; place < lines.size(); ++place) {
        const auto &[key, meaning] = lines[place];
        auto *label = new QLabel(u"<b>%1</b>"_s.arg(key.toHtmlEscaped()), this);
        label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        auto *text = new QLabel(meaning, this);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        grid->addWidget(label, place / Columns, place % Columns * 2);
        grid->addWidget(text, place / Columns, place % Columns * 2 + 1);
    }
    for (int column = 0; column < Columns; ++column)
        grid->setColumnStretch(column * 2 + 1, 1);
    hide();
}
