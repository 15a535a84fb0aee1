#include "reviewrejection.h"

#include "action.h"
#include "reviewwording.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals;

namespace {
constexpr int Columns = 3;
}

ReviewRejection::ReviewRejection(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"rejection"_s);
    setAccessibleName(tr("Why is none of them right?"));
    setFrameShape(StyledPanel);
    auto *grid = new QGridLayout(this);
    auto *question = new QLabel(tr("None is right. What are they?"), this);
    question->setObjectName(u"rejectionQuestion"_s);
    grid->addWidget(question, 0, 0, 1, Columns - 1);
    auto *none = makeAction(this, u"cancelRejection"_s, tr("Cancel (Esc)"), u"dialog-close"_s, {Qt::Key_Escape});
    connect(none, &QAction::triggered, this, &ReviewRejection::cancel);
    addAction(none);
    grid->addWidget(makeButton(none, this), 0, Columns - 1, Qt::AlignTrailing);
    const QStringList &reasons = reviewwording::rejections();
    for (int place = 0; place < reasons.size(); ++place) {
        QToolButton *button = makeButton(addReason(place + 1, reasons[place]), this);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(button, 1 + place / Columns, place % Columns);
    }
    hide();
}

QAction *ReviewRejection::addReason(int number, const QString &reason)
{
    const QString text = tr("%1  %2").arg(number).arg(reviewwording::reason(reason));
    auto *action = makeAction(this, u"rejectAs%1"_s.arg(number), text, {}, {Qt::Key(Qt::Key_0 + number)});
    connect(action, &QAction::triggered, this, [this, reason] {
        cancel();
        emit chosen(reason);
    });
    addAction(action);
    return action;
}

void ReviewRejection::ask()
{
    show();
    emit asking(true);
}

void ReviewRejection::cancel()
{
    hide();
    emit asking(false);
}
