#include "learnpanel.h"

#include "action.h"
#include "store/database.h"
#include "store/learned.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

QString percent(double share)
{
    return LearnPanel::tr("%1%").arg(QLocale().toString(share * 100, 'f', 1));
}

QString bits(double surprise)
{
    return QLocale().toString(surprise, 'f', 3);
}

/// One line of the comparison: what, before, after.
QString line(const QString &what, const QString &before, const QString &after)
{
    return u"<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2&nbsp;&nbsp;</td><td align=right><b>%3</b></td></tr>"_s.arg(
        what, before, after);
}

/// What a person is to know before using these weights; empty where nothing speaks against it.
QString warning(const learning::Quality &before, const learning::Quality &after)
{
    if (after.surprise <= before.surprise && after.acceptedWrong <= before.acceptedWrong)
        return {};
    return u"<p><b>%1</b></p>"_s.arg(LearnPanel::tr(
        "On titles that they have not seen, the learned weights do worse here. Better keep the others."));
}

}

LearnPanel::LearnPanel(Database &database, QString who, QWidget *parent)
    : QFrame(parent)
    , m_database(database)
    , m_who(std::move(who))
    , m_text(new QLabel(this))
    , m_use(makeAction(this, u"useLearned"_s, tr("Use the learned weights (Ctrl+Shift+L)"), u"dialog-ok-apply"_s,
                       {Qt::CTRL | Qt::SHIFT | Qt::Key_L}))
    , m_takeBack(makeAction(this, u"takeLearnedBack"_s, tr("Take back what was learned"), u"edit-undo"_s,
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_U}))
{
    setObjectName(u"learnPanel"_s);
    setAccessibleName(tr("Learn from my decisions"));
    setFrameShape(StyledPanel);
    m_text->setObjectName(u"learnText"_s);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // the page need not be higher for it
    m_text->setTextFormat(Qt::RichText);
    auto *close = makeAction(this, u"cancelLearning"_s, tr("Close (Esc)"), u"dialog-close"_s, {Qt::Key_Escape});
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {m_use, m_takeBack, close}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        buttons->addWidget(makeButton(action, this));
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_use, &QAction::triggered, this, &LearnPanel::use);
    connect(m_takeBack, &QAction::triggered, this, &LearnPanel::takeBack);
    connect(close, &QAction::triggered, this, &LearnPanel::cancel);
    hide();
}

void LearnPanel::ask()
{
    m_use->setEnabled(false);
    m_takeBack->setEnabled(false);
    m_text->setText(tr("Fitting the weights on what was decided here…"));
    QWidget::show();
    setFocus(Qt::ShortcutFocusReason);
    const int generation = ++m_generation;
    QCoro::connect(learning::fromDecisions(m_database), this,
                   [this, generation](const Result<learning::Learned> &learned) {
                       if (generation != m_generation)
                           return;
                       if (learned)
                           show(*learned);
                       else
                           m_text->setText(learned.error().message.toHtmlEscaped());
                   });
    QCoro::connect(m_database.run(&learned::current), this,
                   [this](const Result<std::optional<learned::Row>> &row) { m_takeBack->setEnabled(row && *row); });
}

void LearnPanel::show(const learning::Learned &learned)
{
    m_learned = learned;
    m_use->setEnabled(true);
    const auto &before = learned.before;
    const auto &after = learned.after;
    const QString rows = line(QString(), tr("bundled weights"), tr("learned weights"))
        + line(tr("Your answer was the best one"), percent(before.rightFirst), percent(after.rightFirst))
        + line(tr("Surprise at your answers, bits each (less is better)"), bits(before.surprise), bits(after.surprise))
        + line(tr("The machine would have accepted"), QLocale().toString(before.accepted),
               QLocale().toString(after.accepted))
        + line(tr("of these wrong"), QLocale().toString(before.acceptedWrong), QLocale().toString(after.acceptedWrong));
    m_text->setText(tr("Fitted on %n of your decisions; each fifth of them is judged by weights that have not seen it. "
                       "What is looked up from now on is weighed by them, and what waits is scored anew.",
                       nullptr, learned.titles)
                    + u"<table>"_s + rows + u"</table>"_s + warning(before, after));
}

void LearnPanel::use()
{
    if (!m_learned)
        return;
    m_use->setEnabled(false);
    QCoro::connect(learning::use(m_database, *m_learned, m_who), this,
                   [this](const Result<> &done) { end(done, tr("The learned weights hold from now on.")); });
}

void LearnPanel::takeBack()
{
    m_takeBack->setEnabled(false);
    QCoro::connect(learning::takeBack(m_database), this,
                   [this](const Result<> &done) { end(done, tr("What was learned last was taken back.")); });
}

void LearnPanel::end(const Result<> &done, const QString &what)
{
    cancel();
    if (!done)
        return emit failed(done.error());
    emit used(what);
}

void LearnPanel::cancel()
{
    ++m_generation;
    hide();
    emit closed();
}
