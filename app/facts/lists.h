#pragma once

#include "data/movie.h"
#include "facts/names.h"

#include <QSet>

/// Adds what is not in a list yet, by the key of its name.
class Once
{
public:
    bool isNew(const QString &name)
    {
        const QString key = names::key(name);
        if (name.isEmpty() || m_seen.contains(key))
            return false;
        m_seen.insert(key);
        return true;
    }

private:
    QSet<QString> m_seen;
};
