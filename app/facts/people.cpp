#include "facts/people.h"

#include "facts/names.h"

#include <QSet>

using namespace Qt::Literals;

namespace {

/// Somebody's key, and the key of the page that the article links to where it has one.
QStringList keysOf(const QString &name, const people::Titles &titles)
{
    const QString key = names::key(name);
    const QString title = titles.value(key);
    return title.isEmpty() || title == key ? QStringList{key} : QStringList{key, title};
}

/// Entries of a list by their key; those of one name are not in it.
template<typename T>
class Directory
{
public:
    Directory(const QList<Fact<T>> &entries, auto &&nameOf)
    {
        for (const Fact<T> &entry : entries) {
            const QString key = names::key(nameOf(entry.value));
            m_entries.contains(key) ? void(m_double.insert(key)) : void(m_entries.insert(key, entry.value));
        }
    }

    std::optional<T> find(const QStringList &keys) const
    {
        for (const QString &key : keys) {
            if (m_entries.contains(key) && !m_double.contains(key))
                return m_entries.value(key);
        }
        return std::nullopt;
    }

private:
    QHash<QString, T> m_entries;
    QSet<QString> m_double;
};

void complete(Name &name, const Name &known)
{
    name.wikidataId = known.wikidataId;
    name.born = known.born;
    name.nationality = known.nationality;
    name.description = known.description;
}

void complete(CastMember &member, const CastMember &known)
{
    if (member.role.isEmpty())
        member.role = known.role;
    if (known.actor.wikidataId)
        complete(member.actor, known.actor);
}

QString actorName(const CastMember &member)
{
    return member.actor.name;
}

/// Who is the same: those of one name, and whoever's link leads to a page that is named as another of them.
class Identities
{
public:
    Identities(const QList<Fact<CastMember>> &cast, const people::Titles &titles)
        : m_titles(titles)
    {
        for (const Fact<CastMember> &member : cast)
            m_names.insert(names::key(member.value.actor.name));
    }

    QString of(const CastMember &member) const
    {
        const QString key = names::key(member.actor.name);
        const QString title = m_titles.value(key);
        return m_names.contains(title) ? title : key;
    }

private:
    const people::Titles &m_titles;
    QSet<QString> m_names;
};

}

people::Titles people::titles(const Article &article)
{
    Titles titles;
    const auto add = [&](const InfoboxLine &line, auto nameOf) {
        if (line.link.isEmpty())
            return;
        if (const QString name = nameOf(line); !name.isEmpty())
            titles.insert(names::key(name), names::key(line.link.section(u" ("_s, 0, 0)));
    };
    for (const InfoboxField &field : article.infobox) {
        for (const InfoboxLine &line : field.lines)
            add(line, [](const InfoboxLine &one) { return names::bare(one.text); });
    }
    for (const InfoboxLine &line : article.cast)
        add(line, [](const InfoboxLine &one) { return names::played(one).actor; });
    return titles;
}

void people::identify(QList<Fact<Name>> &names, const QList<Fact<Name>> &known, const Titles &titles)
{
    const Directory<Name> directory(known, [](const Name &name) { return name.name; });
    for (Fact<Name> &name : names) {
        if (name.value.wikidataId)
            continue;
        if (const auto found = directory.find(keysOf(name.value.name, titles)))
            complete(name.value, *found);
    }
}

QList<Fact<CastMember>> people::onceEach(const QList<Fact<CastMember>> &cast, const Titles &titles)
{
    const Identities identities(cast, titles);
    QHash<QString, qsizetype> places;
    QList<Fact<CastMember>> once;
    for (const Fact<CastMember> &member : cast) {
        const QString identity = identities.of(member.value);
        if (const auto place = places.constFind(identity); place != places.cend()) {
            complete(once[*place].value, member.value);
            continue;
        }
        places.insert(identity, once.size());
        once.append(member);
        once.last().value.billing = int(once.size());
    }
    return once;
}

QList<Fact<CastMember>> people::cast(const QList<Fact<CastMember>> &article, const QList<Fact<CastMember>> &gallery,
                                     const QList<Fact<CastMember>> &wikidata, const Titles &titles)
{
    const Directory<CastMember> known(wikidata, actorName);
    const Identities identities(article + gallery + wikidata, titles);
    QList<Fact<CastMember>> cast = onceEach(article + gallery, titles);
    QSet<QString> seen;
    for (Fact<CastMember> &member : cast) {
        seen.insert(identities.of(member.value));
        if (const auto found = known.find(keysOf(member.value.actor.name, titles)))
            complete(member.value, *found);
    }
    const bool alone = cast.isEmpty();
    for (Fact<CastMember> member : wikidata) {
        if (seen.contains(identities.of(member.value)))
            continue;
        if (!alone)
            member.value.billing.reset(); // it counts on its own
        cast.append(member);
    }
    return cast;
}
