#include "jobs/tabletext.h"

#include "gallery/csvreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::Literals;
using tabletext::Table;

namespace {

bool isEmpty(const QStringList &cells)
{
    return cells.size() <= 1 && cells.value(0).isEmpty();
}

Result<QList<QStringList>> records(const QByteArray &bytes)
{
    QList<QStringList> lines;
    CsvReader reader(bytes);
    while (!reader.atEnd()) {
        const auto record = reader.next();
        if (!record)
            return std::unexpected(record.error());
        if (isEmpty(record->cells))
            continue;
        lines.append(record->cells);
        for (QString &cell : lines.last()) {
            if (cell.isNull())
                cell = u""_s; // it is there, and empty
        }
    }
    return lines;
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    if (value.isBool())
        return value.toBool() ? u"1"_s : u"0"_s;
    return value.toString(u""_s);
}

/// Each line is an object; the headers are all names that any line has, in the order of their first.
Result<Table> parseObjects(const QByteArray &bytes)
{
    Table table;
    QList<QJsonObject> objects;
    int line = 0;
    for (const QByteArray &text : bytes.split('\n')) {
        ++line;
        if (text.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(text, &error);
        if (!document.isObject())
            return fail(Error::Kind::Malformed, u"Line %1 is no JSON object."_s.arg(line), error.errorString());
        objects.append(document.object());
        for (const QString &name : objects.constLast().keys()) {
            if (!table.headers.contains(name))
                table.headers.append(name);
        }
    }
    for (const QJsonObject &object : std::as_const(objects)) {
        QStringList cells;
        for (const QString &name : std::as_const(table.headers))
            cells.append(object.contains(name) ? textOf(object[name]) : QString());
        table.lines.append(cells);
    }
    return table;
}

}

Result<Table> tabletext::parse(const QByteArray &bytes)
{
    if (bytes.trimmed().startsWith('{'))
        return parseObjects(bytes);
    return records(bytes).transform([](QList<QStringList> lines) {
        Table table;
        if (!lines.isEmpty())
            table.headers = lines.takeFirst();
        table.lines = lines;
        return table;
    });
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
    return records(bytes).transform(
        [](const QList<QStringList> &lines) { return Table{.headers = {}, .lines = lines}; });
}
