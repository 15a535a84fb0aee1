#include "store/rows.h"

namespace {

constexpr size_t MostKept = 300; // statements: the library has about a hundred, filters of tables bring any number

}

Rows::Rows(std::unique_ptr<SqlStatement> statement, QString sql, const std::shared_ptr<Kept> &kept)
    : m_statement(std::move(statement))
    , m_sql(std::move(sql))
    , m_kept(kept)
{
}

Rows::~Rows()
{
    const auto kept = m_kept.lock();
    if (!kept || !m_statement) // moved from
        return;
    m_statement->finish(); // an open SELECT would hold its snapshot
    if (kept->size() >= MostKept)
        kept->clear();
    kept->try_emplace(m_sql, std::move(m_statement));
}
