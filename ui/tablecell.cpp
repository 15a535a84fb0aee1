#include "tablecell.h"

#include "store/model.h"

#include <QCoreApplication>
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

QString truth(const QVariant &value)
{
    return value.toBool() ? QCoreApplication::translate("tablecell", "yes")
                          : QCoreApplication::translate("tablecell", "no");
}

QString names(const QVariant &value)
{
    QStringList names;
    for (const table::Link &link : value.value<table::Links>())
        names.append(link.name);
    return names.join(QCoreApplication::translate("tablecell", ", "));
}

}

Kind tablecell::kind(const table::Field &field)
{
    switch (field.kind) {
    case table::Field::Kind::Reference:
        return Kind::Text;
    case table::Field::Kind::Relation:
        return Kind::Links;
    case table::Field::Kind::Own:
        break;
    }
    return kind(field.name, field.type);
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
    if (type.startsWith("BOOL"_L1))
        return Kind::Truth;
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
    case Kind::Truth:
        return truth(value);
    case Kind::Links:
        return names(value);
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
    static const QHash<QString, QString> own{{u"imdb_id"_s, u"IMDb ID"_s},
                                             {u"tmdb_id"_s, u"TMDB ID"_s},
                                             {u"dob"_s, u"Date of birth"_s},
                                             {u"url"_s, u"URL"_s}};
    if (const auto title = own.constFind(column); title != own.cend())
        return *title;
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

QString tablecell::title(const QString &table, const QString &column)
{
    const model::Table *known = model::own().table(table);
    const model::Column *found = known ? known->column(column) : nullptr;
    if (!found || !found->references)
        return title(column);
    const QString thing = column.chopped(3); // _id
    return title(known->column(thing) ? column : thing);
}

QString tablecell::rowTitle(const QString &table, const QString &key)
{
    return key.contains(u',') ? title(table) : u"%1 %2"_s.arg(title(table), key);
}

QString tablecell::meaning(const QString &table, const QString &column)
{
    const model::Table *known = model::own().table(table);
    const model::Column *found = known ? known->column(column) : nullptr;
    if (!found) {
        const model::Table *between = model::own().table(column);
        return between ? between->meaning : QString();
    }
    return found->unit.isEmpty() ? found->meaning : u"%1 (%2)"_s.arg(found->meaning, found->unit);
}
