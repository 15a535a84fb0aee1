#include "store/consolerun.h"

#include "store/consoletrouble.h"

#include <QElapsedTimer>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::Literals;
using console::Outcome;
using console::Trouble;
using consolerun::Place;
using consolerun::Ran;
using statements::Nature;
using statements::Statement;

namespace {

constexpr qint64 MostBytes = 64 << 20; // of one result; more would fill the memory
constexpr int FetchedAtOnce = 500;

QSqlQuery query(const Place &place)
{
    QSqlQuery query(place.database);
    query.setForwardOnly(place.engine == Connection::Engine::SQLite); // else PostgreSQL reads ahead of the limit
    query.setNumericalPrecisionPolicy(QSql::HighPrecision);
    return query;
}

qint64 sizeOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString)
        return 2 * static_cast<const QString *>(value.constData())->size();
    return value.typeId() == QMetaType::QByteArray ? static_cast<const QByteArray *>(value.constData())->size() : 0;
}

/// Rows on their way into an outcome, up to a limit.
class Sink
{
public:
    Sink(Outcome &outcome, const Place &place, qint64 mostRows)
        : m_outcome(outcome)
        , m_place(place)
        , m_mostRows(mostRows)
    {
    }

    bool isFull() const { return m_outcome.isCut; }

    /// Takes what the query has, until it is full or stopped.
    void take(QSqlQuery &query)
    {
        const QSqlRecord record = query.record();
        if (m_outcome.columns.isEmpty()) {
            for (int i = 0; i < record.count(); ++i)
                m_outcome.columns.append(record.fieldName(i));
        }
        while (!m_place.stop && query.next()) {
            if (m_outcome.rows.size() >= m_mostRows || m_bytes > MostBytes) {
                m_outcome.isCut = true;
                return;
            }
            m_outcome.rows.append(row(query, record.count()));
            ++m_place.rows;
        }
    }

private:
    QVariantList row(const QSqlQuery &query, int columns)
    {
        QVariantList row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i) {
            row.append(query.isNull(i) ? QVariant() : query.value(i));
            m_bytes += sizeOf(row.constLast());
        }
        return row;
    }

    Outcome &m_outcome;
    const Place &m_place;
    qint64 m_mostRows;
    qint64 m_bytes = 0;
};

using Done = std::optional<Trouble>;

Done direct(const Place &place, Outcome &outcome, Sink &sink)
{
    QSqlQuery statement = query(place);
    if (!statement.exec(outcome.statement.text))
        return consoletrouble::of(statement, outcome.statement, place);
    if (statement.isSelect())
        sink.take(statement);
    if (statement.lastError().isValid())
        return consoletrouble::of(statement, outcome.statement, place);
    if (statements::nature(outcome.statement.text, place.engine) == Nature::ChangesRows)
        outcome.changed = statement.numRowsAffected();
    return {};
}

/// A server sends all rows of a query at once, and Qt keeps them: a cursor brings no more than are wanted.
Done byCursor(const Place &place, Outcome &outcome, Sink &sink)
{
    QSqlQuery cursor = query(place);
    const QString declare = u"DECLARE cineteca NO SCROLL CURSOR FOR\n"_s;
    if (!cursor.exec(declare + outcome.statement.text))
        return consoletrouble::of(cursor, outcome.statement, place, declare);
    do {
        if (!cursor.exec(u"FETCH %1 FROM cineteca"_s.arg(FetchedAtOnce)))
            return consoletrouble::of(cursor, outcome.statement, place);
        sink.take(cursor);
    } while (cursor.size() == FetchedAtOnce && !sink.isFull() && !place.stop);
    if (!cursor.exec(u"CLOSE cineteca"_s))
        return consoletrouble::of(cursor, outcome.statement, place);
    return {};
}

}

Ran consolerun::run(const Place &place, const Statement &statement, qint64 mostRows)
{
    Outcome outcome{.statement = statement};
    Sink sink(outcome, place, mostRows);
    QElapsedTimer timer;
    timer.start();
    const bool isServer = place.engine == Connection::Engine::PostgreSQL;
    const auto trouble = isServer && statements::isQuery(statement.text, place.engine) ? byCursor(place, outcome, sink)
                                                                                       : direct(place, outcome, sink);
    outcome.took = std::chrono::milliseconds(timer.elapsed());
    if (trouble)
        return std::unexpected(*trouble);
    if (place.stop)
        return std::unexpected(consoletrouble::stopped(place.stop, statement));
    return outcome;
}

std::optional<Trouble> consolerun::own(const Place &place, const QString &sql, const Statement &at)
{
    QSqlQuery statement = query(place);
    if (statement.exec(sql))
        return std::nullopt;
    return consoletrouble::of(statement, at, place);
}
