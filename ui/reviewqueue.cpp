#include "reviewqueue.h"

#include "reviewentrydelegate.h"
#include "reviewfilterbox.h"
#include "reviewitem.h"
#include "reviewmodel.h"
#include "reviewreader.h"

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
{
    arrange();
    setFocusProxy(m_list);
    connect(m_filter, &ReviewFilterBox::changed, this, &ReviewQueue::readAnew);
    connect(m_reader, &ReviewReader::read, this, &ReviewQueue::keepPlace);
    connect(m_reader, &ReviewReader::counted, m_filter,
            [this] { m_filter->showCounts(m_reader->facetCounts(), m_reader->galleries()); });
    connect(m_reader, &ReviewReader::counted, this, &ReviewQueue::counted);
    connect(m_reader, &ReviewReader::failed, this, &ReviewQueue::failed);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewQueue::showCurrent);
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
        return emit emptied();
    }
    if (m_shown && ReviewModel::isSame(*m_shown, *current()))
        return; // read again, and still the same
    m_shown = *current();
    m_place = m_shown->item.id;
    m_item->show(*m_shown);
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

void ReviewQueue::choose(Verdict verdict)
{
    m_filter->choose(verdict);
}
