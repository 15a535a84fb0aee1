#pragma once

#include "facts/source.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <initializer_list>

/// The gallery's answer about an item, read field by field.
struct Content
{
    const Item &item;
    QJsonObject json;

    explicit Content(const Item &of)
        : item(of)
        , json(QJsonDocument::fromJson(of.node)[QLatin1StringView("content")].toObject())
    {
    }

    Source source(const QString &field) const { return source::ofGallery(item, QStringLiteral("content.") + field); }
    QString text(QLatin1StringView field) const { return json[field].toString().trimmed(); }

    MaybeFact<QString> maybe(QLatin1StringView field) const
    {
        return text(field).isEmpty() ? MaybeFact<QString>() : factOf(text(field), source(QString(field)));
    }
};

/// What a gallery's answer lists about a title: https://apis.justwatch.com/graphql, MovieContent. Odd entries are left
/// out.
namespace gallerycontent {

QList<Fact<Name>> people(const Content &content, std::initializer_list<QLatin1StringView> roles);
QList<Fact<CastMember>> cast(const Content &content); ///< in the gallery's order, which is its billing
QList<Fact<QString>> genres(const Content &content);
QList<Fact<Rating>> ratings(const Content &content);
MaybeFact<QUrl> trailer(const Content &content); ///< the first of YouTube

}
