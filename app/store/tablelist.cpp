#include "store/tablelist.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>

using namespace Qt::Literals;
using condition::Sql;
using table::Keys;
using table::Outline;

namespace {

constexpr qsizetype Thousand = 4096; ///< keys handed on at once
constexpr qsizetype Hundred = 256; ///< rows

Sql select(const Connection &connection, const Outline &outline)
{
    return {u"SELECT %1 FROM %2 t"_s.arg(outline.keySql(connection).join(u", "), connection.quoted(outline.form.table))
                + outline.whereSql() + list::orderSql(connection, outline),
            outline.where.values};
}

QVariantList keyOf(const Rows &row, qsizetype width)
{
    QVariantList key;
    for (int i = 0; i < int(width); ++i)
        key.append(row.value(i));
    return key;
}

/// In a file one statement brings row after row.
Result<> stream(Connection &connection, const Sql &sql, qsizetype width, const std::function<bool(Keys)> &take)
{
    auto rows = connection.execute(sql.text, sql.values);
    if (!rows)
        return std::unexpected(rows.error());
    Keys some;
    while (rows->next()) {
        some.append(keyOf(*rows, width));
        if (some.size() == Thousand && !take(std::exchange(some, {})))
            return {};
    }
    if (const auto failure = rows->statement().failure())
        return fail(Error::Kind::Storage, u"The database did not read on."_s, failure->text);
    take(some);
    return {};
}

/// The statement with its values in it: a server cannot prepare a cursor.
QString inlined(const Connection &connection, const Sql &sql)
{
    QString text;
    qsizetype at = 0;
    for (const QVariant &value : sql.values) {
        const qsizetype mark = sql.text.indexOf(u'?', at);
        QSqlField field(QString(), value.metaType());
        field.setValue(value);
        text += sql.text.sliced(at, mark - at) + connection.driver()->formatValue(field);
        at = mark + 1;
    }
    return text + sql.text.sliced(at);
}

/// A server's cursor: without one, all rows would come at once and lie in memory.
Result<> fetch(Connection &connection, const Sql &sql, qsizetype width, const std::function<bool(Keys)> &take)
{
    const auto declared = connection.run(u"DECLARE listed NO SCROLL CURSOR FOR "_s + inlined(connection, sql));
    if (!declared)
        return declared;
    for (bool goOn = true; goOn;) {
        const auto some = connection.all(u"FETCH %1 FROM listed"_s.arg(Thousand), {},
                                         [&](const Rows &row) { return keyOf(row, width); });
        if (!some)
            return std::unexpected(some.error());
        goOn = take(*some) && some->size() == Thousand;
    }
    return connection.run(u"CLOSE listed"_s);
}

}

QString list::orderSql(const Connection &connection, const Outline &outline)
{
    QStringList terms;
    for (const auto &[sql, isDescending, isNullable] : outline.terms)
        terms.append(sql + (isDescending ? u" DESC" : u" ASC") + (isNullable ? u" NULLS LAST" : u""));
    for (const QString &key : outline.keySql(connection))
        terms.append(key + (outline.isKeyDescending ? u" DESC" : u" ASC"));
    return terms.isEmpty() ? QString() : u" ORDER BY "_s + terms.join(u", ");
}

Result<Keys> list::first(Connection &connection, const Outline &outline, qint64 limit)
{
    if (outline.form.key.isEmpty())
        return Keys();
    const Sql sql = select(connection, outline);
    return connection.all(sql.text + u" LIMIT ?"_s, sql.values + QVariantList{limit},
                          [&](const Rows &row) { return keyOf(row, outline.form.key.size()); });
}

Result<> list::keys(Connection &connection, const Outline &outline, const std::function<bool(Keys)> &take)
{
    const Sql sql = select(connection, outline);
    return connection.engine() == Connection::Engine::SQLite ? stream(connection, sql, outline.form.key.size(), take)
                                                             : fetch(connection, sql, outline.form.key.size(), take);
}

Result<> list::rows(Connection &connection, const Outline &outline,
                    const std::function<Result<>(const QList<table::Row> &)> &take)
{
    Result<> outcome;
    const auto show = [&](const Keys &keys) {
        for (qsizetype at = 0; at < keys.size() && outcome; at += Hundred)
            outcome = table::rowsOf(connection, outline, keys.sliced(at, std::min(Hundred, keys.size() - at)))
                          .and_then(take);
        return outcome.has_value();
    };
    if (!outline.form.key.isEmpty())
        return list::keys(connection, outline, show).and_then([&] { return outcome; });
    for (qint64 first = 0;; first += Hundred) {
        const auto some = table::rowsAt(connection, outline, first, Hundred);
        if (!some)
            return std::unexpected(some.error());
        if (const auto taken = take(*some); !taken || some->size() < Hundred)
            return taken;
    }
}
