#pragma once

#include "data/movie.h"
#include "store/connection.h"

#include <QHash>

/// The pages that a call's values come from: one row a page and revision, however many values were read there.
class SourceBook
{
public:
    void want(const Source &source);
    /// Finds or makes the rows of all that were wanted.
    Result<> find(Connection &connection);
    qint64 id(const Source &source) const { return m_ids.value(keyOf(source)); }

private:
    struct Key
    {
        Source::Kind kind;
        QUrl url;
        qint64 revision;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.url, key.revision); }
    };
    static Key keyOf(const Source &source);
    Result<> look(Connection &connection);
    Result<> make(Connection &connection);

    QHash<Key, qint64> m_ids; // 0 until found
    QHash<Key, QDateTime> m_times;
};
