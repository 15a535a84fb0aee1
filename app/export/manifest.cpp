#include "export/manifest.h"

#include "export/formats.h"
#include "export/json.h"
#include "export/sink.h"
#include "store/migrations.h"
#include "store/model.h"
#include "store/origins.h"
#include "store/rowstream.h"

#include <QJsonDocument>

using namespace Qt::Literals;
using exports::Content;

namespace {

QString contentName(Content content)
{
    switch (content) {
    case Content::Shown:
        return u"rows as shown"_s;
    case Content::Table:
        return u"table"_s;
    case Content::Database:
        return u"database"_s;
    case Content::Films:
        return u"films"_s;
    case Content::Items:
        return u"item list"_s;
    }
    return {};
}

QString kindName(Cell::Kind kind)
{
    switch (kind) {
    case Cell::Kind::Null:
    case Cell::Kind::Text:
        break;
    case Cell::Kind::Integer:
        return u"integer"_s;
    case Cell::Kind::Number:
        return u"number"_s;
    case Cell::Kind::Boolean:
        return u"boolean"_s;
    case Cell::Kind::Date:
        return u"date"_s;
    case Cell::Kind::Timestamp:
        return u"timestamp"_s;
    case Cell::Kind::Blob:
        return u"bytes, in hex"_s;
    case Cell::Kind::List:
        return u"list"_s;
    }
    return u"text"_s;
}

/// What a person asked to see.
void addQuery(QJsonObject &options, const table::Query &query)
{
    QJsonArray filters;
    for (const table::Filter &filter : query.filters)
        filters.append(QJsonObject{{u"column"_s, filter.column}, {u"text"_s, filter.text}});
    QJsonArray order;
    for (const table::Order &one : query.order)
        order.append(QJsonObject{{u"column"_s, one.column}, {u"descending"_s, one.direction == Qt::DescendingOrder}});
    options[u"words"_s] = query.words;
    options[u"filters"_s] = filters;
    options[u"order"_s] = order;
}

/// What of the order shapes the rows.
QJsonObject optionsOf(const exports::Order &order)
{
    QJsonObject options{{u"byte_order_mark"_s, order.byteOrderMark}, {u"formula_guard"_s, order.guardsFormulas}};
    if (order.content == Content::Shown)
        addQuery(options, order.query);
    return options;
}

QJsonArray licences(const QMap<QString, qint64> &pages)
{
    QJsonArray licences;
    if (pages.contains(u"wikipedia"_s))
        licences.append(QJsonObject{{u"source"_s, u"Wikipedia"_s},
                                    {u"licence"_s, u"CC BY-SA 4.0"_s},
                                    {u"url"_s, u"https://creativecommons.org/licenses/by-sa/4.0/"_s},
                                    {u"note"_s,
                                     u"Texts come from the articles named under articles, by their authors; "
                                     "whoever passes them on names them and keeps the licence."_s}});
    if (pages.contains(u"wikidata"_s))
        licences.append(QJsonObject{{u"source"_s, u"Wikidata"_s},
                                    {u"licence"_s, u"CC0 1.0"_s},
                                    {u"url"_s, u"https://creativecommons.org/publicdomain/zero/1.0/"_s}});
    if (pages.contains(u"gallery"_s))
        licences.append(QJsonObject{{u"source"_s, u"the galleries"_s},
                                    {u"licence"_s, u"each gallery's own terms"_s},
                                    {u"note"_s, u"JustWatch allows personal use only."_s}});
    return licences;
}

QJsonObject counted(const QMap<QString, qint64> &pages)
{
    QJsonObject counts;
    for (const auto &[kind, count] : pages.asKeyValueRange())
        counts[kind] = count;
    return counts;
}

}

Manifest::Manifest(const exports::Order &order)
    : m_head{{u"format"_s, formats::name(order.format)},
             {u"content"_s, contentName(order.content)},
             {u"options"_s, optionsOf(order)},
             {u"program"_s, QJsonObject{{u"name"_s, u"Cineteca"_s}, {u"version"_s, QStringLiteral(CINETECA_VERSION)}}}}
{
    switch (order.content) {
    case Content::Films:
        m_names = {u"movies"_s,        u"cast"_s,          u"movie_genres"_s,       u"movie_directors"_s,
                   u"movie_writers"_s, u"movie_studios"_s, u"movie_distributors"_s, u"ratings"_s};
        break;
    case Content::Items:
        m_names = {u"items"_s};
        break;
    default:
        break;
    }
}

void Manifest::addFile(const QString &name, qint64 bytes, const QByteArray &checksum)
{
    m_files.append(QJsonObject{{u"name"_s, name}, {u"bytes"_s, bytes}, {u"sha256"_s, QString::fromLatin1(checksum)}});
}

void Manifest::addFiles(const QString &pattern, qint64 count, qint64 bytes, const QByteArray &checksum)
{
    m_files.append(QJsonObject{{u"name"_s, pattern},
                               {u"count"_s, count},
                               {u"bytes"_s, bytes},
                               {u"sha256"_s, QString::fromLatin1(checksum)},
                               {u"note"_s, u"The checksum is that of all files, one after another by movie_id."_s}});
}

void Manifest::addTable(const Sheet &sheet, const QString &file, const Counts &counts)
{
    QJsonArray columns;
    const auto &fields = sheet.fields();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QJsonObject column{{u"name"_s, fields[i].name},
                           {u"type"_s, kindName(fields[i].kind)},
                           {u"nulls"_s, counts.nulls.value(i)},
                           {u"empty"_s, counts.empty.value(i)}};
        const Sheet::Meaning meaning = sheet.meanings.value(i);
        if (!meaning.text.isEmpty())
            column[u"meaning"_s] = meaning.text;
        if (!meaning.unit.isEmpty())
            column[u"unit"_s] = meaning.unit;
        columns.append(column);
    }
    QJsonObject table{{u"name"_s, sheet.name}, {u"file"_s, file}, {u"rows"_s, counts.rows}, {u"columns"_s, columns}};
    if (const model::Table *known = model::own().table(sheet.name))
        table[u"meaning"_s] = known->meaning;
    m_tables.append(table);
    if (model::own().table(sheet.name))
        m_names.append(sheet.name);
}

void Manifest::setShortened(int cells)
{
    if (cells > 0)
        m_head[u"shortened_cells"_s] = cells;
}

Result<> Manifest::writeArticles(Connection &connection, Sink &sink) const
{
    auto articles = rowstream::open(connection, origins::articles(connection, m_names));
    if (!articles)
        return std::unexpected(articles.error());
    bool isFirst = true;
    for (;;) {
        const auto more = (*articles)->next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        std::string &out = sink.text();
        out += std::exchange(isFirst, false) ? "\n        { \"url\": " : ",\n        { \"url\": ";
        json::appendCell(out, (*articles)->cells()[0]);
        out += ", \"revision\": ";
        json::appendCell(out, (*articles)->cells()[1]);
        out += " }";
        if (const auto turned = sink.turn(); !turned)
            return turned;
    }
}

Result<> Manifest::prepare(Connection &connection, const QString &path)
{
    const auto pages = origins::pages(connection, m_names);
    const auto steps = migrations::applied(connection);
    if (!pages || !steps)
        return std::unexpected(pages ? steps.error() : pages.error());
    m_head[u"database"_s] = QJsonObject{{u"name"_s, model::own().database},
                                        {u"version"_s, steps->isEmpty() ? 0 : steps->constLast().number}};
    m_head[u"files"_s] = m_files;
    m_head[u"tables"_s] = m_tables;
    m_head[u"sources"_s] = counted(*pages);
    m_head[u"licences"_s] = licences(*pages);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(sink::error(m_file));
    QByteArray head = QJsonDocument(m_head).toJson().trimmed();
    head.chop(1); // the brace at the end
    Sink sink(m_file);
    sink.text() += head.trimmed().toStdString() + ",\n    \"articles\": [";
    return writeArticles(connection, sink).and_then([&] {
        sink.text() += "\n    ]\n}\n";
        return sink.finish();
    });
}

Result<> Manifest::commit()
{
    return m_file.commit() ? Result<>() : std::unexpected(sink::error(m_file));
}
