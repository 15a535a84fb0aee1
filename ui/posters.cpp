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
    , m_pictures(services)
{
    connect(&m_pictures, &Pictures::arrived, this, &Posters::arrived);
    learnGallery(services.database);
}

/// The sample's films are the only ones in a database of their own.
void Posters::learnGallery(Database &database)
{
    const auto read = [](Connection &connection) { return library::galleries(connection); };
    QCoro::connect(database.read(read), this, [this](const Result<QList<Gallery>> &galleries) {
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

void Posters::ask()
{
    if (m_gallery)
        m_pictures.want(*m_gallery, QList{m_chosen} + m_rows);
}
