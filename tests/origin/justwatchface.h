#pragma once

#include "gallery.h"
#include "graphql.h"
#include "http.h"

#include <memory>

namespace origin {

/// Plays apis.justwatch.com and www.justwatch.com.
class JustWatchFace
{
public:
    explicit JustWatchFace(const World &world);
    ~JustWatchFace();
    Q_DISABLE_COPY_MOVE(JustWatchFace)

    HttpReply graphql(const HttpRequest &request); ///< POST /graphql
    HttpReply page(const HttpRequest &request); ///< /us/provider/…/movies, /us/movies, /us/movie/…
    void ignoreFilter(bool ignored) { m_unfiltered = ignored; } ///< answers with the whole country

private:
    struct Question;

    const Question &read(const QByteArray &query);
    HttpReply answer(const Question &question, const QJsonObject &variables);
    const QList<Index> &titles(QJsonObject filter, const QByteArray &sortBy);
    gallery::Selection selection(const graphql::Field &field, const QJsonObject &variables);
    HttpReply galleryPage(const HttpRequest &request, const QByteArrayList &words);

    const World &m_world;
    bool m_unfiltered = false;
    QHash<QByteArray, std::shared_ptr<const Question>> m_questions;
    QHash<QByteArray, QList<Index>> m_titles;
};

}
