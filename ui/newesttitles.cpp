#include "newesttitles.h"

#include "newestmodel.h"
#include "store/database.h"

#include <QHeaderView>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {
constexpr int Shown = 5;
}

NewestTitles::NewestTitles(Database &database, QWidget *parent)
    : RowTable(u"newestTitles"_s, tr("Newest titles"), new NewestModel, parent)
    , m_database(database)
    , m_newest(static_cast<NewestModel *>(model()))
{
    m_newest->setParent(this);
    arrange();
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &NewestTitles::ask);
    const auto want = [this](const QModelIndex &index) { emit titleWanted(m_newest->itemAt(index.row())); };
    connect(this, &QTableView::clicked, this, want);
    connect(this, &QTableView::activated, this, want);
}

void NewestTitles::arrange()
{
    setAccessibleDescription(tr("Enter leads to the title on the page Review"));
    setHint(tr("What is found will arrive here."));
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setCursor(Qt::PointingHandCursor);
    int widest = 0;
    for (const QString &state : NewestModel::states())
        widest = std::max(widest, fontMetrics().horizontalAdvance(state));
    horizontalHeader()->setSectionResizeMode(NewestModel::Title, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(NewestModel::Article, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(NewestModel::State, QHeaderView::Fixed);
    setColumnWidth(NewestModel::State, widest + fontMetrics().height() * 3);
}

void NewestTitles::watch(CrawlId crawl)
{
    if (std::exchange(m_crawl, crawl) != crawl)
        m_newest->show({});
    look();
}

void NewestTitles::look()
{
    if (!m_soon.isActive())
        m_soon.start();
}

bool NewestTitles::isVisited() const
{
    return m_newest->rowCount() > 0 && (underMouse() || hasFocus());
}

void NewestTitles::ask()
{
    if (!m_crawl || !isVisible())
        return;
    if (isVisited())
        return m_newest->setHeld(true);
    if (std::exchange(m_isAsking, true))
        return look();
    const auto read = [crawl = m_crawl](Connection &connection) { return newest::found(connection, crawl, Shown); };
    QCoro::connect(m_database.read(read), this, [this, crawl = m_crawl](const Result<QList<newest::Found>> &found) {
        m_isAsking = false;
        if (!found)
            return emit failed(found.error());
        if (crawl == m_crawl && !isVisited())
            m_newest->show(*found);
    });
}

/// Nobody is here any more.
void NewestTitles::goOn()
{
    if (isVisited())
        return;
    setCurrentIndex({});
    m_newest->setHeld(false);
    look();
}

void NewestTitles::showEvent(QShowEvent *event)
{
    RowTable::showEvent(event);
    look();
}

void NewestTitles::leaveEvent(QEvent *event)
{
    RowTable::leaveEvent(event);
    goOn();
}

void NewestTitles::focusOutEvent(QFocusEvent *event)
{
    RowTable::focusOutEvent(event);
    goOn();
}

QSize NewestTitles::sizeHint() const
{
    const int rows = Shown * verticalHeader()->defaultSectionSize();
    return {RowTable::sizeHint().width(), horizontalHeader()->sizeHint().height() + rows + 2 * frameWidth()};
}
