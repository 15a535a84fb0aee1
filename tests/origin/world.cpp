#include "world.h"

#include "articletext.h"
#include "filmclaims.h"
#include "searchindex.h"
#include "vocabulary.h"

namespace origin {

namespace {

QByteArray externalKey(int property, const QByteArray &id)
{
    return QByteArray::number(property) + ':' + id.toLower();
}

}

World::World()
    : providers(vocabulary::providers())
{
    for (const auto &[qid, label] : vocabulary::names())
        addEntity({.qid = qid, .label = label});
}

World::~World() = default;

Index World::addEntity(Entity entity)
{
    if (const auto known = m_entities.constFind(entity.qid); known != m_entities.cend())
        return *known;
    for (const Claim &claim : std::as_const(entity.claims))
        if (claim.value.kind == Value::Kind::Text)
            addExternalId(claim.property, claim.value.text, entity.qid);
    m_entities.insert(entity.qid, Index(entities.size()));
    entities.append(std::move(entity));
    return Index(entities.size() - 1);
}

Index World::addPage(Page page)
{
    if (m_pages.contains(page.title) || m_redirects.contains(page.title))
        return -1;
    const auto place = Index(pages.size());
    if (page.id == 0)
        page.id = 500'000'000 + place;
    if (page.revision == 0)
        page.revision = 1'200'000'000 + place;
    m_pages.insert(page.title, place);
    m_pageIds.insert(page.id, place);
    for (const QByteArray &redirect : std::as_const(page.redirects))
        if (!m_pages.contains(redirect))
            m_redirects.insert(redirect, place);
    pages.append(std::move(page));
    return place;
}

Index World::addPerson(QByteArray name, qint32 justwatchId, qint32 qid)
{
    if (const auto known = m_people.constFind(justwatchId); known != m_people.cend())
        return *known;
    m_people.insert(justwatchId, Index(people.size()));
    people.append({.name = std::move(name), .justwatchId = justwatchId, .qid = qid});
    return Index(people.size() - 1);
}

Index World::addCharacter(const QByteArray &name)
{
    if (name.isEmpty())
        return -1;
    const auto known = m_characters.constFind(name);
    if (known != m_characters.cend())
        return *known;
    m_characters.insert(name, Index(characters.size()));
    characters.append(name);
    return Index(characters.size() - 1);
}

Index World::addFilm(Film film, Entity entity, std::optional<Page> page)
{
    const auto place = Index(films.size());
    entity.film = place;
    if (page) {
        page->film = place;
        page->qid = entity.qid;
        page->filmInfobox = true;
        entity.page = addPage(*std::move(page));
    }
    addExternalId(345, film.imdb, entity.qid);
    addExternalId(4947, film.tmdb, entity.qid);
    addEntity(std::move(entity));
    films.append(std::move(film));
    return place;
}

quint64 World::addProvider(const Provider &provider)
{
    const auto known = std::ranges::find(providers, provider.shortName, &Provider::shortName);
    const qsizetype place = known - providers.begin();
    if (known == providers.end())
        providers.append(provider);
    return quint64(1) << (place % 64);
}

void World::addExternalId(int property, const QByteArray &id, qint32 qid)
{
    if (!id.isEmpty())
        m_externalIds.insert(externalKey(property, id), qid);
}

const Entity *World::entity(qint32 qid) const
{
    const auto found = m_entities.constFind(qid);
    return found == m_entities.cend() ? nullptr : &entities[*found];
}

Index World::pageOf(const QByteArray &title) const
{
    return m_pages.value(title, -1);
}

Index World::redirectOf(const QByteArray &title) const
{
    return m_redirects.value(title, -1);
}

Index World::pageById(qint32 id) const
{
    return m_pageIds.value(id, -1);
}

QList<qint32> World::withExternalId(int property, const QByteArray &id) const
{
    return m_externalIds.values(externalKey(property, id));
}

const SearchIndex &World::index() const
{
    std::call_once(m_indexBuilt, [this] { m_index = std::make_unique<SearchIndex>(*this); });
    return *m_index;
}

QList<Claim> World::claims(const Entity &entity) const
{
    return entity.film < 0 ? entity.claims : filmClaims(*this, films[entity.film]);
}

QByteArray World::text(const Page &page) const
{
    return page.film < 0 || !page.text.isEmpty() ? page.text : articletext::compose(*this, page);
}

QByteArray World::label(qint32 qid) const
{
    const Entity *found = entity(qid);
    return found ? found->label : QByteArray();
}

}
