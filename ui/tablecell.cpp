#include "tablecell.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

using namespace Qt::Literals;
using tablecell::Kind;

namespace {

QString number(const QVariant &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return value.toString();
    const bool isWhole = number == std::floor(number) && std::abs(number) < 1e15;
    return isWhole ? QLocale().toString(qint64(number))
                   : QLocale().toString(number, 'f', QLocale::FloatingPointShortest);
}

QString date(const QVariant &value)
{
    const QDate date = value.toDate();
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : value.toString();
}

QString moment(const QVariant &value)
{
    QDateTime moment = value.toDateTime();
    if (!moment.isValid())
        return value.toString();
    moment.setTimeZone(QTimeZone::UTC);
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

}

Kind tablecell::kind(const QString &column, const QString &type)
{
    if (type.startsWith("NUMERIC(15"_L1))
        return Kind::Money;
    if (type.startsWith("NUMERIC"_L1) || type.startsWith("REAL"_L1) || type.startsWith("DOUBLE"_L1))
        return Kind::Number;
    if (type.contains("INT"_L1) && column == "year"_L1)
        return Kind::Year;
    if (type.contains("INT"_L1))
        return column.endsWith("_id"_L1) ? Kind::Key : Kind::Number;
    if (type.startsWith("TIMESTAMP"_L1))
        return Kind::Moment;
    if (type.startsWith("DATE"_L1))
        return Kind::Date;
    const bool isAddress = column.endsWith("url"_L1) || column == "homepage"_L1;
    return isAddress ? Kind::Address : Kind::Text;
}

bool tablecell::isNumber(Kind kind)
{
    return kind == Kind::Key || kind == Kind::Year || kind == Kind::Number || kind == Kind::Money;
}

QString tablecell::text(const QVariant &value, Kind kind)
{
    if (value.isNull())
        return {};
    switch (kind) {
    case Kind::Number:
    case Kind::Money:
        return number(value);
    case Kind::Date:
        return date(value);
    case Kind::Moment:
        return moment(value);
    case Kind::Text:
    case Kind::Key:
    case Kind::Year:
    case Kind::Address:
        break;
    }
    return value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex(' '))
                                                   : value.toString();
}

QString tablecell::title(const QString &column)
{
    QString title = column;
    title.replace(u'_', u' ');
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    for (const auto word : {"id"_L1, "url"_L1}) {
        if (title.endsWith(u' ' + word))
            title.replace(title.size() - word.size(), word.size(), QString(word).toUpper());
    }
    return title;
}
