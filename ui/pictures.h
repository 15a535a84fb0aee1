#pragma once

#include "data/match.h"
#include "data/result.h"
#include "jobs/services.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

#include <stop_token>

/// Small pictures of what is shown and will be shown next, one after another. What cannot be had is simply not there.
class Pictures : public QObject
{
    Q_OBJECT

public:
    explicit Pictures(Services services, QObject *parent = nullptr);
    ~Pictures() override;

    /// Poster and thumbnails of these titles, the first ones first.
    void want(const QList<Match> &matches);
    /// These, of titles of this gallery.
    void want(const Gallery &gallery, const QList<QUrl> &urls);
    QPixmap of(const std::optional<QUrl> &url) const; ///< null while it is not there

signals:
    void arrived(const QUrl &url);

private:
    struct Wanted
    {
        Gallery gallery;
        QUrl url;
    };
    void add(const Gallery &gallery, const QUrl &url);
    void askNext();
    void take(const QUrl &url, const QImage &image);

    Services m_services;
    QCache<QUrl, QPixmap> m_pictures;
    QSet<QUrl> m_missing; // not asked for again
    QList<Wanted> m_wanted;
    std::stop_source m_stop;
    QUrl m_asked; // on its way; empty where none is
};
