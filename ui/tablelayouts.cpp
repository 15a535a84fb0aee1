#include "tablelayouts.h"

#include "settings.h"
#include "store/tablejson.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::Literals;

namespace {

const QString Tables = u"tables"_s;
const QString Views = u"views"_s;
const QString Last = u"last"_s;

QJsonObject json(const TableLayouts::Layout &layout)
{
    return {{u"columns"_s, QJsonArray::fromStringList(layout.columns)},
            {u"header"_s, QString::fromLatin1(layout.header.toBase64())},
            {u"frozen"_s, layout.frozen},
            {u"posters"_s, layout.hasPosters},
            {u"query"_s, table::json(layout.query)},
            {u"row"_s, layout.row},
            {u"column"_s, layout.column}};
}

QStringList strings(const QJsonArray &array)
{
    QStringList strings;
    for (const auto &value : array)
        strings.append(value.toString());
    return strings;
}

std::optional<TableLayouts::Layout> layoutOf(const QJsonObject &kept)
{
    const auto query = table::queryOf(kept.value("query"_L1).toObject());
    if (!query)
        return std::nullopt;
    return TableLayouts::Layout{.columns = strings(kept.value("columns"_L1).toArray()),
                                .header = QByteArray::fromBase64(kept.value("header"_L1).toString().toLatin1()),
                                .frozen = kept.value("frozen"_L1).toInt(),
                                .hasPosters = kept.value("posters"_L1).toBool(),
                                .query = *query,
                                .row = kept.value("row"_L1).toInt(),
                                .column = kept.value("column"_L1).toInt()};
}

/// Names in it, so that it holds no path or user.
QString nameOf(const QString &database)
{
    return QString::fromLatin1(QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha1).toHex().first(12));
}

}

TableLayouts::TableLayouts(Settings *settings, const QString &database)
    : m_settings(settings)
    , m_database(nameOf(database))
{
    if (m_settings)
        m_kept = m_settings->tables(m_database);
}

std::optional<TableLayouts::Layout> TableLayouts::layout(const QString &table) const
{
    return layoutOf(m_kept.value(Tables).toObject().value(table).toObject());
}

void TableLayouts::keep(const Layout &layout)
{
    QJsonObject tables = m_kept.value(Tables).toObject();
    const QJsonObject wanted = json(layout);
    if (lastTable() == layout.query.table && tables.value(layout.query.table).toObject() == wanted)
        return;
    tables.insert(layout.query.table, wanted);
    m_kept.insert(Tables, tables);
    m_kept.insert(Last, layout.query.table);
    write();
}

QString TableLayouts::lastTable() const
{
    return m_kept.value(Last).toString();
}

QStringList TableLayouts::views() const
{
    return m_kept.value(Views).toObject().keys();
}

std::optional<TableLayouts::Layout> TableLayouts::view(const QString &name) const
{
    const QJsonObject kept = m_kept.value(Views).toObject().value(name).toObject();
    if (const auto query = table::queryOf(kept)) // as views were kept at first
        return Layout{.query = *query};
    return layoutOf(kept);
}

void TableLayouts::keepView(const QString &name, const Layout &layout)
{
    QJsonObject views = m_kept.value(Views).toObject();
    views.insert(name, json(layout));
    m_kept.insert(Views, views);
    write();
}

void TableLayouts::removeView(const QString &name)
{
    QJsonObject views = m_kept.value(Views).toObject();
    views.remove(name);
    m_kept.insert(Views, views);
    write();
}

void TableLayouts::write()
{
    if (m_settings)
        m_settings->setTables(m_database, m_kept);
}
