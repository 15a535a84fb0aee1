#include "store/sqlnames.h"

#include "store/model.h"
#include "store/table.h"

#include <sqlite3.h>

using namespace Qt::Literals;
using sqlnames::Names;

namespace {

QString textOf(const Rows &row)
{
    return row.value(0).toString();
}

Result<QStringList> views(Connection &connection)
{
    const QString list = connection.engine() == Connection::Engine::SQLite
        ? u"SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"_s
        : u"SELECT CAST(viewname AS text) FROM pg_views WHERE schemaname = current_schema() ORDER BY viewname"_s;
    return connection.all(list, {}, textOf);
}

/// Both as the engine itself lists them. A server's functions are thousands: few of them are for people.
Result<QStringList> words(Connection &connection)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return connection.all(u"SELECT upper(word) FROM pg_get_keywords() ORDER BY 1"_s, {}, textOf);
    QStringList words;
    for (int i = 0; i < sqlite3_keyword_count(); ++i) {
        const char *name = nullptr;
        int length = 0;
        if (sqlite3_keyword_name(i, &name, &length) == SQLITE_OK)
            words.append(QString::fromLatin1(name, length));
    }
    words.sort();
    const auto functions = connection.all(
        u"SELECT DISTINCT name FROM pragma_function_list WHERE name GLOB '[a-z]*' ORDER BY name"_s, {}, textOf);
    return functions.transform([&](const QStringList &list) { return words + list; });
}

}

Names sqlnames::ofModel()
{
    Names names;
    for (const model::Table &table : model::own().tables) {
        for (const model::Column &column : table.columns)
            names.columns[table.name].append(column.name);
    }
    return names;
}

Result<Names> sqlnames::read(Connection &connection)
{
    const auto tables = table::all(connection);
    const auto others = views(connection);
    auto all = words(connection);
    if (!tables || !others || !all)
        return std::unexpected(!tables ? tables.error() : !others ? others.error() : all.error());
    Names names{.columns = {}, .words = *std::move(all)};
    for (const QString &name : *tables + *others) {
        const auto info = table::info(connection, name);
        if (!info)
            return std::unexpected(info.error());
        for (const table::Column &column : info->columns)
            names.columns[name].append(column.name);
    }
    return names;
}
