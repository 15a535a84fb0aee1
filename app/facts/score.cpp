#include "facts/values.h"

#include <QRegularExpression>

using namespace Qt::Literals;

std::optional<double> values::score(QStringView text)
{
    static const QRegularExpression pattern(
        u"^\\s*(\\d{1,3}(?:[.,]\\d{1,3})?)\\s*(?:(%)|(?:/|out of)\\s*(\\d{1,3}))(?:\\s*stars?)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(withoutMarks(text));
    if (!match.hasMatch())
        return std::nullopt;
    const double points = match.captured(1).replace(u',', u'.').toDouble();
    const double scale = match.hasCaptured(2) ? 100 : match.captured(3).toDouble();
    return scale > 0 && points <= scale ? std::optional(points / scale * 10) : std::nullopt;
}
