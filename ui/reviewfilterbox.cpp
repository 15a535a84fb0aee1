#include "reviewfilterbox.h"

#include "action.h"
#include "facetbox.h"
#include "flowlayout.h"
#include "icons.h"
#include "reviewwording.h"
#include "wording.h"

#include <QLineEdit>
#include <QToolButton>

#include <array>

using namespace Qt::Literals;
using namespace std::chrono_literals;
using namespace reviewing;

namespace {

/// In the order in which a person looks at them.
constexpr std::array States{Verdict::Unreviewed,        Verdict::Postponed, Verdict::LookupFailed, Verdict::Accepted,
                            Verdict::AcceptedByMachine, Verdict::NoArticle, Verdict::Rejected};
constexpr int All = -1;

template<typename Value>
std::optional<Value> chosen(const FacetBox *box)
{
    return box->value().isValid() ? std::optional(Value(box->value().toInt())) : std::nullopt;
}

std::optional<QString> chosenText(const FacetBox *box)
{
    return box->value().isValid() ? std::optional(box->value().toString()) : std::nullopt;
}

QList<FacetBox::Choice> textChoices(const QMap<QString, int> &titles, QString (*name)(const QString &))
{
    QList<FacetBox::Choice> choices;
    for (const auto &[value, count] : titles.asKeyValueRange())
        choices.append({.value = value, .text = name(value), .titles = count});
    std::ranges::stable_sort(choices, std::ranges::greater{}, &FacetBox::Choice::titles);
    return choices;
}

template<typename Value>
QList<FacetBox::Choice> choices(const auto &titles, QString (*name)(Value))
{
    QList<FacetBox::Choice> choices;
    for (size_t i = titles.size(); i-- > 0;) {
        if (titles[i] > 0)
            choices.append({.value = int(i), .text = name(Value(i)), .titles = titles[i]});
    }
    return choices;
}

}

ReviewFilterBox::ReviewFilterBox(QWidget *parent)
    : QWidget(parent)
    , m_state(makeState())
    , m_sort(makeSort())
    , m_score(new FacetBox(u"reviewScore"_s, tr("Score"), this))
    , m_reason(new FacetBox(u"reviewReason"_s, tr("Reason"), this))
    , m_gallery(new FacetBox(u"reviewGallery"_s, tr("Gallery"), this))
    , m_who(new FacetBox(u"reviewWho"_s, tr("Who"), this))
    , m_when(new FacetBox(u"reviewWhen"_s, tr("When"), this))
    , m_words(new QLineEdit(this))
    , m_clear(makeAction(this, u"clearFilters"_s, tr("Clear filters"), u"edit-clear-all"_s,
                         {Qt::CTRL | Qt::SHIFT | Qt::Key_X}))
    , m_focus(makeAction(this, u"filterTitles"_s, tr("Filter the titles"), u"view-filter"_s, {Qt::Key_F}))
{
    m_words->setObjectName(u"reviewWords"_s);
    m_words->setAccessibleName(tr("Words of the title"));
    m_words->setPlaceholderText(tr("Find a title"));
    m_words->setClearButtonEnabled(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    m_clearButton = makeButton(m_clear, this);
    m_clearButton->hide();
    arrange();
    connect(m_state, &QComboBox::currentIndexChanged, this, &ReviewFilterBox::tellChange);
    connect(m_sort, &QComboBox::currentIndexChanged, this, &ReviewFilterBox::tellChange);
    for (const FacetBox *box : {m_score, m_reason, m_gallery, m_who, m_when})
        connect(box, &FacetBox::chosen, this, &ReviewFilterBox::tellChange);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &ReviewFilterBox::tellChange);
    connect(m_clear, &QAction::triggered, this, &ReviewFilterBox::clear);
    connect(m_focus, &QAction::triggered, m_state, [this] { m_state->setFocus(Qt::ShortcutFocusReason); });
}

void ReviewFilterBox::arrange()
{
    m_words->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    auto *layout = new FlowLayout(this);
    for (QWidget *widget :
         QList<QWidget *>{m_state, m_words, m_score, m_reason, m_gallery, m_who, m_when, m_sort, m_clearButton})
        layout->addWidget(widget);
}

QComboBox *ReviewFilterBox::makeState()
{
    auto *state = new QComboBox(this);
    state->setObjectName(u"reviewState"_s);
    state->setAccessibleName(tr("State of the titles"));
    state->setToolTip(tr("State (F)"));
    state->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Verdict verdict : States)
        state->addItem(icons::named(reviewwording::icon(verdict)), reviewwording::verdict(verdict), int(verdict));
    state->addItem(icons::named(u"view-list-details"_s), tr("All"), All);
    return state;
}

QComboBox *ReviewFilterBox::makeSort()
{
    auto *sort = new QComboBox(this);
    sort->setObjectName(u"reviewSort"_s);
    sort->setAccessibleName(tr("Order of the titles"));
    sort->setToolTip(tr("Order"));
    for (const auto &[text, value] :
         {std::pair(tr("As they came"), Sort::Queue), std::pair(tr("Least certain first"), Sort::Uncertainty),
          std::pair(tr("Surest first"), Sort::Score), std::pair(tr("Most votes first"), Sort::Votes)})
        sort->addItem(icons::named(u"view-sort"_s), text, int(value));
    return sort;
}

Filter ReviewFilterBox::filter() const
{
    Filter filter{.words = m_words->text(),
                  .band = chosen<Band>(m_score),
                  .reason = chosenText(m_reason),
                  .who = chosenText(m_who),
                  .since = chosen<Since>(m_when)};
    if (m_gallery->value().isValid())
        filter.gallery = GalleryId{m_gallery->value().toLongLong()};
    const int state = m_state->currentData().toInt();
    if (state != All)
        filter.verdicts = {Verdict(state)};
    return filter;
}

Sort ReviewFilterBox::sort() const
{
    return Sort(m_sort->currentData().toInt());
}

QList<Verdict> ReviewFilterBox::open() const
{
    const int state = m_state->currentData().toInt();
    return {state == All ? Verdict::Unreviewed : Verdict(state)};
}

void ReviewFilterBox::tellChange()
{
    Filter plain = filter();
    plain.verdicts.clear();
    m_clearButton->setVisible(plain != Filter{.words = plain.words} || !plain.words.isEmpty());
    emit changed();
}

void ReviewFilterBox::showStates(const facets::Counts &counts)
{
    const QSignalBlocker quiet(m_state);
    int all = 0;
    for (const int titles : counts.verdicts)
        all += titles;
    for (int row = 0; row < m_state->count(); ++row) {
        const int state = m_state->itemData(row).toInt();
        const QString name = state == All ? tr("All") : reviewwording::verdict(Verdict(state));
        const int count = state == All ? all : counts.verdicts[size_t(state)];
        m_state->setItemText(row, tr("%1 (%2)").arg(name, wording::number(count)));
    }
}

void ReviewFilterBox::showCounts(const facets::Counts &counts, const QMap<GalleryId, QString> &galleries)
{
    showStates(counts);
    m_score->setChoices(choices<Band>(counts.bands, &reviewwording::band));
    m_reason->setChoices(textChoices(counts.reasons, &reviewwording::reasonKind));
    m_who->setChoices(textChoices(counts.people, &reviewwording::person));
    auto when = choices<Since>(counts.since, &reviewwording::since);
    std::ranges::reverse(when);
    m_when->setChoices(when);
    QList<FacetBox::Choice> places;
    for (const auto &[gallery, titles] : counts.galleries.asKeyValueRange())
        places.append({.value = gallery.value, .text = galleries.value(gallery), .titles = titles});
    m_gallery->setChoices(places);
    updateGeometry();
}

void ReviewFilterBox::choose(Verdict verdict)
{
    m_state->setCurrentIndex(m_state->findData(int(verdict)));
}

void ReviewFilterBox::clear()
{
    for (FacetBox *box : {m_score, m_reason, m_gallery, m_who, m_when})
        box->clear();
    {
        const QSignalBlocker quiet(m_words);
        m_words->clear();
    }
    tellChange();
}
