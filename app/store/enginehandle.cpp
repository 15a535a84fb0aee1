#include "store/enginehandle.h"

#include <QByteArrayList>
#include <QSqlDriver>
#include <QVariant>

using namespace Qt::Literals;

namespace {

template<typename Handle>
Handle *handle(const QSqlDriver *driver, const QByteArrayList &types)
{
    const QVariant handle = driver->handle();
    return types.contains(handle.typeName()) ? *static_cast<Handle *const *>(handle.constData()) : nullptr;
}

}

sqlite3 *enginehandle::sqlite(const QSqlDriver *driver)
{
    return handle<sqlite3>(driver, {"sqlite3*"_ba});
}

pg_conn *enginehandle::postgresql(const QSqlDriver *driver)
{
    return handle<pg_conn>(driver, {"pg_conn*"_ba, "PGconn*"_ba});
}
