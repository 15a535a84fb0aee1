#include "wiki/countries.h"

#include <QHash>

#include <array>
#include <utility>

using namespace Qt::Literals;

namespace {

using Row = std::pair<int, const char *>; // Q-id, code

// clang-format off
constexpr auto Rows = std::to_array<Row>({
    {16, "CA"}, {17, "JP"}, {20, "NO"}, {27, "IE"}, {28, "HU"}, {29, "ES"}, {30, "US"}, {31, "BE"}, {32, "LU"},
    {33, "FI"}, {34, "SE"}, {35, "DK"}, {36, "PL"}, {37, "LT"}, {38, "IT"}, {39, "CH"}, {40, "AT"}, {41, "GR"},
    {43, "TR"}, {45, "PT"}, {55, "NL"}, {77, "UY"}, {79, "EG"}, {96, "MX"}, {114, "KE"}, {115, "ET"}, {117, "GH"},
    {142, "FR"}, {145, "GB"}, {148, "CN"}, {155, "BR"}, {159, "RU"}, {183, "DE"}, {184, "BY"}, {189, "IS"},
    {191, "EE"}, {211, "LV"}, {212, "UA"}, {213, "CZ"}, {214, "SK"}, {215, "SI"}, {217, "MD"}, {218, "RO"},
    {219, "BG"}, {221, "MK"}, {222, "AL"}, {224, "HR"}, {225, "BA"}, {227, "AZ"}, {229, "CY"}, {230, "GE"},
    {232, "KZ"}, {233, "MT"}, {236, "ME"}, {241, "CU"}, {252, "ID"}, {258, "ZA"}, {262, "DZ"}, {265, "UZ"},
    {298, "CL"}, {334, "SG"}, {399, "AM"}, {403, "RS"}, {408, "AU"}, {414, "AR"}, {419, "PE"}, {423, "KP"},
    {424, "KH"}, {664, "NZ"}, {668, "IN"}, {711, "MN"}, {717, "VE"}, {733, "PY"}, {736, "EC"}, {739, "CO"},
    {750, "BO"}, {766, "JM"}, {774, "GT"}, {786, "DO"}, {794, "IR"}, {796, "IQ"}, {800, "CR"}, {801, "IL"},
    {804, "PA"}, {810, "JO"}, {813, "KG"}, {817, "KW"}, {819, "LA"}, {822, "LB"}, {833, "MY"}, {836, "MM"},
    {837, "NP"}, {843, "PK"}, {846, "QA"}, {851, "SA"}, {854, "LK"}, {858, "SY"}, {865, "TW"}, {869, "TH"},
    {878, "AE"}, {881, "VN"}, {884, "KR"}, {889, "AF"}, {902, "BD"}, {917, "BT"}, {928, "PH"}, {948, "TN"},
    {965, "BF"}, {1008, "CI"}, {1009, "CM"}, {1028, "MA"}, {1033, "NG"}, {1041, "SN"}, {1183, "PR"}, {8646, "HK"},
    {219060, "PS"},
    {29999, "NL"}, {756617, "DK"}, // kingdoms of several countries
    {713750, "DE"}, {43287, "DE"}, {41304, "DE"}, {7318, "DE"}, {174193, "GB"}, {172579, "IT"}, {129286, "IN"},
    {15180, "SU"}, {36704, "YU"}, // withdrawn codes that galleries use
});
// clang-format on

QHash<QString, QString> table()
{
    QHash<QString, QString> codes;
    for (const auto &[id, code] : Rows)
        codes.insert(u'Q' + QString::number(id), QString::fromLatin1(code));
    return codes;
}

}

QString countries::isoOf(const QString &id)
{
    static const QHash<QString, QString> codes = table();
    return codes.value(id);
}
