#include "tallyview.h"

#include "wording.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::Literals;

namespace {
constexpr int Columns = 5;
}

TallyView::TallyView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"tally"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(0);
    add(u"listed"_s, tr("Listed"), &Tally::listed);
    add(u"open"_s, tr("Not looked up yet"), &Tally::open);
    add(u"byMachine"_s, tr("Matched"), &Tally::byMachine);
    add(u"byPerson"_s, tr("Matched by you"), &Tally::byPerson);
    add(u"toReview"_s, tr("For review"), &Tally::toReview);
    add(u"noArticle"_s, tr("Without an article"), &Tally::noArticle);
    add(u"rejected"_s, tr("Rejected"), &Tally::rejected);
    add(u"failed"_s, tr("Failed"), &Tally::failed);
    add(u"recorded"_s, tr("In the tables"), &Tally::recorded);
    add(u"gone"_s, tr("No longer shown"), &Tally::gone);
    showTally({});
}

void TallyView::add(const QString &name, const QString &caption, int Tally::*count)
{
    auto *number = new QLabel(this);
    number->setObjectName(name);
    number->setAccessibleName(caption);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    number->setFont(large);
    auto *label = new QLabel(caption, this);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);

    const int place = int(m_fields.size());
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(number, place / Columns * 3, place % Columns);
    grid->addWidget(label, place / Columns * 3 + 1, place % Columns);
    grid->setColumnStretch(place % Columns, 1);
    grid->setRowMinimumHeight(place / Columns * 3 + 2, fontMetrics().height() / 2);
    m_fields.append({number, count});
}

void TallyView::showTally(const Tally &tally)
{
    for (const Field &field : std::as_const(m_fields)) {
        const int count = tally.*field.count;
        field.number->setText(wording::number(count));
        field.number->setForegroundRole(count == 0 ? QPalette::PlaceholderText : QPalette::WindowText);
    }
}
