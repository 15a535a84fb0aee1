#include "store/rows.h"

#include <QSqlRecord>
#include <QStringList>

namespace {

constexpr size_t MostKept = 300; // statements: the library has about a hundred, filters of tables bring any number

}

Rows::Rows(QSqlQuery query, QString sql, const std::shared_ptr<Kept> &kept)
    : m_query(std::move(query))
    , m_sql(std::move(sql))
    , m_kept(kept)
{
}

Rows::~Rows()
{
    const auto kept = m_kept.lock();
    if (!kept)
        return;
    m_query.finish(); // an open SELECT would hold its snapshot
    if (kept->size() >= MostKept)
        kept->clear();
    kept->try_emplace(m_sql, std::move(m_query));
}

int Rows::columns() const
{
    return m_query.record().count();
}

QStringList Rows::names() const
{
    QStringList names;
    const auto record = m_query.record();
    for (int i = 0; i < record.count(); ++i)
        names.append(record.fieldName(i));
    return names;
}
