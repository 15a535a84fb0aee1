#include "rowplaces.h"

using seek::Step;
using table::Keys;
using table::Outline;

namespace {

bool isNumber(const QVariantList &key)
{
    return key.size() == 1 && (key.first().typeId() == QMetaType::LongLong || key.first().typeId() == QMetaType::Int);
}

}

RowPlaces::RowPlaces(const table::Look &look)
    : m_way(look.outline.way)
    , m_isExact(look.isAll)
    , m_sample(look.sample)
    , m_firstKey(look.firstKey)
    , m_lastKey(look.lastKey)
    , m_isKeyOrder(look.outline.terms.isEmpty())
{
    addKeys(look.keys);
    const qint64 here = m_way == Outline::Way::Counted ? look.rows.size() : look.keys.size();
    const bool isWhole = !look.isAll && !look.outline.query.isNarrowed();
    m_count = isWhole ? std::max(here, look.size.rows) : here;
}

void RowPlaces::addKeys(const Keys &keys)
{
    m_isOneNumber = m_isOneNumber && std::ranges::all_of(keys, isNumber);
    if (!m_isOneNumber) {
        for (const qint64 number : std::exchange(m_numbers, {}))
            m_keys.append(QVariantList{number});
        m_keys += keys;
        return;
    }
    for (const QVariantList &key : keys)
        m_numbers.push_back(key.first().toLongLong());
}

/// What is learnt from the first row on takes the place of this.
void RowPlaces::forget()
{
    m_marks.clear();
    if (m_way != Outline::Way::Listed)
        return;
    m_numbers.clear();
    m_keys.clear();
    m_isOneNumber = true;
}

void RowPlaces::add(const table::Learnt &learnt)
{
    if (learnt.isFirst)
        forget();
    addKeys(learnt.keys);
    m_marks += learnt.marks;
    if (learnt.count) {
        m_count = *learnt.count;
        m_isExact = true;
    } else {
        m_count = std::max(m_count, qint64(m_isOneNumber ? m_numbers.size() : m_keys.size()));
    }
}

qint64 RowPlaces::count() const
{
    return m_count;
}

std::optional<Keys> RowPlaces::keys(qint64 first, qint64 limit) const
{
    const qint64 known = m_isOneNumber ? qint64(m_numbers.size()) : m_keys.size();
    if (m_way == Outline::Way::Counted || first >= known || (first + limit > known && known < m_count))
        return std::nullopt;
    const qint64 end = std::min(first + limit, known);
    if (!m_isOneNumber)
        return m_keys.sliced(first, end - first);
    Keys keys;
    for (qint64 row = first; row < end; ++row)
        keys.append(QVariantList{m_numbers[row]});
    return keys;
}

std::optional<RowPlaces::Way> RowPlaces::way(qint64 first, qint64 limit) const
{
    if (m_way == Outline::Way::Counted)
        return Way{.start = {.skip = first}};
    if (m_way == Outline::Way::Listed)
        return std::nullopt;
    if (const auto mark = fromMark(first))
        return mark;
    if (const qint64 behind = m_count - first - limit; behind < Step)
        return Way{.start = {.isBackwards = true, .skip = std::max<qint64>(0, behind)}, .isGuess = !m_isExact};
    return guess(first);
}

/// From the last mark before it.
std::optional<RowPlaces::Way> RowPlaces::fromMark(qint64 first) const
{
    const qint64 place = first / Step;
    if (place > m_marks.size())
        return std::nullopt;
    return Way{.start = {.after = place == 0 ? seek::Position() : m_marks[place - 1], .skip = first % Step}};
}

std::optional<RowPlaces::Way> RowPlaces::guess(qint64 first) const
{
    const double part = double(first) / double(std::max<qint64>(1, m_count));
    if (m_isKeyOrder && m_lastKey > m_firstKey) {
        const auto key = m_firstKey + qint64(part * double(m_lastKey - m_firstKey + 1)) - 1;
        return Way{.start = {.after = {key}}, .isGuess = true};
    }
    if (m_sample.isEmpty())
        return std::nullopt;
    return Way{.start = {.after = m_sample[qsizetype(part * double(m_sample.size() - 1))]}, .isGuess = true};
}
