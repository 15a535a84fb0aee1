#include "reviewreader.h"

#include "reviewmodel.h"
#include "store/database.h"

#include <numeric>

using namespace Qt::Literals;
using namespace reviewing;

int ReviewCounts::all() const
{
    return std::accumulate(byVerdict.begin(), byVerdict.end(), 0);
}

ReviewReader::ReviewReader(Database &database, ReviewModel &model, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_model(model)
{
    connect(&m_model, &ReviewModel::moreWanted, this, &ReviewReader::readMore);
}

facets::Counts ReviewReader::facetCounts() const
{
    const facets::Cube &cube = m_filter.words.trimmed().isEmpty() ? m_whole : m_worded;
    return facets::count(cube, m_filter, QDateTime::currentDateTimeUtc().date());
}

void ReviewReader::show(const Filter &filter, Sort sort)
{
    const bool isFirst = !m_tick.newest;
    const bool otherWords = filter.words != m_filter.words;
    m_filter = filter;
    m_sort = sort;
    m_last.reset();
    ++m_generation;
    m_isAskingNews = false;
    ask(How::Anew);
    if (isFirst || otherWords)
        askNews();
    else
        count();
}

void ReviewReader::hold(bool on)
{
    m_isHeld = on;
    ++m_generation;
    m_asked.reset();
    m_isAskingNews = false;
}

void ReviewReader::refresh()
{
    if (m_isAskingNews || m_isHeld)
        return;
    if (m_tick.newest)
        askNews();
    else // nothing had been decided when it was last read
        show(m_filter, m_sort);
}

void ReviewReader::look()
{
    if (m_isAskingNews || m_isHeld)
        return;
    QCoro::connect(m_database.run(&reviewing::tick), this, [this](const Result<Tick> &tick) {
        if (!tick)
            return emit failed(tick.error());
        if (*tick != m_tick)
            refresh();
    });
}

void ReviewReader::readMore()
{
    if (!m_asked && !m_isHeld)
        ask(How::Further);
}

void ReviewReader::move(const Match &before, const Match &after)
{
    ++m_generation;
    if (m_asked)
        ask(*m_asked);
    m_whole.move(before, after);
    m_worded.move(before, after);
    count();
    if (m_isAskingNews)
        askNews();
}

void ReviewReader::ask(How how)
{
    m_asked = how;
    const auto after = how == How::Anew ? std::nullopt : m_last;
    const auto read = [filter = m_filter, sort = m_sort, after](Connection &connection) {
        return reviewing::page(connection, filter, sort, PageSize, after);
    };
    QCoro::connect(m_database.run(read), this, [this, how, generation = m_generation](const Result<Page> &page) {
        if (generation != m_generation)
            return;
        m_asked.reset();
        if (!page)
            return emit failed(page.error());
        take(how, *page);
    });
}

void ReviewReader::take(How how, const Page &page)
{
    if (page.last)
        m_last = page.last;
    const auto more = page.matches.size() == PageSize ? ReviewModel::More::Yes : ReviewModel::More::No;
    const int known = m_model.rowCount();
    if (how == How::Anew)
        m_model.setMatches(page.matches, more);
    else
        m_model.merge(page.matches, more);
    emit read();
    if (how == How::Further && m_model.rowCount() == known && m_model.canFetchMore({}))
        readMore();
}

Result<ReviewReader::News> ReviewReader::newsSince(Connection &connection, const Tick &tick, const QString &words)
{
    News news;
    const auto done
        = reviewing::tick(connection)
              .and_then([&](const Tick &now) {
                  news.tick = now;
                  return facets::read(connection, {});
              })
              .and_then([&](const facets::Cube &whole) {
                  news.whole = whole;
                  return words.trimmed().isEmpty() ? Result<facets::Cube>() : facets::read(connection, words);
              })
              .and_then([&](const facets::Cube &worded) -> Result<QList<Match>> {
                  news.worded = worded;
                  if (!tick.newest)
                      return {}; // the queue itself is being read
                  return changedSince(connection, tick);
              });
    return done.transform([&](const QList<Match> &changed) {
        news.changed = changed;
        return news;
    });
}

void ReviewReader::askNews()
{
    m_isAskingNews = true;
    const auto read = [tick = m_tick, words = m_filter.words](Connection &connection) {
        return newsSince(connection, tick, words);
    };
    QCoro::connect(m_database.run(read), this, [this, generation = m_generation](const Result<News> &news) {
        if (generation != m_generation)
            return;
        m_isAskingNews = false;
        if (!news)
            return emit failed(news.error());
        takeNews(*news);
    });
}

void ReviewReader::takeNews(const News &news)
{
    m_whole = news.whole;
    m_worded = news.worded;
    m_tick = news.tick;
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QList<Match> known;
    for (const Match &match : news.changed) {
        const bool isNew = m_model.rowOf(match.item.id) < 0;
        if (!isNew || (!m_asked && !m_model.canFetchMore({}) && facets::fits(match, m_filter, today)))
            known.append(match);
    }
    if (news.changed.size() >= Most && m_asked != How::Anew)
        readFromTheFirst();
    m_model.merge(known, m_model.canFetchMore({}) ? ReviewModel::More::Yes : ReviewModel::More::No);
    count();
    emit read();
}

/// More has changed than was told: what is there stays where it is, and the pages that bring the rest begin anew.
void ReviewReader::readFromTheFirst()
{
    ++m_generation;
    m_asked.reset();
    m_last.reset();
    m_model.merge({}, ReviewModel::More::Yes);
}

void ReviewReader::count()
{
    const auto all = facets::count(m_whole, {}, {});
    m_counts = {.byVerdict = all.verdicts, .isCrawled = m_whole.isCrawled};
    emit counted(m_counts);
}
