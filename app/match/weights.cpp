#include "match/weights.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals;

namespace {

constexpr std::array Names{"exact id"_L1, "title"_L1,   "sequel"_L1, "year"_L1, "director"_L1,  "cast"_L1,
                           "runtime"_L1,  "country"_L1, "type"_L1,   "rank"_L1, "namesakes"_L1, "rarity"_L1};
static_assert(Names.size() == SignalCount);

Weights::Curve curveOf(const QJsonValue &pairs)
{
    Weights::Curve curve;
    for (const auto &point : pairs.toArray())
        curve.points.append({.agreement = float(point[0].toDouble()), .weight = point[1].toDouble()});
    return curve;
}

QByteArray numbers(const Weights::Curve &curve)
{
    QByteArrayList pairs;
    for (const auto &[agreement, weight] : curve.points)
        pairs.append('[' + QByteArray::number(double(agreement), 'g', 3) + ", " + QByteArray::number(weight, 'f', 3)
                     + ']');
    return '[' + pairs.join(", ") + ']';
}

}

double Weights::Curve::at(float agreement) const
{
    const auto above = std::ranges::lower_bound(points, agreement, {}, &Point::agreement);
    if (above == points.end())
        return points.last().weight;
    if (above == points.begin())
        return above->weight;
    const auto below = std::prev(above);
    const double share = double(agreement - below->agreement) / double(above->agreement - below->agreement);
    return below->weight + share * (above->weight - below->weight);
}

double Weights::sum(const Evidence &evidence) const
{
    double sum = 0;
    for (size_t i = 0; i < SignalCount; ++i) {
        if (const auto &agreement = evidence.agreement[i])
            sum += curves[i].at(*agreement);
    }
    return sum;
}

double Weights::chanceIfLeft(double score) const
{
    return left.points.isEmpty() ? score : std::min(score, left.at(float(score)));
}

QString Weights::name(Signal signal)
{
    return Names[size_t(signal)];
}

Weights Weights::read(const QByteArray &json)
{
    const auto root = QJsonDocument::fromJson(json).object();
    const auto listed = root["signals"_L1].toObject();
    Weights weights;
    for (size_t i = 0; i < Names.size(); ++i) {
        weights.curves[i] = curveOf(listed[Names[i]]);
        if (weights.curves[i].points.isEmpty())
            qFatal("The matcher's weights lack the signal %s.", Names[i].data());
    }
    weights.none = root["none"_L1].toDouble();
    weights.accept = root["accept"_L1].toDouble(1);
    weights.margin = root["margin"_L1].toDouble(1);
    weights.left = curveOf(root["left"_L1]);
    return weights;
}

QByteArray Weights::toJson() const
{
    QByteArrayList lines;
    for (size_t i = 0; i < Names.size(); ++i)
        lines.append("    \"" + QByteArray(Names[i].data(), Names[i].size()) + "\": " + numbers(curves[i]));
    return "{\n  \"version\": 2,\n  \"signals\": {\n" + lines.join(",\n") + "\n  },\n  \"none\": "
        + QByteArray::number(none, 'f', 3) + ",\n  \"accept\": " + QByteArray::number(accept, 'g', 4)
        + ",\n  \"margin\": " + QByteArray::number(margin, 'g', 4) + ",\n  \"left\": " + numbers(left) + "\n}\n";
}

const Weights &Weights::bundled()
{
    static const Weights weights = [] {
        QFile file(u":/matcher.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The matcher's weights are not bundled.");
        return read(file.readAll());
    }();
    return weights;
}
