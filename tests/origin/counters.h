#pragma once

#include "http.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSet>

#include <chrono>

namespace origin {

/// What was asked, by whom, how often and how fast. Requests to /origin/… do not count.
class Counters
{
public:
    /// No two requests of one group (JustWatch; all of Wikimedia) may come closer than this; 0 for no check.
    void checkPace(std::chrono::milliseconds pace) { m_pace = pace; }
    void begin(const HttpRequest &request);
    void end() { --m_inFlight; }
    void reset();
    QJsonObject toJson() const;

    static QByteArray kindOf(const HttpRequest &request); ///< "wikidata wbgetentities"

private:
    void timed(const HttpRequest &request);

    std::chrono::milliseconds m_pace{0};
    QHash<QByteArray, int> m_kinds;
    QHash<QByteArray, int> m_hosts;
    QHash<QByteArray, int> m_agents;
    QHash<QByteArray, QElapsedTimer> m_last; ///< request of a group
    QSet<QByteArray> m_asked;
    QByteArrayList m_repeated;
    int m_total = 0;
    int m_duplicates = 0;
    int m_tooFast = 0;
    int m_nameless = 0;
    int m_impolite = 0; ///< whose name is none that the policy of Wikimedia takes
    int m_inFlight = 0;
    int m_mostInFlight = 0;
};

}
