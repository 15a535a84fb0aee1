#include "shape.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

using Values = QList<QJsonValue>;

QString nameOf(QJsonValue::Type type)
{
    static const QHash<QJsonValue::Type, QString> names{
        {QJsonValue::Bool, u"boolean"_s}, {QJsonValue::Double, u"number"_s}, {QJsonValue::String, u"string"_s},
        {QJsonValue::Array, u"array"_s},  {QJsonValue::Object, u"object"_s}, {QJsonValue::Null, u"null"_s}};
    return names.value(type);
}

Values ofType(const Values &values, QJsonValue::Type type)
{
    Values same;
    std::ranges::copy_if(values, std::back_inserter(same), [type](const auto &value) { return value.type() == type; });
    return same;
}

Values members(const Values &objects, const QString &key)
{
    Values found;
    for (const QJsonValue &object : objects)
        if (object.toObject().contains(key))
            found.append(object[key]);
    return found;
}

Values allMembers(const Values &objects)
{
    Values found;
    for (const QJsonValue &object : objects)
        for (const QJsonValue &member : object.toObject())
            found.append(member);
    return found;
}

/// Objects whose keys are ids, languages or sites.
bool isMap(const QString &path)
{
    static const QRegularExpression maps(u"\\.(labels|descriptions|aliases|sitelinks|entities)$"_s);
    return maps.match(path).hasMatch();
}

bool isProperty(const QString &key)
{
    static const QRegularExpression property(u"^P\\d+$"_s);
    return property.match(key).hasMatch();
}

QString missing(const QJsonObject &ours, const Values &recorded, const QString &path)
{
    const QJsonObject first = recorded.first().toObject();
    for (auto it = first.begin(); it != first.end(); ++it)
        if (!ours.contains(it.key()) && !isProperty(it.key()) && members(recorded, it.key()).size() == recorded.size())
            return u"%1 lacks %2"_s.arg(path, it.key());
    return {};
}

QJsonValue without(const QJsonValue &statement, const QString &key)
{
    QJsonObject rest = statement.toObject();
    rest.remove(key);
    return rest;
}

/// Main values as those recorded of the same property; all else of a statement as of any property.
QString misfitOfClaims(const QJsonObject &ours, const Values &recorded, shape::Keys keys, const QString &path)
{
    const QString main = u"mainsnak"_s;
    Values rests;
    for (const QJsonValue &statements : allMembers(recorded))
        for (const QJsonValue &statement : statements.toArray())
            rests.append(without(statement, main));
    QString found;
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        Values mains;
        for (const QJsonValue &statements : members(recorded, it.key()))
            for (const QJsonValue &statement : statements.toArray())
                mains.append(statement[main]);
        for (const QJsonValue &statement : it->toArray()) {
            const QString here = path + u'.' + it.key();
            found = found.isEmpty() ? shape::misfit(without(statement, main), rests, keys, here) : found;
            found = found.isEmpty() ? shape::misfit(statement[main], mains, keys, here + u'.' + main) : found;
        }
    }
    return found;
}

QString misfitOfObject(const QJsonObject &ours, const Values &recorded, shape::Keys keys, const QString &path)
{
    QString found = keys == shape::Keys::All && !isMap(path) ? missing(ours, recorded, path) : QString();
    for (auto it = ours.begin(); it != ours.end() && found.isEmpty(); ++it) {
        const Values known = isMap(path) ? allMembers(recorded) : members(recorded, it.key());
        if (known.isEmpty() && !isProperty(it.key()))
            found = u"%1 has %2, which was never recorded"_s.arg(path, it.key());
        else
            found = shape::misfit(it.value(), known, keys, path + u'.' + it.key());
    }
    return found;
}

QString misfitOfArray(const QJsonArray &ours, const Values &recorded, shape::Keys keys, const QString &path)
{
    Values elements;
    for (const QJsonValue &array : recorded)
        for (const QJsonValue &element : array.toArray())
            elements.append(element);
    QString found;
    for (auto it = ours.begin(); it != ours.end() && found.isEmpty(); ++it)
        found = shape::misfit(*it, elements, keys, path + u"[]"_s);
    return found;
}

}

QString shape::misfit(const QJsonValue &ours, const Values &recorded, Keys keys, const QString &path)
{
    const bool tells = std::ranges::any_of(recorded, [](const QJsonValue &value) { return !value.isNull(); });
    if (ours.isNull() || !tells)
        return {};
    const Values same = ofType(recorded, ours.type());
    if (same.isEmpty())
        return u"%1 is of type %2"_s.arg(path, nameOf(ours.type()));
    if (ours.isObject() && path.endsWith(".claims"_L1))
        return misfitOfClaims(ours.toObject(), same, keys, path);
    if (ours.isObject())
        return misfitOfObject(ours.toObject(), same, keys, path);
    return ours.isArray() ? misfitOfArray(ours.toArray(), same, keys, path) : QString();
}
