#include "wiki/claims.h"
#include "wiki/countries.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"

#include <cmath>

using namespace Qt::Literals;
using claims::linksOf;
using claims::valuesOf;

namespace {

QStringList namesOf(const Entity &entity, const QString &property, const Labels &labels)
{
    QStringList names;
    for (const QString &id : linksOf(entity, property)) {
        if (const QString name = labels.value(id).name; !name.isEmpty())
            names.append(name);
    }
    return names;
}

/// Minutes; nothing for a unit that is no time.
std::optional<int> minutesOf(const Quantity &duration)
{
    static const QHash<QString, double> minutes{
        {QString(), 1}, {u"Q7727"_s, 1}, {u"Q25235"_s, 60}, {u"Q11574"_s, 1.0 / 60}};
    const double value = duration.amount * minutes.value(duration.unit, 0);
    return value >= 1 && value < 10'000 ? std::optional(int(std::lround(value))) : std::nullopt;
}

QList<int> runtimesOf(const Entity &entity)
{
    QList<int> runtimes;
    for (const Quantity &duration : valuesOf<Quantity>(entity, u"P2047"_s)) {
        if (const auto minutes = minutesOf(duration); minutes && !runtimes.contains(*minutes))
            runtimes.append(*minutes);
    }
    return runtimes;
}

/// Of its publications, the earliest first, re-releases aside.
QList<int> yearsOf(const Entity &entity)
{
    constexpr int FirstRound = 2; ///< years from the first festival to the last country
    QList<int> years;
    for (const WikiTime &time : valuesOf<WikiTime>(entity, u"P577"_s)) {
        if (time.precision >= WikiTime::Precision::Year && !years.contains(time.year))
            years.append(time.year);
    }
    std::ranges::sort(years);
    years.removeIf([first = years.value(0)](int year) { return year > first + FirstRound; });
    return years;
}

QStringList countriesOf(const Entity &entity)
{
    QStringList codes;
    for (const QString &id : linksOf(entity, u"P495"_s)) {
        if (const QString code = countries::isoOf(id); !code.isEmpty())
            codes.append(code);
    }
    codes.removeDuplicates();
    return codes;
}

QStringList idsOf(const Entity &entity)
{
    QStringList ids;
    for (const auto &property : {u"P345"_s, u"P4947"_s}) {
        for (const QString &id : valuesOf<QString>(entity, property))
            ids.append(property + u':' + id);
    }
    return ids;
}

/// Other names: its aliases, the label where the article has another title, and its own title in its language.
QStringList aliasesOf(const Entity &entity, const QString &title)
{
    QStringList aliases = QStringList(entity.label) + entity.aliases + valuesOf<QString>(entity, u"P1476"_s);
    aliases.removeDuplicates();
    aliases.removeAll(title);
    aliases.removeAll(QString());
    return aliases;
}

}

Candidate wikidata::candidate(const Entity &entity, const Labels &labels)
{
    const QString title = entity.article.value_or(entity.label);
    const QList<int> years = yearsOf(entity);
    QStringList cast = namesOf(entity, u"P161"_s, labels) + namesOf(entity, u"P725"_s, labels);
    cast.removeDuplicates();
    return {.wikidataId = entity.id,
            .key = entity.article ? wikipedia::keyOf(*entity.article) : QString(),
            .title = title,
            .description = entity.description,
            .aliases = aliasesOf(entity, title),
            .year = years.isEmpty() ? std::nullopt : std::optional(years.first()),
            .laterYears = years.mid(1),
            .directors = namesOf(entity, u"P57"_s, labels),
            .cast = cast,
            .runtimes = runtimesOf(entity),
            .countries = countriesOf(entity),
            .ids = idsOf(entity),
            .film = isFilm(entity, labels),
            .type = typeOf(entity, labels)};
}
