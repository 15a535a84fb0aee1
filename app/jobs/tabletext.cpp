#include "jobs/tabletext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSet>

using namespace Qt::Literals;
using tabletext::Table;

namespace {

bool isEmpty(const QStringList &cells)
{
    return cells.size() <= 1 && cells.value(0).isEmpty();
}

struct Records
{
    QList<QStringList> lines;
    QList<int> places; // where each begins, from 0
};

/// At most so many that hold something.
Result<Records> records(CsvReader &reader, qsizetype most)
{
    Records all;
    while (!reader.atEnd() && all.lines.size() < most) {
        const auto record = reader.next();
        if (!record)
            return std::unexpected(record.error());
        if (isEmpty(record->cells))
            continue;
        all.places.append(record->line - 1);
        all.lines.append(record->cells);
        for (QString &cell : all.lines.last()) {
            if (cell.isNull())
                cell = u""_s; // it is there, and empty
        }
    }
    return all;
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    if (value.isBool())
        return value.toBool() ? u"1"_s : u"0"_s;
    return value.toString(u""_s);
}

/// The headers are all names that any object has, in the order of their first.
Table tableOf(const QList<QJsonObject> &objects)
{
    Table table;
    QSet<QString> known;
    for (const QJsonObject &object : objects) {
        for (const QString &name : object.keys()) {
            if (!known.contains(name))
                table.headers.append(name);
            known.insert(name);
        }
    }
    for (const QJsonObject &object : objects) {
        QStringList cells;
        for (const QString &name : std::as_const(table.headers))
            cells.append(object.contains(name) ? textOf(object[name]) : QString());
        table.lines.append(cells);
    }
    return table;
}

}

tabletext::Reader::Reader(QByteArrayView bytes)
    : m_isJson(bytes.trimmed().startsWith('{'))
    , m_objects(m_isJson ? bytes : QByteArrayView())
    , m_csv(m_isJson ? QByteArrayView() : bytes)
{
}

Result<Table> tabletext::Reader::next(qsizetype most)
{
    return m_isJson ? nextObjects(most) : nextRecords(most);
}

Result<Table> tabletext::Reader::nextRecords(qsizetype most)
{
    if (m_headers.isEmpty()) {
        const auto first = records(m_csv, 1);
        if (!first)
            return std::unexpected(first.error());
        m_headers = first->lines.value(0);
    }
    return records(m_csv, most).transform([this](const Records &read) {
        return Table{.headers = m_headers, .lines = read.lines, .places = read.places};
    });
}

Result<Table> tabletext::Reader::nextObjects(qsizetype most)
{
    QList<QJsonObject> objects;
    QList<int> places;
    while (!m_objects.isEmpty() && objects.size() < most) {
        ++m_line;
        const qsizetype end = m_objects.indexOf('\n');
        const QByteArrayView text = end < 0 ? m_objects : m_objects.first(end);
        m_objects = end < 0 ? QByteArrayView() : m_objects.sliced(end + 1);
        if (text.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
        if (!document.isObject())
            return fail(Error::Kind::Malformed, u"Line %1 is no JSON object."_s.arg(m_line), error.errorString());
        places.append(m_line - 1);
        objects.append(document.object());
    }
    Table table = tableOf(objects);
    table.places = places;
    return table;
}

Result<Table> tabletext::parse(const QByteArray &bytes)
{
    return Reader(bytes).next(std::numeric_limits<qsizetype>::max());
}

Result<Table> tabletext::parseBlock(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace("\r\n", "\n");
    if (!bytes.contains('\t') && !bytes.contains('\n')) // one cell, with whatever commas it has
        return Table{.headers = {}, .lines = {{text}}};
    if (!bytes.contains('\t') && !bytes.startsWith('"')) { // one column
        Table table;
        for (const QByteArray &line : bytes.trimmed().split('\n'))
            table.lines.append({QString::fromUtf8(line)});
        return table;
    }
    CsvReader reader(bytes);
    return records(reader, std::numeric_limits<qsizetype>::max()).transform([](const Records &read) {
        return Table{.headers = {}, .lines = read.lines, .places = {}};
    });
}
