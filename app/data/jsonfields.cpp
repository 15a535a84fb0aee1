#include "data/jsonfields.h"

#include "data/plaintext.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals;

void JsonFields::refuse(const QString &name, const QString &wanted)
{
    if (!m_problem)
        m_problem = Error{.kind = Error::Kind::Malformed, .message = u"“%1” should be %2."_s.arg(name, wanted)};
}

std::optional<QString> JsonFields::text(const QString &name)
{
    const QJsonValue value = m_rest.take(name);
    if (!value.isString() && !value.isNull() && !value.isUndefined())
        refuse(name, u"a text"_s);
    const QString text = plaintext::of(value.toString());
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<int> JsonFields::number(const QString &name, int least, int most)
{
    const QJsonValue value = m_rest.take(name);
    if (value.isNull() || value.isUndefined())
        return {};
    const double number = value.toDouble(NAN);
    if (number >= least && number <= most && number == std::floor(number))
        return int(number);
    refuse(name, u"a whole number from %1 to %2, or null"_s.arg(least).arg(most));
    return {};
}

QStringList JsonFields::texts(const QString &name)
{
    const QJsonValue value = m_rest.take(name);
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        refuse(name, u"a list of texts"_s);
    QStringList texts;
    for (const auto entries = value.toArray(); const QJsonValue entry : entries) {
        if (!entry.isString())
            refuse(name, u"a list of texts"_s);
        texts.append(plaintext::of(entry.toString()));
    }
    return texts;
}

std::optional<QUrl> JsonFields::url(const QString &name)
{
    const auto given = text(name);
    if (!given)
        return {};
    QUrl url(*given);
    if (url.isValid() && !url.isRelative())
        return url;
    refuse(name, u"a whole address (https://…)"_s);
    return {};
}

QUuid JsonFields::uuid(const QString &name)
{
    const auto given = text(name);
    const QUuid uuid = QUuid::fromString(given.value_or(QString()));
    if (given && uuid.isNull())
        refuse(name, u"a UUID"_s);
    return uuid;
}

QDateTime JsonFields::time(const QString &name)
{
    const auto given = text(name);
    const auto time = QDateTime::fromString(given.value_or(QString()), Qt::ISODateWithMs);
    if (given && !time.isValid())
        refuse(name, u"a time (2026-08-01T12:00:00Z)"_s);
    return time.isValid() ? time.toUTC() : QDateTime();
}

std::optional<QString> JsonFields::id(const QString &name, std::optional<QString> (*check)(const QString &))
{
    if (const QJsonValue value = m_rest.value(name); value.isDouble())
        m_rest[name] = QString::number(value.toInteger());
    const auto given = text(name);
    const auto id = given ? check(*given) : given;
    if (given && !id)
        refuse(name, u"an id of its kind or null, not “%1”"_s.arg(given->left(40)));
    return id;
}

JsonFields JsonFields::object(const QString &name)
{
    const QJsonValue value = m_rest.take(name);
    if (!value.isObject() && !value.isNull() && !value.isUndefined())
        refuse(name, u"an object"_s);
    return JsonFields(value.toObject());
}

void JsonFields::adopt(const JsonFields &inner)
{
    if (!m_problem)
        m_problem = inner.m_problem;
}
