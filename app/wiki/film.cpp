#include "wiki/claims.h"
#include "wiki/classes.h"
#include "wiki/wikidata.h"

using namespace Qt::Literals;
using claims::linksOf;

namespace {

/// A class of the list, or one that its label tells.
std::optional<classes::Class> classOf(const QString &id, const Labels &labels)
{
    if (const auto known = classes::known(id))
        return known;
    const QString label = labels.value(id).name;
    if (const auto film = classes::isFilmByLabel(label))
        return classes::Class{.label = label, .film = *film};
    return std::nullopt;
}

}

std::optional<bool> wikidata::isFilm(const Entity &entity, const Labels &labels)
{
    std::optional<bool> film;
    for (const QString &id : linksOf(entity, u"P31"_s)) {
        if (const auto known = classOf(id, labels))
            film = film.value_or(false) || known->film;
    }
    return film;
}

QString wikidata::typeOf(const Entity &entity, const Labels &labels)
{
    const auto film = isFilm(entity, labels);
    const QStringList ids = linksOf(entity, u"P31"_s);
    for (const QString &id : ids) {
        if (const auto known = classOf(id, labels); known && known->film == film)
            return known->label;
    }
    return ids.isEmpty() ? QString() : labels.value(ids.first()).name;
}

QStringList wikidata::linkedIds(const Entity &entity)
{
    QStringList ids;
    for (const auto &property : {u"P57"_s, u"P58"_s, u"P272"_s, u"P750"_s, u"P449"_s, u"P161"_s, u"P725"_s, u"P136"_s,
                                 u"P495"_s, u"P364"_s, u"P407"_s, u"P1657"_s})
        ids += linksOf(entity, property);
    for (const auto &property : {u"P161"_s, u"P725"_s}) {
        for (const Statement &statement : entity.statements(property)) {
            for (const SnakValue &role : statement.qualifiers.value(u"P453"_s)) {
                if (const auto *link = std::get_if<ItemLink>(&role))
                    ids.append(link->id);
            }
        }
    }
    for (const QString &id : linksOf(entity, u"P31"_s)) {
        if (!classes::known(id))
            ids.append(id);
    }
    ids.sort();
    ids.removeDuplicates();
    return ids;
}
