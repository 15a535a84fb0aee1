#include "facts/entitynames.h"

#include "facts/lists.h"
#include "facts/source.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

std::optional<int> ordinalOf(const Statement &statement)
{
    for (const SnakValue &value : statement.qualifiers.value(u"P1545"_s)) {
        if (const auto *text = std::get_if<QString>(&value); text && text->toInt() > 0)
            return text->toInt();
    }
    return std::nullopt;
}

void keep(Movie &movie, const QString &column, const SnakValue &value, const Source &source)
{
    if (const auto *link = std::get_if<ItemLink>(&value))
        movie.unread.append({.column = column, .text = link->id, .source = source});
}

}

EntityNames::EntityNames(const Entity &entity, const Labels &labels, QDateTime at)
    : m_entity(entity)
    , m_labels(labels)
    , m_page(source::pageOf(entity))
    , m_at(std::move(at))
{
}

Source EntityNames::source(const QString &property) const
{
    return source::ofProperty(m_page, property, m_at);
}

std::optional<Name> EntityNames::nameOf(const SnakValue &value) const
{
    const auto *link = std::get_if<ItemLink>(&value);
    const Label label = link ? m_labels.value(link->id) : Label();
    if (label.name.trimmed().isEmpty())
        return std::nullopt;
    return Name{.name = label.name.simplified(),
                .wikidataId = link->id,
                .born = label.born ? label.born : label.founded,
                .nationality = label.nationality,
                .description = label.description};
}

QStringList EntityNames::linked(const QString &property, const QString &column, Movie &movie) const
{
    QStringList found;
    for (const Statement &statement : m_entity.statements(property)) {
        if (const auto name = nameOf(statement.value))
            found.append(name->name);
        else
            keep(movie, column, statement.value, source(property));
    }
    found.removeDuplicates();
    return found;
}

QList<Fact<Name>> EntityNames::names(const QString &property, const QString &column, Movie &movie) const
{
    QList<Fact<Name>> found;
    QSet<QString> ids; // two people of one name stay two
    const Source from = source(property);
    for (const Statement &statement : m_entity.statements(property)) {
        const auto name = nameOf(statement.value);
        const QString id = name ? name->wikidataId.value_or(QString()) : QString();
        if (!name)
            keep(movie, column, statement.value, from);
        else if (!ids.contains(id))
            found.append(factOf(*name, from));
        if (name)
            ids.insert(id);
    }
    return found;
}

QString EntityNames::roleOf(const Statement &statement) const
{
    QStringList roles;
    for (const auto &property : {u"P453"_s, u"P4633"_s}) {
        for (const SnakValue &value : statement.qualifiers.value(property)) {
            if (const auto *text = std::get_if<QString>(&value))
                roles.append(text->simplified());
            else if (const auto name = nameOf(value))
                roles.append(name->name);
        }
        if (!roles.isEmpty())
            break;
    }
    roles.removeDuplicates();
    return roles.join(", "_L1);
}

QList<Fact<CastMember>> EntityNames::cast(Movie &movie) const
{
    QList<Fact<CastMember>> cast;
    QSet<QString> ids;
    for (const auto &property : {u"P161"_s, u"P725"_s}) {
        const Source from = source(property);
        for (const Statement &statement : m_entity.statements(property)) {
            const auto name = nameOf(statement.value);
            if (!name)
                keep(movie, u"cast"_s, statement.value, from);
            const QString id = name ? name->wikidataId.value_or(QString()) : QString();
            if (!name || ids.contains(id))
                continue;
            ids.insert(id);
            cast.append(
                factOf(CastMember{.actor = *name, .role = roleOf(statement), .billing = ordinalOf(statement)}, from));
        }
    }
    std::ranges::stable_sort(cast, {}, [](const auto &member) { return member.value.billing.value_or(INT_MAX); });
    return cast;
}
