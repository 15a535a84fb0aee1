#include "posters.h"

#include "store/database.h"
#include "store/library.h"

using namespace Qt::Literals;

namespace {

bool isSample(const Gallery &gallery)
{
    return gallery.source == "sample"_L1;
}

}

Posters::Posters(const Services &services, QObject *parent)
    : QObject(parent)
    , m_database(services.database)
    , m_pictures(services)
{
    connect(&m_pictures, &Pictures::arrived, this, &Posters::arrived);
}

/// The sample's films are the only ones in a database of their own. It has no gallery before its first crawl.
void Posters::learnGallery()
{
    if (std::exchange(m_isLearning, true))
        return;
    const auto read = [](Connection &connection) { return library::galleries(connection); };
    QCoro::connect(m_database.read(read), this, [this](const Result<QList<Gallery>> &galleries) {
        m_isLearning = false;
        const bool isAll = galleries && !galleries->isEmpty() && std::ranges::all_of(*galleries, isSample);
        m_gallery = isAll ? galleries->constFirst() : Gallery();
        ask();
    });
}

void Posters::wantChosen(const QUrl &url)
{
    m_chosen = url;
    ask();
}

void Posters::wantRows(const QList<QUrl> &urls)
{
    m_rows = urls;
    ask();
}

/// Once there is a poster to be had, its gallery is there as well.
void Posters::ask()
{
    QList<QUrl> wanted = QList{m_chosen} + m_rows;
    wanted.removeAll(QUrl());
    if (m_gallery)
        m_pictures.want(*m_gallery, wanted);
    else if (!wanted.isEmpty())
        learnGallery();
}
