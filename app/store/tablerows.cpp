#include "store/tablelist.h"
#include "store/tablerelation.h"

using namespace Qt::Literals;
using table::Field;
using table::Keys;
using table::Outline;
using table::Row;

namespace {

/// What a statement brings of a row: its key, and of each shown field the value, and the key behind it.
struct Selection
{
    QStringList columns;
    QString joins;
    QList<int> values; ///< place of each shown field's value; -1 where other rows have it
    QList<int> keys; ///< place of the key behind a name
};

void addReference(const Connection &connection, Selection &selection, const Field &field, const QString &value)
{
    const QString alias = u"r%1"_s.arg(selection.columns.size());
    selection.joins += u" LEFT JOIN %1 %2 ON %2.%3 = %4"_s.arg(connection.quoted(field.table), alias,
                                                               connection.quoted(field.key), value);
    selection.keys.last() = int(selection.columns.size());
    selection.columns.append(value);
    selection.values.last() = int(selection.columns.size());
    selection.columns.append(alias + u'.' + connection.quoted(field.label));
}

Selection selectionOf(const Connection &connection, const Outline &outline)
{
    Selection selection{.columns = outline.keySql(connection)};
    for (const Field &field : outline.shown) {
        const QString value = u"t."_s + connection.quoted(field.name);
        selection.values.append(-1);
        selection.keys.append(-1);
        if (field.kind == Field::Kind::Reference) {
            addReference(connection, selection, field, value);
        } else if (field.kind == Field::Kind::Own) {
            selection.values.last() = int(selection.columns.size());
            selection.columns.append(value);
        }
    }
    return selection;
}

QVariant valueAt(const Rows &row, int place)
{
    return place < 0 || row.isNull(place) ? QVariant() : row.value(place);
}

Row rowOf(const Rows &read, const Selection &selection, qsizetype keys)
{
    Row row;
    for (int i = 0; i < int(keys); ++i)
        row.key.append(read.value(i));
    for (qsizetype i = 0; i < selection.values.size(); ++i) {
        row.cells.append(valueAt(read, selection.values[i]));
        row.referred.append(valueAt(read, selection.keys[i]));
    }
    return row;
}

/// Keys as they are compared: as numbers or texts, whatever type the driver gave them.
QString named(const QVariantList &key)
{
    QStringList parts;
    for (const QVariant &part : key)
        parts.append(part.typeId() == QMetaType::QByteArray ? QString::fromLatin1(part.toByteArray().toHex())
                                                            : part.toString());
    return parts.join(u'\x1f');
}

QString among(const Connection &connection, const Outline &outline, qsizetype rows)
{
    const QStringList key = outline.keySql(connection);
    if (key.size() == 1)
        return u"%1 IN (%2)"_s.arg(key.first(), QStringList(rows, u"?"_s).join(u", "));
    // A server does not know the type of what stands behind VALUES; SQLite knows no other list.
    const bool isSqlite = connection.engine() == Connection::Engine::SQLite;
    const QString one = u'(' + QStringList(key.size(), u"?"_s).join(u", ") + u')';
    return u"(%1) IN (%2 %3)"_s.arg(key.join(u", "), isSqlite ? u"VALUES"_s : QString(),
                                    QStringList(rows, one).join(u", "));
}

Result<> addLinks(Connection &connection, const Outline &outline, QList<Row> &rows)
{
    QList<qint64> keys;
    for (const Row &row : std::as_const(rows)) {
        if (!row.isGone())
            keys.append(row.key.first().toLongLong());
    }
    for (qsizetype i = 0; i < outline.shown.size() && !keys.isEmpty(); ++i) {
        if (outline.shown[i].kind != Field::Kind::Relation)
            continue;
        const auto links = relation::links(connection, outline.shown[i], keys);
        if (!links)
            return std::unexpected(links.error());
        for (Row &row : rows) {
            const auto found = row.isGone() ? links->end() : links->find(row.key.first().toLongLong());
            if (found != links->end())
                row.cells[i] = QVariant::fromValue(*found);
        }
    }
    return {};
}

}

Result<QList<Row>> table::rowsOf(Connection &connection, const Outline &outline, const Keys &keys)
{
    if (keys.isEmpty())
        return QList<Row>();
    const Selection selection = selectionOf(connection, outline);
    QVariantList values;
    for (const QVariantList &key : keys)
        values += key;
    QHash<QString, Row> read;
    const auto found = connection.all(
        u"SELECT %1 FROM %2 t"_s.arg(selection.columns.join(u", "), connection.quoted(outline.form.table))
            + selection.joins + u" WHERE "_s + among(connection, outline, keys.size()),
        values, [&](const Rows &row) {
            Row one = rowOf(row, selection, outline.form.key.size());
            read.emplace(named(one.key), std::move(one));
            return 0;
        });
    if (!found)
        return std::unexpected(found.error());
    QList<Row> rows;
    for (const QVariantList &key : keys)
        rows.append(read.value(named(key), Row{.key = key}));
    return addLinks(connection, outline, rows).transform([&] { return rows; });
}

Result<QList<Row>> table::rowsAt(Connection &connection, const Outline &outline, qint64 first, qint64 limit)
{
    const Selection selection = selectionOf(connection, outline);
    return connection.all(
        u"SELECT %1 FROM %2 t"_s.arg(selection.columns.join(u", "), connection.quoted(outline.form.table))
            + selection.joins + outline.whereSql() + list::orderSql(connection, outline) + u" LIMIT ? OFFSET ?"_s,
        outline.where.values + QVariantList{limit, first},
        [&](const Rows &row) { return rowOf(row, selection, outline.form.key.size()); });
}
