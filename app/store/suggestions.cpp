#include "store/suggestions.h"

#include "store/modelsql.h"
#include "store/records.h"
#include "store/sql.h"
#include "store/words.h"

using namespace Qt::Literals;
using suggestions::Name;

namespace {

/// Where a row's name is.
struct Place
{
    QString table;
    QString key;
    QString label;
};

Result<Place> placeOf(const QString &name)
{
    return records::tableOf(name).and_then([](const model::Table *table) -> Result<Place> {
        if (table->label.isEmpty() || table->primaryKey.size() != 1)
            return fail(Error::Kind::Invalid, u"Rows of this table have no name."_s, table->name);
        return Place{.table = modelsql::quoted(table->name),
                     .key = modelsql::quoted(table->primaryKey.constFirst()),
                     .label = modelsql::quoted(table->label)};
    });
}

Name nameIn(const Rows &row)
{
    return {.key = row.value(0).toString(), .name = row.value(1).toString()};
}

QString beginning(QString letters)
{
    for (const QChar sign : {u'\\', u'%', u'_'})
        letters.replace(sign, u"\\"_s + sign);
    return letters.toLower() + u'%';
}

}

Result<QList<Name>> suggestions::names(Connection &connection, const QString &table, const QString &letters, int most)
{
    return placeOf(table).and_then([&](const Place &place) {
        return connection.all(u"SELECT %1, %2 FROM %3 WHERE %4 ORDER BY CASE WHEN LOWER(%2) LIKE ? ESCAPE '\\' THEN 0 "
                              "ELSE 1 END, %2, %1 LIMIT ?"_s.arg(place.key, place.label, place.table,
                                                                 words::condition(connection, place.label)),
                              {words::value(connection, letters), beginning(letters), most}, nameIn);
    });
}

Result<QStringList> suggestions::values(Connection &connection, const QString &table, const QString &column,
                                        const QString &letters, int most)
{
    return records::tableOf(table).and_then([&](const model::Table *known) -> Result<QStringList> {
        if (!known->column(column))
            return fail(Error::Kind::Missing, u"The table \"%1\" has no column \"%2\"."_s.arg(table, column));
        const QString name = modelsql::quoted(column);
        return connection.all(
            u"SELECT %1 FROM %2 WHERE %1 <> '' AND %3 GROUP BY %1 ORDER BY COUNT(*) DESC, %1 LIMIT ?"_s.arg(
                name, modelsql::quoted(table), words::condition(connection, name)),
            {words::value(connection, letters), most}, [](const Rows &row) { return row.value(0).toString(); });
    });
}

Result<QMultiHash<QString, QString>> suggestions::keys(Connection &connection, const QString &table,
                                                       const QStringList &names)
{
    return placeOf(table).and_then([&](const Place &place) -> Result<QMultiHash<QString, QString>> {
        QMultiHash<QString, QString> keys;
        QVariantList bound;
        for (const QString &name : names)
            bound.append(sql::text(name));
        const auto keep = [&](const Rows &row) {
            const Name name = nameIn(row);
            if (!keys.contains(name.name, name.key))
                keys.insert(name.name, name.key);
            return 0;
        };
        return sql::where(connection,
                          u"SELECT %1, %2 FROM %3 WHERE %2"_s.arg(place.key, place.label, place.table) + u" IN %1"_s,
                          bound, keep)
            .transform([&](const QList<int> &) { return keys; });
    });
}

Result<QString> suggestions::nameOf(Connection &connection, const QString &table, const QString &key)
{
    return placeOf(table).and_then([&](const Place &place) {
        return connection
            .first(u"SELECT %1, %2 FROM %3 WHERE %1 = ?"_s.arg(place.key, place.label, place.table), {key.toLongLong()},
                   nameIn)
            .transform([](const std::optional<Name> &name) { return name.value_or(Name{}).name; });
    });
}
