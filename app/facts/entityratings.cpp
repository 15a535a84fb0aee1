#include "facts/entityvalues.h"
#include "facts/lists.h"
#include "facts/source.h"
#include "facts/values.h"

#include <algorithm>

using namespace Qt::Literals;
using entityvalues::links;

namespace {

/// Who gave a score: https://www.wikidata.org/wiki/Property:P447.
QString critic(const Statement &statement)
{
    if (links(statement, u"P447"_s, u"Q105584"_s))
        return u"Rotten Tomatoes"_s;
    if (links(statement, u"P447"_s, u"Q150248"_s))
        return u"Metacritic"_s;
    return links(statement, u"P447"_s, u"Q37312"_s) ? u"IMDb"_s : QString();
}

std::optional<int> votesOf(const Statement &statement)
{
    for (const SnakValue &value : statement.qualifiers.value(u"P7887"_s)) {
        if (const auto *quantity = std::get_if<Quantity>(&value))
            return int(std::clamp(quantity->amount, 0.0, 2e9));
    }
    return std::nullopt;
}

}

QList<Fact<Rating>> entityvalues::ratings(const Entity &entity, const EntityNames &read, Movie &movie)
{
    const QString tomatoAverage = u"Q108403540"_s;
    QList<Statement> statements = entity.statements(u"P444"_s);
    std::ranges::stable_partition(statements,
                                  [&](const Statement &each) { return !links(each, u"P459"_s, tomatoAverage); });
    Once once;
    QList<Fact<Rating>> ratings;
    for (const Statement &statement : std::as_const(statements)) {
        const auto *text = std::get_if<QString>(&statement.value);
        const QString source = critic(statement);
        if (!text || source.isEmpty())
            continue;
        const auto score = values::score(*text);
        if (!score)
            movie.unread.append({.column = u"rating"_s, .text = *text, .source = read.source(u"P444"_s)});
        else if (once.isNew(source))
            ratings.append(
                factOf(Rating{.source = source, .score = *score, .original = *text, .votes = votesOf(statement)},
                       read.source(u"P444"_s)));
    }
    return ratings;
}
