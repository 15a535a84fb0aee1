#include "tablereader.h"

using namespace std::chrono_literals;
using table::Learnt;
using table::Look;
using table::Outline;

namespace {

constexpr auto LongestLook = 30s;
constexpr auto LongestScout = 600s;

TableShape shapeOf(const Look &look)
{
    TableShape shape{.query = look.outline.query, .key = look.outline.form.key, .fields = look.outline.shown};
    for (const table::Field &field : look.outline.shown)
        shape.kinds.append(tablecell::kind(field));
    shape.total = look.size.rows;
    shape.isTotalExact = look.size.isExact;
    return shape;
}

/// The rows of one page, by whichever way they are found.
Result<TableModel::Rows> read(Connection &connection, const Outline &outline, const std::optional<table::Keys> &keys,
                              const seek::Start &start, qint64 limit)
{
    if (keys)
        return table::rowsOf(connection, outline, *keys);
    if (outline.way == Outline::Way::Counted)
        return table::rowsAt(connection, outline, start.skip, limit);
    return seek::keys(connection, outline, start, limit).and_then([&](const table::Keys &found) {
        return table::rowsOf(connection, outline, found);
    });
}

}

TableReader::TableReader(Database &database, TableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_pages(database)
    , m_scout(database)
{
    m_grow.setSingleShot(true);
    m_grow.setInterval(100ms);
    connect(&m_grow, &QTimer::timeout, this, [this] {
        m_model.setCount(m_places.count(), m_places.isExact());
        readPage();
    });
    connect(&m_model, &TableModel::pageWanted, this, &TableReader::readPage);
}

TableReader::~TableReader()
{
    close();
}

void TableReader::close()
{
    stop();
    m_grow.stop();
    m_pages.close();
    m_scout.close();
}

void TableReader::stop()
{
    m_stop.request_stop();
    ++m_generation;
    m_isLooking = m_isReading = false;
}

void TableReader::show(const table::Query &query)
{
    stop();
    m_stop = {};
    m_query = query;
    m_isLooking = true;
    emit asked();
    const auto ask = [query](Connection &connection) { return table::look(connection, query, TableModel::PageSize); };
    QCoro::connect(m_pages.read({.stop = m_stop.get_token(), .time = LongestLook}, ask), this,
                   [this, generation = m_generation](const Result<Look> &look) {
                       if (generation != m_generation)
                           return;
                       m_isLooking = false;
                       if (!look)
                           return emit failed(look.error());
                       take(*look);
                   });
}

void TableReader::take(const Look &look)
{
    m_outline = std::make_shared<const Outline>(look.outline);
    m_places = RowPlaces(look);
    m_guessed.clear();
    m_delayed.reset();
    m_grow.stop();
    TableShape shape = shapeOf(look);
    shape.count = m_places.count();
    shape.isExact = m_places.isExact();
    m_model.show(shape, look.rows);
    emit shown();
    if (look.isAll)
        emit learnt();
    else
        learn();
}

void TableReader::learn()
{
    const auto tell = [this, generation = m_generation](Learnt learnt) {
        QMetaObject::invokeMethod(this, [this, generation, learnt = std::move(learnt)] {
            if (generation == m_generation)
                add(learnt);
        });
    };
    const auto go = [outline = m_outline, tell, stop = m_stop.get_token()](Connection &connection) {
        return table::learn(connection, *outline, [&](Learnt learnt) {
            tell(std::move(learnt));
            return !stop.stop_requested();
        });
    };
    QCoro::connect(m_scout.read({.stop = m_stop.get_token(), .time = LongestScout}, go), this,
                   [this, generation = m_generation](const Result<> &done) {
                       if (generation == m_generation && !done && done.error().kind != Error::Kind::Cancelled)
                           emit failed(done.error());
                   });
}

void TableReader::add(const Learnt &learnt)
{
    m_places.add(learnt);
    if (!learnt.count) {
        if (!m_grow.isActive())
            m_grow.start();
        return;
    }
    m_grow.stop();
    m_model.setCount(m_places.count(), true);
    m_model.forget(std::exchange(m_guessed, {}));
    readPage();
    emit this->learnt();
}

void TableReader::readPage()
{
    if (m_isReading || m_isLooking || !m_outline)
        return;
    const auto wanted = m_model.takeWanted();
    const auto page = wanted ? wanted : std::exchange(m_delayed, std::nullopt);
    if (!page)
        return;
    const qint64 first = qint64(*page) * TableModel::PageSize;
    const qint64 limit = std::min<qint64>(TableModel::PageSize, m_places.count() - first);
    const auto keys = m_places.keys(first, limit);
    const auto way = keys ? std::nullopt : m_places.way(first, limit);
    if (limit <= 0)
        return;
    if (!keys && !way) {
        m_delayed = page;
        return;
    }
    m_isReading = true;
    const auto ask = [outline = m_outline, keys, start = way ? way->start : seek::Start(),
                      limit](Connection &connection) { return read(connection, *outline, keys, start, limit); };
    const bool isGuess = way && way->isGuess;
    QCoro::connect(m_pages.read({.stop = m_stop.get_token(), .time = LongestLook}, ask), this,
                   [this, page = *page, isGuess, generation = m_generation](const Result<TableModel::Rows> &rows) {
                       if (generation == m_generation)
                           takePage(page, isGuess, rows);
                   });
}

void TableReader::takePage(int page, bool isGuess, const Result<TableModel::Rows> &rows)
{
    m_isReading = false;
    if (!rows)
        return emit failed(rows.error());
    if (isGuess && !m_places.isExact())
        m_guessed.insert(page);
    if (!isGuess || !m_places.isExact()) // else its place is known by now: it is asked for once more
        m_model.setPage(page, *rows);
    else
        m_model.forget({page});
    readPage();
}
