#include "graph.h"

#include "searchindex.h"

#include <QUrl>

namespace origin::sparql {

namespace {

constexpr QByteArrayView ItemAddress = "http://www.wikidata.org/entity/Q";
constexpr QByteArrayView Direct = "http://www.wikidata.org/prop/direct/P";
constexpr QByteArrayView Full = "http://www.wikidata.org/prop/P";
constexpr QByteArrayView FullValue = "http://www.wikidata.org/prop/statement/value/P";
constexpr QByteArrayView ArticleAddress = "https://en.wikipedia.org/wiki/";
constexpr QByteArrayView StatementAddress = "statement/"; // statement/QID/PROPERTY/NUMBER, of ours
constexpr QByteArrayView About = "http://schema.org/about";
constexpr QByteArrayView Title = "http://www.wikidata.org/prop/direct/P1476";
constexpr QByteArrayView SameAs = "http://www.w3.org/2002/07/owl#sameAs";

Term itemTerm(qint32 qid)
{
    return Term::iri(ItemAddress.toByteArray() + QByteArray::number(qid));
}

qint32 qidOf(const Term &term)
{
    return term.text.startsWith(ItemAddress) ? term.text.sliced(ItemAddress.size()).toInt() : 0;
}

Term articleTerm(const Page &page)
{
    return Term::iri(ArticleAddress.toByteArray()
                     + QByteArray(page.title).replace(' ', '_').toPercentEncoding("(),:!'_"));
}

/// Day and month that are not known are the first, as the query service has them.
Term time(const Value &value)
{
    QByteArray date = value.text;
    while (date.count('-') < 2)
        date += "-01";
    return Term::literal(date + "T00:00:00Z", nullptr, "dateTime");
}

Term term(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Item:
        return itemTerm(value.number);
    case Value::Kind::Time:
        return time(value);
    case Value::Kind::Amount:
        return Term::literal(value.text, nullptr, "decimal");
    case Value::Kind::Monolingual:
        return Term::literal(value.text, "en");
    case Value::Kind::Text:
        break;
    }
    return Term::literal(value.text);
}

bool isName(const QByteArray &predicate)
{
    return predicate.endsWith("#label") || predicate.endsWith("#altLabel") || predicate == Title;
}

QList<Term> one(Term term)
{
    return {std::move(term)};
}

QList<Term> terms(const QByteArrayList &names)
{
    QList<Term> terms;
    for (const QByteArray &name : names)
        terms.append(Term::literal(name, "en"));
    return terms;
}

}

bool Graph::canFollow(const Triple &triple)
{
    const QByteArray &predicate = triple.predicate.text;
    const bool leadsBack
        = predicate.startsWith(Direct) || predicate == About || predicate == SameAs || isName(predicate);
    return triple.predicate.isBound() && (triple.subject.isBound() || (triple.object.isBound() && leadsBack));
}

const Entity *Graph::item(const Term &term) const
{
    return m_world.entity(qidOf(term));
}

QList<Term> Graph::objects(const Term &subject, const QByteArray &predicate) const
{
    if (subject.text.startsWith(StatementAddress))
        return ofStatement(subject.text, predicate);
    if (subject.text.startsWith(ArticleAddress))
        return ofArticle(subject.text, predicate);
    if (predicate == SameAs)
        return m_world.itemRedirects.contains(qidOf(subject)) ? one(itemTerm(m_world.itemRedirects[qidOf(subject)]))
                                                              : QList<Term>();
    const Entity *entity = item(subject);
    return entity ? ofItem(*entity, predicate) : QList<Term>();
}

QList<Term> Graph::ofItem(const Entity &entity, const QByteArray &predicate) const
{
    if (predicate.endsWith("#label"))
        return entity.label.isEmpty() ? QList<Term>() : one(Term::literal(entity.label, entity.mul ? "mul" : "en"));
    if (predicate.endsWith("#altLabel"))
        return terms(entity.aliases);
    if (predicate == "http://schema.org/description")
        return entity.description.isEmpty() ? QList<Term>() : one(Term::literal(entity.description, "en"));
    if (predicate.endsWith("#sitelinks"))
        return one(Term::literal(entity.page >= 0 ? "1" : "0", nullptr, "integer"));
    const bool direct = predicate.startsWith(Direct);
    if (!direct && !predicate.startsWith(Full))
        return {};
    const int property = predicate.sliced((direct ? Direct : Full).size()).toInt();
    const QByteArray node
        = StatementAddress + QByteArray::number(entity.qid) + '/' + QByteArray::number(property) + '/';
    QList<Term> found;
    for (const Claim &claim : m_world.claims(entity))
        if (claim.property == property)
            found.append(direct ? term(claim.value) : Term::iri(node + QByteArray::number(found.size())));
    return found;
}

/// A statement and its value are one node here: their predicates do not overlap.
QList<Term> Graph::ofStatement(const QByteArray &node, const QByteArray &predicate) const
{
    if (predicate == "a")
        return one(Term::iri("http://wikiba.se/ontology#BestRank"));
    if (predicate.startsWith(FullValue))
        return one(Term::iri(node));
    const QByteArrayList parts = node.split('/');
    QList<Value> values;
    if (const Entity *entity = m_world.entity(parts[1].toInt()))
        for (const Claim &claim : m_world.claims(*entity))
            if (claim.property == parts[2].toInt())
                values.append(claim.value);
    const Value value = values.value(parts[3].toInt());
    if (predicate.endsWith("#timePrecision"))
        return one(Term::literal(QByteArray::number(value.number), nullptr, "integer"));
    return predicate.endsWith("#timeValue") ? one(time(value)) : QList<Term>();
}

QList<Term> Graph::ofArticle(const QByteArray &address, const QByteArray &predicate) const
{
    const QByteArray key = QByteArray::fromPercentEncoding(address.sliced(ArticleAddress.size()));
    const Index place = m_world.pageOf(QByteArray(key).replace('_', ' '));
    if (place < 0)
        return {};
    if (predicate.endsWith("/name"))
        return one(Term::literal(m_world.pages[place].title, "en"));
    if (predicate.endsWith("/isPartOf"))
        return one(Term::iri("https://en.wikipedia.org/"));
    return predicate == About ? one(itemTerm(m_world.pages[place].qid)) : QList<Term>();
}

/// Items of exactly this name in this language.
QList<Term> Graph::named(const QByteArray &predicate, const Term &name) const
{
    QList<Term> found;
    for (const Index place : m_world.index().itemsNamed(name.text)) {
        const Entity &entity = m_world.entities[place];
        if (ofItem(entity, predicate).contains(name))
            found.append(itemTerm(entity.qid));
    }
    return found;
}

QList<Term> Graph::subjects(const QByteArray &predicate, const Term &object) const
{
    QList<Term> found;
    if (predicate == About) {
        if (const Entity *entity = item(object); entity && entity->page >= 0)
            found.append(articleTerm(m_world.pages[entity->page]));
    } else if (predicate == SameAs) {
        for (const auto &[from, to] : m_world.itemRedirects.asKeyValueRange())
            if (to == qidOf(object))
                found.append(itemTerm(from));
    } else if (isName(predicate)) {
        found = named(predicate, object);
    } else {
        for (const qint32 qid : m_world.withExternalId(predicate.sliced(Direct.size()).toInt(), object.text))
            found.append(itemTerm(qid));
    }
    return found;
}

}
