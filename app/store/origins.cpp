#include "store/origins.h"

#include "store/model.h"

using namespace Qt::Literals;

namespace {

/// What is true of the sources that these tables' values come from.
QString condition(const Connection &connection, const QStringList &tables, QVariantList &values)
{
    if (tables.contains("sources"_L1))
        return u"TRUE"_s;
    QStringList marks;
    for (const QString &table : tables) {
        marks.append(u"?"_s);
        values.append(table);
    }
    QString found = u"SELECT source_id FROM field_sources WHERE table_name IN (%1)"_s.arg(marks.join(u", "));
    for (const QString &name : tables) {
        const model::Table *table = model::own().table(name);
        if (table && table->column(u"source_id"_s))
            found += u" UNION SELECT source_id FROM "_s + connection.quoted(name) + u" WHERE source_id IS NOT NULL";
    }
    return u"source_id IN (%1)"_s.arg(found);
}

}

Result<QMap<QString, qint64>> origins::pages(Connection &connection, const QStringList &tables)
{
    QVariantList values;
    const QString where = condition(connection, tables, values);
    QMap<QString, qint64> pages;
    const auto take = [&](const Rows &row) {
        pages.insert(row.value(0).toString(), row.value(1).toLongLong());
        return 0;
    };
    return connection.all(u"SELECT kind, COUNT(*) FROM sources WHERE %1 GROUP BY kind"_s.arg(where), values, take)
        .transform([&](const QList<int> &) { return pages; });
}

Selection origins::articles(Connection &connection, const QStringList &tables)
{
    Selection selection{.fields = {{.name = u"url"_s}, {.name = u"revision"_s, .kind = Cell::Kind::Integer}}};
    const QString where = condition(connection, tables, selection.values);
    const bool onServer = connection.engine() == Connection::Engine::PostgreSQL;
    selection.sql = u"SELECT url, revision FROM sources WHERE kind = 'wikipedia' AND %1 ORDER BY url%2, revision"_s.arg(
        where, onServer ? u" COLLATE \"C\""_s : QString());
    return selection;
}
