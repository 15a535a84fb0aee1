#pragma once

#include "pictures.h"

/// The posters of the films that are seen, by their addresses: the chosen one's first, then those of the grid's rows.
/// Those of the sample come with it, or not at all.
class Posters : public QObject
{
    Q_OBJECT

public:
    explicit Posters(const Services &services, QObject *parent = nullptr);

    void wantChosen(const QUrl &url);
    /// Instead of those that were wanted before.
    void wantRows(const QList<QUrl> &urls);
    QPixmap of(const QUrl &url) const { return m_pictures.of(url); } ///< null while it is not there

signals:
    void arrived(const QUrl &url);

private:
    void ask();
    void learnGallery();

    Database &m_database;
    Pictures m_pictures;
    std::optional<Gallery> m_gallery; // none until it is known
    bool m_isLearning = false;
    QUrl m_chosen;
    QList<QUrl> m_rows;
};
