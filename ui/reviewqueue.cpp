#include "reviewqueue.h"

#include "reviewentrydelegate.h"
#include "reviewfilterbox.h"
#include "reviewhold.h"
#include "reviewitem.h"
#include "reviewmodel.h"
#include "reviewreader.h"
#include "store/database.h"
#include "store/library.h"
#include "store/listener.h"

#include <QListView>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

/// A list whose letters are verbs: typing one never jumps to a title.
class Titles : public QListView
{
public:
    using QListView::QListView;

    void keyboardSearch(const QString &) override { }
};

}

ReviewQueue::ReviewQueue(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_model(new ReviewModel(this))
    , m_reader(new ReviewReader(database, *m_model, this))
    , m_filter(new ReviewFilterBox(this))
    , m_list(new Titles(this))
    , m_item(new ReviewItem(this))
    , m_hold(new ReviewHold(database, this))
    , m_listener(new Listener(database.way(), this))
{
    arrange();
    setFocusProxy(m_list);
    connect(m_filter, &ReviewFilterBox::changed, this, [this] {
        m_brought.reset();
        readAnew();
    });
    connect(m_reader, &ReviewReader::read, this, &ReviewQueue::keepPlace);
    connect(m_reader, &ReviewReader::counted, m_filter,
            [this] { m_filter->showCounts(m_reader->facetCounts(), m_reader->galleries()); });
    connect(m_reader, &ReviewReader::counted, this, &ReviewQueue::counted);
    connect(m_reader, &ReviewReader::failed, this, &ReviewQueue::failed);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewQueue::showCurrent);
    connect(m_hold, &ReviewHold::answered, this, &ReviewQueue::passBy);
    listen(database);
}

/// What others decide shows up at once where the database tells of it; elsewhere a look every few seconds finds it.
void ReviewQueue::listen(Database &database)
{
    connect(m_listener, &Listener::began, this, &ReviewQueue::look);
    connect(m_listener, &Listener::decided, this, [this, &database](qint64 item) {
        const auto ask = [item](Connection &connection) { return library::match(connection, {item}); };
        QCoro::connect(database.read(ask), this, [this](const Result<Match> &match) {
            if (match)
                setMatch(*match);
        });
        look();
    });
}

void ReviewQueue::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (current())
        m_hold->turnTo(current()->item.id);
}

void ReviewQueue::hideEvent(QHideEvent *event)
{
    m_hold->giveBack();
    QWidget::hideEvent(event);
}

const QString &ReviewQueue::heldBy() const
{
    return m_hold->other();
}

/// Two people never work on the same item: who comes second is led past it.
void ReviewQueue::passBy(ItemId item)
{
    if (!current() || current()->item.id != item)
        return;
    if (heldBy().isEmpty())
        return m_passed.clear();
    const bool isNew = !m_passed.contains(item);
    m_passed.insert(item);
    emit held(*current(), heldBy());
    const int row = m_model->next(m_list->currentIndex().row(), open());
    if (isNew && row >= 0 && !m_passed.contains(m_model->matchAt(row).item.id))
        goToNext();
}

void ReviewQueue::arrange()
{
    m_list->setObjectName(u"reviewQueue"_s);
    m_list->setAccessibleName(tr("Titles to review"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReviewEntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_item->setVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_item);
}

const Match *ReviewQueue::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->matchAt(index.row()) : nullptr;
}

QList<Match> ReviewQueue::upcoming() const
{
    constexpr int Ahead = 8;
    QList<Match> matches;
    const int first = m_list->currentIndex().row();
    for (int row = std::max(0, first); row < std::min(first + Ahead, m_model->rowCount()); ++row)
        matches.append(m_model->matchAt(row));
    return matches;
}

const ReviewCounts &ReviewQueue::counts() const
{
    return m_reader->counts();
}

reviewing::Filter ReviewQueue::filter() const
{
    return m_filter->filter();
}

bool ReviewQueue::hasOpen() const
{
    return m_model->next(m_list->currentIndex().row(), open()) >= 0;
}

QList<Verdict> ReviewQueue::open() const
{
    return m_isOnly ? QList{Verdict::Unreviewed} : m_filter->open();
}

bool ReviewQueue::isNarrowed() const
{
    auto filter = m_filter->filter();
    filter.verdicts.clear();
    filter.words.clear();
    return filter != reviewing::Filter{.words = filter.words};
}

void ReviewQueue::showOnly(const QList<Match> &matches)
{
    m_isOnly = true;
    m_filter->setEnabled(false);
    m_reader->hold(true);
    m_model->setMatches(matches, ReviewModel::More::No);
    keepPlace();
}

void ReviewQueue::showAll()
{
    m_isOnly = false;
    m_filter->setEnabled(true);
    m_reader->hold(false);
    readAnew();
}

bool ReviewQueue::isEmpty() const
{
    return m_isRead && m_model->rowCount() == 0;
}

void ReviewQueue::refresh()
{
    if (m_isRead)
        m_reader->refresh();
    else
        readAnew();
}

void ReviewQueue::look()
{
    m_reader->look();
}

void ReviewQueue::readAnew()
{
    m_reader->show(m_filter->filter(), m_filter->sort());
}

void ReviewQueue::keepPlace()
{
    m_isRead = true;
    if (m_brought && m_brought->item.id == m_place && m_model->rowOf(m_place) < 0 && !m_isOnly)
        m_model->add(*m_brought);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(m_place))));
    showCurrent();
    if (std::exchange(m_goesOn, false))
        goToNext();
}

void ReviewQueue::showCurrent()
{
    m_item->setVisible(current());
    if (!current()) {
        m_shown.reset();
        m_hold->giveBack();
        return emit emptied();
    }
    if (m_shown && ReviewModel::isSame(*m_shown, *current()))
        return; // read again, and still the same
    m_shown = *current();
    m_place = m_shown->item.id;
    m_item->show(*m_shown);
    if (isVisible())
        m_hold->turnTo(m_place);
    emit shown(*m_shown);
}

void ReviewQueue::update(const Match &before, const Match &after)
{
    m_reader->move(before, after);
    setMatch(after);
}

void ReviewQueue::setMatch(const Match &match)
{
    m_model->setMatch(match);
    if (current() && current()->item.id == match.item.id)
        showCurrent();
}

void ReviewQueue::showPoster(const QPixmap &poster)
{
    m_item->showPoster(poster);
}

void ReviewQueue::goToNext()
{
    const int row = m_model->next(m_list->currentIndex().row(), open());
    m_goesOn = row < 0 && m_model->canFetchMore({});
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else if (m_goesOn)
        m_reader->readMore();
}

void ReviewQueue::goTo(ItemId item)
{
    if (const int row = m_model->rowOf(item); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void ReviewQueue::bring(const Match &match)
{
    if (m_isOnly)
        return goTo(match.item.id);
    m_brought = match;
    m_model->add(match);
    goTo(match.item.id);
}

void ReviewQueue::choose(Verdict verdict)
{
    m_filter->choose(verdict);
}
