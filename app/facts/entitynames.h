#pragma once

#include "data/entity.h"
#include "data/movie.h"

#include <QDateTime>

/// What a film's Wikidata item links to, by name. A link whose item is not known is kept as unread, never as its id.
class EntityNames
{
public:
    EntityNames(const Entity &entity, const Labels &labels, QDateTime at);

    Source source(const QString &property) const;
    QStringList linked(const QString &property, const QString &column, Movie &movie) const;
    QList<Fact<Name>> names(const QString &property, const QString &column, Movie &movie) const;
    QList<Fact<CastMember>> cast(Movie &movie) const; ///< billing only where Wikidata numbers its cast

private:
    std::optional<Name> nameOf(const SnakValue &value) const;
    QString roleOf(const Statement &statement) const;

    const Entity &m_entity;
    const Labels &m_labels;
    QUrl m_page;
    QDateTime m_at;
};
