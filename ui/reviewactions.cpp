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
    , acceptAbove(makeAction(page, u"acceptAbove"_s, tr("Accept &all above a score…"), u"dialog-ok-apply"_s,
                             {Qt::SHIFT | Qt::Key_A}))
    , blindCheck(makeAction(page, u"blindCheck"_s, tr("&Blind check of the machine…"), u"view-hidden"_s, {Qt::Key_B}))
    , learn(
          makeAction(page, u"learn"_s, tr("&Learn from my decisions…"), u"view-statistics"_s, {Qt::SHIFT | Qt::Key_L}))
    , lookAgain(makeAction(page, u"lookAgain"_s, tr("Look it up a&gain now"), u"view-refresh"_s, {Qt::Key_T}))
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
    acceptAbove->setToolTip(tr("Accept the best candidates of all filtered titles (Shift+A)"));
    blindCheck->setToolTip(tr("Judge some of the machine's decisions without seeing them (B)"));
    learn->setToolTip(tr("Fit the matcher's weights on what was decided (Shift+L)"));
    lookAgain->setToolTip(tr("Look the title up again now (T)"));
    page->addActions(all() + rare());
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
