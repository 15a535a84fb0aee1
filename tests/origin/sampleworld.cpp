#include "worlds.h"

#include "claimreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals;

namespace origin::worlds {

namespace {

QByteArray text(const QJsonValue &value)
{
    return value.isString() ? value.toString().toUtf8() : QByteArray();
}

QByteArrayList texts(const QJsonValue &value)
{
    QByteArrayList list;
    for (const QJsonValue &element : value.toArray())
        list.append(text(element));
    return list;
}

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

class Sample
{
public:
    Sample(World &world, const QString &folder)
        : m_world(world)
        , m_folder(folder)
    {
    }

    QString read()
    {
        const QJsonObject labels = document(u"labels.json"_s).object();
        for (auto it = labels.begin(); it != labels.end(); ++it)
            addLabel(it.key(), it->toObject(), labels);
        for (const QJsonValue &film : document(u"films.json"_s).array())
            addFilm(film.toObject());
        for (const QJsonValue &page : document(u"pages.json"_s).array())
            addPage(page.toObject());
        return m_problem;
    }

private:
    QByteArray bytes(const QString &name)
    {
        QFile file(QDir(m_folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            m_problem = u"%1: %2"_s.arg(file.fileName(), file.errorString());
        return file.readAll();
    }

    QJsonDocument document(const QString &name)
    {
        QJsonParseError error;
        const QJsonDocument parsed = QJsonDocument::fromJson(bytes(name), &error);
        if (error.error != QJsonParseError::NoError && m_problem.isEmpty())
            m_problem = u"%1: %2 at byte %3"_s.arg(name, error.errorString()).arg(error.offset);
        return parsed;
    }

    /// Countries of labels are names: the item that bears the name is what the claim leads to.
    static qint32 itemNamed(const QJsonObject &labels, const QString &name)
    {
        for (auto it = labels.begin(); it != labels.end(); ++it)
            if (it->toObject()["label"_L1].toString() == name)
                return it.key().mid(1).toInt();
        return 0;
    }

    void addLabel(const QString &id, const QJsonObject &object, const QJsonObject &labels)
    {
        QList<Claim> claims;
        if (object.contains("born"_L1))
            claims.append({.property = 569, .value = Value::time(text(object["born"_L1]))});
        if (const qint32 country = itemNamed(labels, object["country"_L1].toString()); country > 0)
            claims.append({.property = object.contains("founded"_L1) ? 17 : 27, .value = Value::item(country)});
        if (object.contains("founded"_L1))
            claims.append({.property = 571, .value = Value::time(text(object["founded"_L1]))});
        for (Claim &claim : claims)
            if (claim.value.kind == Value::Kind::Time)
                claim.value.number = 9 + qint32(claim.value.text.count('-'));
        put({.qid = id.mid(1).toInt(),
             .label = text(object["label"_L1]),
             .description = text(object["description"_L1]),
             .mul = object["mul"_L1].toBool(),
             .claims = claims});
    }

    /// The sample's own words stand above those that every world has.
    void put(const Entity &entity) { m_world.entities[m_world.addEntity(entity)] = entity; }

    void addFilm(const QJsonObject &film)
    {
        const auto qid = qint32(film["entity"_L1]["id"_L1].toString().mid(1).toInt());
        Index page = -1;
        if (const QJsonObject article = film["article"_L1].toObject(); !article.isEmpty())
            page = addArticle(article, qid);
        if (qid > 0)
            addEntity(film["entity"_L1].toObject(), page);
        if (const QJsonObject node = film["gallery"_L1].toObject(); !node.isEmpty())
            addTitle(node, qid);
    }

    Index addArticle(const QJsonObject &article, qint32 qid)
    {
        return m_world.addPage({.id = article["page"_L1].toInt(),
                                .title = text(article["title"_L1]),
                                .redirects = texts(article["redirects"_L1]),
                                .description = text(article["description"_L1]),
                                .timestamp = text(article["timestamp"_L1]),
                                .revision = article["revision"_L1].toInteger(),
                                .text = bytes(u"articles/"_s + article["file"_L1].toString()),
                                .qid = qid,
                                .filmInfobox = true,
                                .popularity = 0.5});
    }

    void addEntity(const QJsonObject &object, Index page)
    {
        Entity entity{.qid = qint32(object["id"_L1].toString().mid(1).toInt()),
                      .label = text(object["label"_L1]),
                      .description = text(object["description"_L1]),
                      .aliases = texts(object["aliases"_L1]),
                      .mul = object["mul"_L1].toBool(),
                      .page = page};
        entity.claims = readClaims(object["claims"_L1].toObject());
        put(entity);
    }

    void addPage(const QJsonObject &object)
    {
        const auto qid = qint32(object["qid"_L1].toString().mid(1).toInt());
        const QByteArray content = text(object["text"_L1]);
        const Index page = object.contains("title"_L1)
            ? m_world.addPage({.id = object["page"_L1].toInt(),
                               .title = text(object["title"_L1]),
                               .redirects = texts(object["redirects"_L1]),
                               .description = text(object["description"_L1]),
                               .text = content,
                               .qid = qid,
                               .disambiguation = object["disambiguation"_L1].toBool(),
                               .filmInfobox = content.contains("{{Infobox film\n"),
                               .popularity = 0.6F})
            : -1;
        if (const QJsonObject entity = object["entity"_L1].toObject(); !entity.isEmpty())
            addEntity(entity, page);
    }

    void addTitle(const QJsonObject &node, qint32 qid)
    {
        Title title{.objectId = qint32(node["id"_L1].toString().mid(2).toInt()),
                    .show = node["id"_L1].toString().startsWith("ts"_L1),
                    .title = text(node["title"_L1]),
                    .originalTitle = text(node["originalTitle"_L1]),
                    .date = text(node["date"_L1]),
                    .path = text(node["path"_L1]),
                    .description = text(node["description"_L1]),
                    .age = text(node["age"_L1]),
                    .imdb = text(node["imdb"_L1]),
                    .tmdb = text(node["tmdb"_L1]),
                    .poster = text(node["poster"_L1]),
                    .year = node["year"_L1].toInt(),
                    .runtime = node["runtime"_L1].toInt(),
                    .qid = node["imdb"_L1].isString() ? qid : 0, // the gallery has all ids of a title, or none
                    .countries = texts(node["countries"_L1]),
                    .genres = texts(node["genres"_L1]),
                    .providers = m_world.addProvider({.shortName = "smp"})};
        if (title.originalTitle.isEmpty())
            title.originalTitle = title.title;
        addScores(title, node["scoring"_L1].toObject());
        addCredits(title, node["credits"_L1].toArray());
        m_world.titles.append(title);
    }

    static void addScores(Title &title, const QJsonObject &scoring)
    {
        title.imdbScore = number(scoring["imdbScore"_L1]);
        title.imdbVotes = number(scoring["imdbVotes"_L1]);
        title.tmdbScore = number(scoring["tmdbScore"_L1]);
        title.tmdbPopularity = number(scoring["tmdbPopularity"_L1]);
        if (scoring["tomatoMeter"_L1].isDouble())
            title.tomatoMeter = scoring["tomatoMeter"_L1].toInt();
    }

    void addCredits(Title &title, const QJsonArray &credits)
    {
        for (const QJsonValue &credit : credits) {
            const Index person = m_world.addPerson(text(credit["name"_L1]), qint32(credit["personId"_L1].toInt()), 0);
            const bool director = credit["role"_L1].toString() == "DIRECTOR"_L1;
            (director ? title.directors : title.cast)
                .append({person, m_world.addCharacter(text(credit["character"_L1]))});
        }
    }

    World &m_world;
    QString m_folder;
    QString m_problem;
};

}

QString addSample(World &world, const QString &folder)
{
    return Sample(world, folder).read();
}

}
