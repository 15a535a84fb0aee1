#include "store/persons.h"

#include "store/enums.h"
#include "store/sql.h"

using namespace Qt::Literals;

Result<qint64> persons::source(Connection &connection, const QString &who, qint64 batch)
{
    return connection.insert(
        u"INSERT INTO sources (kind, name, url, revision, read_at) VALUES (?, ?, '', ?, ?) "
        "RETURNING source_id"_s,
        {enums::text(Source::Kind::Person), sql::text(who), batch, sql::time(QDateTime::currentDateTimeUtc())});
}
