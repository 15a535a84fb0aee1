#include "reviewfilterbox.h"

#include "icons.h"
#include "reviewreader.h"
#include "reviewwording.h"
#include "wording.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// In the order in which a person looks at them.
constexpr Verdict States[] = {Verdict::Unreviewed,        Verdict::Postponed, Verdict::LookupFailed, Verdict::Accepted,
                              Verdict::AcceptedByMachine, Verdict::NoArticle, Verdict::Rejected};
constexpr int All = -1;

}

ReviewFilterBox::ReviewFilterBox(QWidget *parent)
    : QWidget(parent)
    , m_state(new QComboBox(this))
    , m_words(new QLineEdit(this))
{
    m_state->setObjectName(u"reviewState"_s);
    m_state->setAccessibleName(tr("State of the titles"));
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Verdict verdict : States)
        m_state->addItem(icons::named(reviewwording::icon(verdict)), reviewwording::verdict(verdict), int(verdict));
    m_state->addItem(icons::named(u"view-list-details"_s), tr("All"), All);
    m_words->setObjectName(u"reviewWords"_s);
    m_words->setAccessibleName(tr("Words of the title"));
    m_words->setPlaceholderText(tr("Find a title"));
    m_words->setClearButtonEnabled(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_state);
    layout->addWidget(m_words);
    connect(m_state, &QComboBox::currentIndexChanged, this, &ReviewFilterBox::changed);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &ReviewFilterBox::changed);
}

library::MatchFilter ReviewFilterBox::filter() const
{
    library::MatchFilter filter{.words = m_words->text()};
    const int state = m_state->currentData().toInt();
    if (state != All)
        filter.verdicts = {Verdict(state)};
    else
        filter.verdicts
            = QList<Verdict>(std::begin(States), std::end(States)); // what was not looked up is not among them
    return filter;
}

QList<Verdict> ReviewFilterBox::open() const
{
    const int state = m_state->currentData().toInt();
    return {state == All ? Verdict::Unreviewed : Verdict(state)};
}

void ReviewFilterBox::showCounts(const ReviewCounts &counts)
{
    const QSignalBlocker quiet(m_state);
    for (int row = 0; row < m_state->count(); ++row) {
        const int state = m_state->itemData(row).toInt();
        const QString name = state == All ? tr("All") : reviewwording::verdict(Verdict(state));
        const int count = state == All ? counts.all() : counts[Verdict(state)];
        m_state->setItemText(row, tr("%1 (%2)").arg(name, wording::number(count)));
    }
}

void ReviewFilterBox::choose(Verdict verdict)
{
    m_state->setCurrentIndex(m_state->findData(int(verdict)));
}
