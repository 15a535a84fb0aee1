#include "overviewpanel.h"

#include "barlist.h"
#include "progressline.h"
#include "tablecell.h"
#include "wording.h"

#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals;
using namespace std::chrono_literals;
using table::Chart;
using table::Facet;
using table::Overview;
using table::Share;

namespace {

constexpr auto LongestLook = 600s;

QWidget *makeBox(const QString &title, BarList *bars)
{
    auto *box = new QGroupBox(title);
    bars->setAccessibleName(title);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(bars);
    layout->addStretch(1);
    return box;
}

QString percent(qint64 part, qint64 whole)
{
    return OverviewPanel::tr("%1%").arg(
        QLocale().toString(whole > 0 ? 100.0 * double(part) / double(whole) : 0, 'f', 0));
}

/// A filter for texts of more characters; PostgreSQL counts to 255 in one bracket.
QString longerThan(int characters)
{
    constexpr int Most = 255;
    QString pattern = u"/^"_s;
    for (int left = characters + 1; left > 0; left -= Most)
        pattern += u".{%1}"_s.arg(std::min(left, Most));
    return pattern + u'/';
}

}

OverviewPanel::OverviewPanel(Database &database, QAction *stop, QWidget *parent)
    : QScrollArea(parent)
    , m_lane(database)
    , m_stopCounting(stop)
{
    setObjectName(u"overview"_s);
    setAccessibleName(tr("Overview"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
}

OverviewPanel::~OverviewPanel()
{
    end();
}

void OverviewPanel::end()
{
    stop();
    m_lane.close();
}

void OverviewPanel::read(const QString &table)
{
    stop();
    m_stop = {};
    m_table = table;
    m_isCounting = true;
    showWaiting();
    const auto ask = [table](Connection &connection) { return table::overview(connection, table); };
    QCoro::connect(m_lane.read({.stop = m_stop.get_token(), .time = LongestLook}, ask), this,
                   [this, stop = m_stop.get_token()](const Result<Overview> &overview) {
                       if (!stop.stop_requested())
                           take(overview);
                   });
}

void OverviewPanel::stop()
{
    m_stop.request_stop();
    m_isCounting = false;
}

void OverviewPanel::showWaiting()
{
    auto *waiting = new QWidget;
    auto *line = new ProgressLine(u"overview"_s, tr("Progress of the overview"), m_stopCounting, waiting);
    auto *layout = new QVBoxLayout(waiting);
    layout->addWidget(line, 0, Qt::AlignVCenter);
    line->tell(tr("Counting all rows…"), 0, {});
    setWidget(waiting);
}

void OverviewPanel::take(const Result<Overview> &overview)
{
    m_isCounting = false;
    if (overview)
        show(*overview);
    else
        emit failed(overview.error());
    emit counted();
}

void OverviewPanel::show(const Overview &overview)
{
    auto *body = new QWidget;
    auto *layout = new QGridLayout(body);
    int place = 0;
    for (const Chart &chart : overview.charts) {
        if (!chart.facets.isEmpty()) {
            layout->addWidget(makeChart(overview, chart), place / 2, place % 2);
            ++place;
        }
    }
    const int below = (place + 1) / 2;
    layout->addWidget(makeShares(overview), below, 0, 1, 2);
    if (std::ranges::any_of(overview.shares, [](const Share &share) { return share.longer > 0; }))
        layout->addWidget(makeLonger(overview), below + 1, 0, 1, 2);
    layout->setRowStretch(below + 2, 1);
    setWidget(body);
}

QWidget *OverviewPanel::makeChart(const Overview &overview, const Chart &chart)
{
    auto *bars = new BarList;
    bars->setObjectName(u"chart_"_s + chart.column);
    const qint64 most = std::ranges::max(chart.facets, {}, &Facet::count).count;
    for (const Facet &facet : chart.facets)
        bars->add(facet.name.isEmpty() ? tr("No value") : facet.name, wording::number(facet.count),
                  double(facet.count) / double(std::max<qint64>(1, most)), facet.filter);
    connect(bars, &BarList::chosen, this, [this, column = chart.column](const QString &filter) {
        emit wanted({.table = m_table, .filters = {{.column = column, .text = filter}}});
    });
    return makeBox(tr("%1 by %2").arg(tablecell::title(overview.table), tablecell::title(chart.header).toLower()),
                   bars);
}

QWidget *OverviewPanel::makeShares(const Overview &overview)
{
    auto *bars = new BarList;
    bars->setObjectName(u"shares"_s);
    for (const Share &share : overview.shares)
        bars->add(tablecell::title(share.header), percent(share.filled, overview.rows),
                  double(share.filled) / double(std::max<qint64>(1, overview.rows)), share.column);
    connect(bars, &BarList::chosen, this, [this](const QString &column) {
        emit wanted({.table = m_table, .filters = {{.column = column, .text = u"="_s}}});
    });
    return makeBox(tr("How much is filled; a click shows what is missing"), bars);
}

QWidget *OverviewPanel::makeLonger(const Overview &overview)
{
    auto *bars = new BarList;
    bars->setObjectName(u"longer"_s);
    for (const Share &share : overview.shares) {
        if (share.longer > 0)
            bars->add(tr("%1: more than %2 characters").arg(tablecell::title(share.header)).arg(share.room),
                      wording::number(share.longer), double(share.longer) / double(share.filled), share.column);
    }
    connect(bars, &BarList::chosen, this, [this, shares = overview.shares](const QString &column) {
        const auto share = std::ranges::find(shares, column, &Share::column);
        emit wanted({.table = m_table, .filters = {{.column = column, .text = longerThan(share->room)}}});
    });
    return makeBox(tr("Texts longer than usual, all kept whole; a click shows them"), bars);
}
