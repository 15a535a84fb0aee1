#pragma once

#include "store/cell.h"
#include "store/migrations.h"
#include "store/model.h"

#include <string>

/// A dump: statements that make tables and fill them, for sqlite3 or psql.
class SqlDump
{
public:
    using Engine = Connection::Engine;

    /// The whole database: what it makes is one that the program opens as its own. `applied` are the dumped one's
    /// steps, for their times.
    static Result<SqlDump> whole(Engine engine, const QList<migrations::Migration> &applied);
    /// A table of the model by itself, without what refers to others.
    static SqlDump alone(Engine engine, const model::Table &table);

    void begin(std::string &out) const;
    void beginTable(std::string &out, const QString &table, const QList<Selection::Field> &fields);
    void row(std::string &out, Cells cells);
    void endTable(std::string &out);
    void end(std::string &out) const;

private:
    void literal(std::string &out, const Cell &cell) const;
    void endInsert(std::string &out);

    Engine m_engine = Engine::SQLite;
    QByteArray m_schema; // statements before the rows
    QByteArray m_after; // and behind them
    std::string m_head; // of a table's INSERT
    int m_rows = 0; // in the present one
    size_t m_bytes = 0; // in it
};

namespace sqldump {

/// A value as COPY reads it.
void appendCopied(std::string &out, const Cell &cell);
/// The counter of a table's key goes on after its rows; empty where it has none.
QString counterSql(const model::Table &table);

}
