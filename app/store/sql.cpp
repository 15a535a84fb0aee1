#include "store/sql.h"

#include <QJsonDocument>

using namespace Qt::Literals;

QVariant sql::time(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    QString text = time.toUTC().toString(Qt::ISODateWithMs);
    text[10] = u' ';
    text.chop(1); // the Z
    return text;
}

QDateTime sql::timeOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC();
    const QString text = value.toString();
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text + u'Z', Qt::ISODateWithMs);
}

QVariant sql::date(const std::optional<QDate> &date)
{
    return date && date->isValid() ? QVariant(date->toString(Qt::ISODate)) : QVariant();
}

std::optional<QDate> sql::dateOf(const QVariant &value)
{
    const QDate date = value.toDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QUrl> sql::optionalUrl(const Rows &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(QUrl(row.value(column).toString()));
}

QString sql::list(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList sql::listOf(const QVariant &value)
{
    QStringList list;
    for (const auto &entry : QJsonDocument::fromJson(value.toString().toUtf8()).array())
        list.append(entry.toString());
    return list;
}

QString sql::object(const QJsonObject &object)
{
    return object.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject sql::objectOf(const QVariant &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
}

QString sql::marks(qsizetype count)
{
    return u'(' + QStringList(count, u"?"_s).join(u", ") + u')';
}

Result<> sql::insertAll(Connection &connection, const QString &statement, const QList<QVariantList> &rows)
{
    return insertAll(connection, statement, rows, [](const Rows &) { return 0; }).transform([](const QList<int> &) {});
}
