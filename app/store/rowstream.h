#pragma once

#include "store/cell.h"
#include "store/connection.h"

#include <memory>
#include <stop_token>

/// The rows of a query one after another, in constant memory whatever their number.
class RowStream
{
public:
    virtual ~RowStream() = default;

    /// Whether there is another row; its cells then stand until the next call.
    virtual Result<bool> next() = 0;
    Cells cells() const { return m_cells; }

protected:
    std::vector<Cell> m_cells;
};

namespace rowstream {

/// Reads past QtSql: by SQLite's own functions, by COPY from PostgreSQL. No other statement runs on a server's
/// connection meanwhile. A stop ends the query, though it have brought no row yet.
Result<std::unique_ptr<RowStream>> open(Connection &connection, const Selection &selection, std::stop_token stop = {});

/// Everything that is read until then is of one moment: a transaction that only reads.
template<typename Work>
std::invoke_result_t<Work> atOneMoment(Connection &connection, Work work)
{
    const bool onServer = connection.engine() == Connection::Engine::PostgreSQL;
    if (!onServer) {
        if (const auto begun = connection.run(QStringLiteral("BEGIN")); !begun)
            return std::unexpected(begun.error());
        auto done = work();
        std::ignore = connection.run(QStringLiteral("ROLLBACK"));
        return done;
    }
    return connection.atomically([&]() -> std::invoke_result_t<Work> {
        if (const auto set = connection.run(QStringLiteral("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")); !set)
            return std::unexpected(set.error());
        return work();
    });
}

}
