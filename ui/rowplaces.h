#pragma once

#include "store/tablelook.h"

/// Where the rows of a table stand: what is known of them so far, and how each can be found.
class RowPlaces
{
public:
    RowPlaces() = default;
    explicit RowPlaces(const table::Look &look);

    void add(const table::Learnt &learnt);

    qint64 count() const; ///< of the rows, as far as is known
    bool isExact() const { return m_isExact; }

    /// The keys of these rows, where they are known one by one.
    std::optional<table::Keys> keys(qint64 first, qint64 limit) const;

    /// From where they are read otherwise.
    struct Way
    {
        seek::Start start;
        bool isGuess = false; ///< the rows lie about there
    };
    std::optional<Way> way(qint64 first, qint64 limit) const;

private:
    void forget();
    void addKeys(const table::Keys &keys);
    std::optional<Way> fromMark(qint64 first) const;
    std::optional<Way> guess(qint64 first) const;

    table::Outline::Way m_way = table::Outline::Way::Listed;
    qint64 m_count = 0;
    bool m_isExact = true;
    bool m_isOneNumber = true; // each key, so that it needs eight bytes
    std::vector<qint64> m_numbers;
    table::Keys m_keys; // those that are more than that
    QList<seek::Position> m_marks;
    QList<seek::Position> m_sample;
    qint64 m_firstKey = 0;
    qint64 m_lastKey = 0;
    bool m_isKeyOrder = false;
};
