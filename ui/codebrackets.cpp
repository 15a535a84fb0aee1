#include "codebrackets.h"

#include <QLatin1StringView>

using namespace Qt::Literals;
using codebrackets::Pair;

namespace {

constexpr qsizetype Farthest = 100'000; // characters: a key press may not wait for more
constexpr QLatin1StringView Opening("([{");
constexpr QLatin1StringView Closing(")]}");

bool isBracket(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && (Opening.contains(text[at]) || Closing.contains(text[at]));
}

std::optional<qsizetype> partner(QStringView text, qsizetype at)
{
    const bool forward = Opening.contains(text[at]);
    const QChar own = text[at];
    const QChar other = forward ? Closing[Opening.indexOf(own)] : Opening[Closing.indexOf(own)];
    const qsizetype step = forward ? 1 : -1;
    QChar quote;
    int depth = 0;
    for (qsizetype i = at; i >= 0 && i < text.size() && std::abs(i - at) < Farthest; i += step) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == own) {
            ++depth;
        } else if (c == other && --depth == 0) {
            return i;
        }
    }
    return std::nullopt;
}

}

std::optional<Pair> codebrackets::around(QStringView text, qsizetype place)
{
    for (const qsizetype at : {place - 1, place}) {
        if (!isBracket(text, at))
            continue;
        if (const auto other = partner(text, at))
            return Pair{at, *other};
    }
    return std::nullopt;
}
