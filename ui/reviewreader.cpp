#include "reviewreader.h"

#include "reviewmodel.h"
#include "store/database.h"

#include <numeric>

namespace {

Result<ReviewCounts> countAll(Connection &connection)
{
    ReviewCounts counts;
    for (size_t verdict = 0; verdict < counts.byVerdict.size(); ++verdict) {
        const auto count = library::countMatches(connection, {.verdicts = {Verdict(verdict)}});
        if (!count)
            return std::unexpected(count.error());
        counts.byVerdict[verdict] = *count;
    }
    counts.isCrawled = counts.all() > 0;
    if (counts.isCrawled)
        return counts;
    return library::countMatches(connection, {}).transform([&](int any) {
        counts.isCrawled = any > 0;
        return counts;
    });
}

}

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

void ReviewReader::show(const library::MatchFilter &filter)
{
    m_filter = filter;
    ++m_generation;
    ask({.how = How::Anew});
    count();
}

void ReviewReader::refresh()
{
    if (m_asked)
        return; // its answer will be as new
    ++m_generation;
    ask({.how = How::Merged, .limit = m_model.rowCount() + PageSize});
    count();
}

void ReviewReader::look()
{
    if (!m_asked)
        count(Then::RefreshIfChanged);
}

void ReviewReader::readMore()
{
    if (!m_asked)
        ask({.how = How::Merged, .after = m_model.last()});
}

void ReviewReader::move(Verdict from, Verdict to)
{
    ++m_generation;
    if (m_asked)
        ask(*m_asked);
    if (m_counting)
        return count(*m_counting);
    --m_counts[from];
    ++m_counts[to];
    emit counted(m_counts);
}

void ReviewReader::count(Then then)
{
    m_counting = then;
    QCoro::connect(m_database.run(countAll), this,
                   [this, then, generation = m_generation](const Result<ReviewCounts> &counts) {
                       if (generation != m_generation)
                           return;
                       m_counting.reset();
                       if (!counts)
                           return emit failed(counts.error());
                       takeCounts(*counts, then);
                   });
}

void ReviewReader::takeCounts(const ReviewCounts &counts, Then then)
{
    const bool isChanged = m_counts != counts;
    m_counts = counts;
    emit counted(m_counts);
    if (isChanged && then == Then::RefreshIfChanged)
        refresh();
}

void ReviewReader::ask(const Question &question)
{
    m_asked = question;
    const auto read = [filter = m_filter, question](Connection &connection) {
        return library::matches(connection, filter, question.limit, question.after);
    };
    QCoro::connect(m_database.run(read), this,
                   [this, question, generation = m_generation](const Result<QList<Match>> &matches) {
                       if (generation != m_generation)
                           return;
                       m_asked.reset();
                       if (!matches)
                           return emit failed(matches.error());
                       take(question, *matches);
                   });
}

void ReviewReader::take(const Question &question, const QList<Match> &matches)
{
    const auto more = matches.size() == question.limit ? ReviewModel::More::Yes : ReviewModel::More::No;
    if (question.how == How::Anew)
        m_model.setMatches(matches, more);
    else
        m_model.merge(matches, more);
    emit read();
}
