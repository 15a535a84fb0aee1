#include "export/dump.h"

#include "export/sink.h"

using namespace Qt::Literals;

namespace {

class DumpWriter : public Writer
{
public:
    DumpWriter(Sink &sink, SqlDump dump)
        : m_sink(sink)
        , m_dump(std::move(dump))
    {
        m_dump.begin(m_sink.text());
    }

    Result<> begin(const Sheet &sheet) override
    {
        m_dump.beginTable(m_sink.text(), sheet.name, sheet.fields());
        return {};
    }
    Result<> row(Cells cells) override
    {
        m_dump.row(m_sink.text(), cells);
        return m_sink.turn();
    }
    Result<> end() override
    {
        m_dump.endTable(m_sink.text());
        return m_sink.turn();
    }
    Result<> finish() override
    {
        m_dump.end(m_sink.text());
        return {};
    }

private:
    Sink &m_sink;
    SqlDump m_dump;
};

Result<SqlDump> dumpOf(Connection &connection, const exports::Order &order)
{
    const auto engine
        = order.format == exports::Format::SqliteDump ? SqlDump::Engine::SQLite : SqlDump::Engine::PostgreSQL;
    if (order.content == exports::Content::Database)
        return migrations::applied(connection).and_then([&](const auto &applied) {
            return SqlDump::whole(engine, applied);
        });
    const model::Table *table = model::own().table(order.query.table);
    if (!table)
        return fail(Error::Kind::Missing, u"There is no table \"%1\"."_s.arg(order.query.table));
    return SqlDump::alone(engine, *table);
}

}

Result<std::unique_ptr<Writer>> writers::dump(Connection &connection, Sink &sink, const exports::Order &order)
{
    return dumpOf(connection, order).transform([&](SqlDump dump) -> std::unique_ptr<Writer> {
        return std::make_unique<DumpWriter>(sink, std::move(dump));
    });
}
