#include "data/externalid.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

bool isNumber(QStringView digits, qsizetype least, qsizetype most)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return digits.size() >= least && digits.size() <= most && std::ranges::all_of(digits, isDigit);
}

bool isPositive(QStringView digits)
{
    return isNumber(digits, 1, 12) && digits.front() != u'0';
}

}

std::optional<QString> externalid::imdb(const QString &text)
{
    const bool fits = text.startsWith("tt"_L1) && isNumber(QStringView(text).sliced(2), 7, 8);
    return fits ? std::optional(text) : std::nullopt;
}

std::optional<QString> externalid::tmdb(const QString &text)
{
    return isPositive(text) ? std::optional(text) : std::nullopt;
}

std::optional<QString> externalid::wikidata(const QString &text)
{
    const bool fits = text.startsWith(u'Q') && isPositive(QStringView(text).sliced(1));
    return fits ? std::optional(text) : std::nullopt;
}
