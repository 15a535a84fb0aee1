#pragma once

#include "data/ids.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <optional>

/// Where titles come from: what one provider shows in one country, or a file of titles.
struct Gallery
{
    GalleryId id;
    QString source; ///< "justwatch", "html", "file" or "sample"
    QString country; ///< ISO 3166-1 alpha-2 ("US"), empty for a file
    QString provider; ///< the provider's short name ("mxx"), or the file's path
    QString name; ///< for people: "HBO Max (United States)"
    QUrl url; ///< the address as a person would open it
    QJsonObject filter; ///< further filters of the address, as JustWatch's TitleFilter names them

    bool operator==(const Gallery &) const = default;
};

/// A streaming provider of one country, as JustWatch's `packages` lists it.
struct Provider
{
    qint64 packageId = 0;
    QString shortName; ///< the code of the API ("mxx"): changes with rebrands, never to be kept in code
    QString technicalName; ///< "max"
    QString clearName; ///< "HBO Max"
    QString slug; ///< the word in the page's address ("hbo-max")
    QUrl icon;

    bool operator==(const Provider &) const = default;
};
