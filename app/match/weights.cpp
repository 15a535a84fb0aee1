#include "match/weights.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals;

namespace {

constexpr std::array Names{"exact id"_L1, "title"_L1,   "sequel"_L1,  "year"_L1, "director"_L1,
                           "cast"_L1,     "runtime"_L1, "country"_L1, "type"_L1, "rank"_L1};
static_assert(Names.size() == SignalCount);

Weights read()
{
    QFile file(u":/matcher.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The matcher's weights are not bundled.");
    const auto root = QJsonDocument::fromJson(file.readAll()).object();
    const auto listed = root["signals"_L1].toObject();
    Weights weights;
    for (size_t i = 0; i < Names.size(); ++i) {
        const auto part = listed[Names[i]].toObject();
        weights.parts[i] = {.weight = part["weight"_L1].toDouble(), .pivot = part["pivot"_L1].toDouble()};
    }
    weights.bias = root["bias"_L1].toDouble();
    weights.accept = root["accept"_L1].toDouble(1);
    weights.margin = root["margin"_L1].toDouble(1);
    return weights;
}

}

const Weights &Weights::bundled()
{
    static const Weights weights = read();
    return weights;
}
