#include "reviewactions.h"

#include "action.h"

#include <QWidget>

using namespace Qt::Literals;

ReviewActions::ReviewActions(QWidget *page)
    : QObject(page)
    , accept(makeAction(page, u"accept"_s, tr("Accept"), u"dialog-ok-apply"_s, {Qt::Key_A}))
    , noArticle(makeAction(page, u"noArticle"_s, tr("No article"), u"edit-none"_s, {Qt::Key_N}))
    , reject(makeAction(page, u"reject"_s, tr("Reject…"), u"dialog-cancel"_s, {Qt::Key_R}))
    , later(makeAction(page, u"later"_s, tr("Later"), u"chronometer"_s, {Qt::Key_L}))
    , undo(makeAction(page, u"undoDecision"_s, tr("Undo"), u"edit-undo"_s, {Qt::Key_U}))
    , search(makeAction(page, u"searchOtherWords"_s, tr("Search…"), u"edit-find"_s, {Qt::Key_Slash}))
    , open(makeAction(page, u"openArticle"_s, tr("Open article"), u"globe"_s, {Qt::Key_O}))
    , keys(makeAction(page, u"reviewKeys"_s, tr("Keys"), u"help-keybord-shortcuts"_s, {Qt::Key_Question}))
{
    accept->setToolTip(tr("Accept the chosen candidate (A)"));
    noArticle->setToolTip(tr("No article about this film exists (N)"));
    reject->setToolTip(tr("None of the candidates is right: say why (R)"));
    later->setToolTip(tr("Not now: postpone (L)"));
    undo->setToolTip(tr("Take the last decision back (U)"));
    search->setToolTip(tr("Search with other words, an address or an id (/)"));
    open->setToolTip(tr("Open the chosen article in the browser (O)"));
    keys->setToolTip(tr("Show the keys (?)"));
    keys->setCheckable(true);
    page->addActions(all());
    for (int row = 0; row < 9; ++row) {
        QAction *digit = makeAction(page, u"candidate%1"_s.arg(row + 1), tr("Choose candidate %1").arg(row + 1), {},
                                    {Qt::Key(Qt::Key_1 + row)});
        connect(digit, &QAction::triggered, this, [this, row] { emit candidateWanted(row); });
        m_digits.append(digit);
    }
    page->addActions(m_digits);
}

void ReviewActions::setDigitsEnabled(bool enabled)
{
    for (QAction *digit : std::as_const(m_digits))
        digit->setEnabled(enabled);
}
