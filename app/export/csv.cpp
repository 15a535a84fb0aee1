#include "export/csv.h"

#include <QDateTime>
#include <QIODevice>
#include <QLocale>

using namespace Qt::Literals;

namespace {

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

bool needsQuotes(const QString &text)
{
    const auto isSpecial = [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; };
    return text.isEmpty() || text.front().isSpace() || text.back().isSpace() || std::ranges::any_of(text, isSpecial);
}

/// A number in full, never as 1e+08; times in the manner of SQL.
QString textOf(const QVariant &cell)
{
    switch (cell.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
        return QString::number(cell.toDouble(), 'f', QLocale::FloatingPointShortest);
    case QMetaType::QDateTime:
        return cell.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case QMetaType::QByteArray:
        return QString::fromLatin1(cell.toByteArray().toHex());
    default:
        return cell.toString();
    }
}

QString field(const QVariant &cell)
{
    if (cell.isNull())
        return {};
    const QString text = textOf(cell);
    return needsQuotes(text) ? quoted(text) : text;
}

Result<> put(QIODevice &out, const QByteArray &bytes)
{
    if (out.write(bytes) == bytes.size())
        return {};
    return fail(Error::Kind::Storage, u"The file could not be written."_s, out.errorString());
}

}

QByteArray csv::line(const QVariantList &cells)
{
    QStringList fields;
    for (const QVariant &cell : cells)
        fields.append(field(cell));
    return fields.join(u',').toUtf8() + "\r\n";
}

Result<> csv::write(QIODevice &out, const QStringList &headers, const QList<QVariantList> &rows)
{
    QVariantList names;
    for (const QString &header : headers)
        names.append(header);
    Result<> done = put(out, line(names));
    for (auto row = rows.begin(); done && row != rows.end(); ++row)
        done = put(out, line(*row));
    return done;
}
