#pragma once

#include "sparql.h"
#include "world.h"

namespace origin::sparql {

/// The World as a graph of triples, as the query service of Wikidata sees it.
class Graph
{
public:
    explicit Graph(const World &world)
        : m_world(world)
    {
    }

    /// Whether a triple can be looked up with what is bound: its subject, or an object that leads back.
    static bool canFollow(const Triple &triple);
    QList<Term> objects(const Term &subject, const QByteArray &predicate) const;
    QList<Term> subjects(const QByteArray &predicate, const Term &object) const;

private:
    QList<Term> ofItem(const Entity &entity, const QByteArray &predicate) const;
    QList<Term> ofStatement(const QByteArray &node, const QByteArray &predicate) const;
    QList<Term> ofArticle(const QByteArray &address, const QByteArray &predicate) const;
    QList<Term> named(const QByteArray &predicate, const Term &name) const;
    const Entity *item(const Term &term) const;

    const World &m_world;
};

}
