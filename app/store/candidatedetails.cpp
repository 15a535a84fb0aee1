#include "store/candidaterows.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals;

namespace {

QJsonArray toJson(const Evidence &evidence)
{
    QJsonArray array;
    for (const auto &agreement : evidence.agreement)
        array.append(agreement ? QJsonValue(double(*agreement)) : QJsonValue());
    return array;
}

Evidence evidenceOf(const QJsonArray &array)
{
    Evidence evidence;
    for (qsizetype i = 0; i < SignalCount; ++i) {
        if (array.at(i).isDouble())
            evidence.agreement[size_t(i)] = float(array.at(i).toDouble());
    }
    return evidence;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &entry : value.toArray())
        texts.append(entry.toString());
    return texts;
}

QJsonArray toJson(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

QList<int> numbersOf(const QJsonValue &value)
{
    QList<int> numbers;
    for (const auto &entry : value.toArray())
        numbers.append(entry.toInt());
    return numbers;
}

}

QJsonObject candidaterows::details(const Candidate &candidate)
{
    QJsonObject json{{u"evidence"_s, toJson(candidate.evidence)}};
    const auto insert = [&](const QString &name, const QStringList &texts) {
        if (!texts.isEmpty())
            json.insert(name, QJsonArray::fromStringList(texts));
    };
    insert(u"aliases"_s, candidate.aliases);
    insert(u"directors"_s, candidate.directors);
    insert(u"cast"_s, candidate.cast);
    insert(u"countries"_s, candidate.countries);
    insert(u"ids"_s, candidate.ids);
    if (!candidate.runtimes.isEmpty())
        json.insert(u"runtimes"_s, toJson(candidate.runtimes));
    if (candidate.year)
        json.insert(u"year"_s, *candidate.year);
    if (!candidate.laterYears.isEmpty())
        json.insert(u"laterYears"_s, toJson(candidate.laterYears));
    if (candidate.film)
        json.insert(u"film"_s, *candidate.film);
    if (!candidate.type.isEmpty())
        json.insert(u"type"_s, candidate.type);
    return json;
}

void candidaterows::readDetails(Candidate &candidate, const QJsonObject &json)
{
    candidate.evidence = evidenceOf(json[u"evidence"].toArray());
    candidate.aliases = textsOf(json[u"aliases"]);
    candidate.directors = textsOf(json[u"directors"]);
    candidate.cast = textsOf(json[u"cast"]);
    candidate.countries = textsOf(json[u"countries"]);
    candidate.ids = textsOf(json[u"ids"]);
    candidate.runtimes = numbersOf(json[u"runtimes"]);
    if (json.contains(u"year"_s))
        candidate.year = json[u"year"].toInt();
    candidate.laterYears = numbersOf(json[u"laterYears"]);
    if (json.contains(u"film"_s))
        candidate.film = json[u"film"].toBool();
    candidate.type = json[u"type"].toString();
}
