#include "facts/articlecast.h"

#include "facts/lists.h"
#include "facts/people.h"
#include "facts/source.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

using names::Played;

QList<Played> playedIn(const QList<InfoboxLine> &lines)
{
    QList<Played> all;
    for (const InfoboxLine &line : lines) {
        if (const Played played = names::played(line); !played.actor.isEmpty())
            all.append(played);
    }
    return all;
}

/// Some list the role first: "Elsa – Nora Aunor". The stars tell which it is.
void putActorsFirst(QList<Played> &section, const QList<Played> &stars)
{
    QSet<QString> keys;
    for (const Played &star : stars)
        keys.insert(names::key(star.actor));
    const auto isStar = [&](const QString &name) { return !name.isEmpty() && keys.contains(names::key(name)); };
    const auto right = std::ranges::count_if(section, isStar, &Played::actor);
    const auto wrong = std::ranges::count_if(section, isStar, &Played::role);
    if (wrong <= right)
        return;
    section.removeIf([](const Played &played) { return played.role.isEmpty(); });
    for (Played &played : section)
        std::swap(played.actor, played.role);
}

}

QList<Fact<CastMember>> cast::ofArticle(const Article &article, const people::Titles &titles)
{
    const QList<Played> stars = playedIn(article.infobox.value(u"starring"_s).lines);
    QList<Played> section = playedIn(article.cast);
    putActorsFirst(section, stars);

    QList<Fact<CastMember>> cast;
    const auto add = [&](const QList<Played> &list, const Source &source) {
        for (const Played &played : list)
            cast.append(factOf(CastMember{.actor = {.name = played.actor}, .role = played.role}, source));
    };
    add(stars, source::ofField(article, u"starring"_s));
    add(section, source::ofSection(article, u"Cast"_s));
    return people::onceEach(cast, titles);
}
