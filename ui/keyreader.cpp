#include "keyreader.h"

#include "editplace.h"
#include "tablereader.h"

using namespace std::chrono_literals;

namespace {

constexpr auto LongestPiece = 30s;

}

KeyReader::KeyReader(Database &database, TableReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_lane(database)
{
    connect(&reader, &TableReader::learnt, this, &KeyReader::readNext);
    connect(&reader, &TableReader::asked, this, [this] {
        if (!m_isReading)
            return;
        stop();
        emit failed({.kind = Error::Kind::Cancelled, .message = tr("Other rows are shown now.")});
    });
}

void KeyReader::read(const QList<RowRange> &ranges)
{
    stop();
    m_ranges = ranges;
    m_isReading = true;
    readNext();
}

void KeyReader::stop()
{
    m_stop.request_stop();
    m_stop = {};
    ++m_generation;
    m_isReading = false;
}

void KeyReader::close()
{
    stop();
    m_lane.close();
}

/// What is known is taken at once; the rest is read from mark to mark, so that little is counted off.
void KeyReader::readNext()
{
    if (!m_isReading || (!m_ranges.isEmpty() && !m_reader.places().isExact()))
        return;
    while (!m_ranges.isEmpty()) {
        RowRange &range = m_ranges.first();
        const qint64 limit = std::min(range.count, seek::Step - range.first % seek::Step);
        const qint64 first = std::exchange(range.first, range.first + limit);
        range.count -= limit;
        if (range.count == 0)
            m_ranges.removeFirst();
        const auto known = m_reader.places().keys(first, limit);
        if (!known)
            return readPiece(first, limit);
        emit found(editplace::texts(*known));
    }
    m_isReading = false;
    emit finished();
}

void KeyReader::readPiece(qint64 first, qint64 limit)
{
    const auto way = m_reader.places().way(first, limit);
    if (!way)
        return take(fail(Error::Kind::Missing, tr("These rows cannot be found.")));
    const auto ask = [outline = m_reader.outline(), start = way->start, limit](Connection &connection) {
        return seek::keys(connection, *outline, start, limit);
    };
    QCoro::connect(m_lane.read({.stop = m_stop.get_token(), .time = LongestPiece}, ask), this,
                   [this, generation = m_generation](const Result<table::Keys> &keys) {
                       if (generation == m_generation)
                           take(keys);
                   });
}

void KeyReader::take(const Result<table::Keys> &keys)
{
    if (!keys) {
        m_isReading = false;
        return emit failed(keys.error());
    }
    emit found(editplace::texts(*keys));
    readNext();
}
