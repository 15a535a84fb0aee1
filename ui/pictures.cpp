#include "pictures.h"

#include "jobs/pictures.h"

#include <QBuffer>
#include <QCoroFuture>
#include <QImageReader>
#include <QtConcurrentRun>

using namespace Qt::Literals;

namespace {

constexpr qsizetype FirstCandidates = 4; // of a title
constexpr int MostKept = 300;
constexpr int Side = 320; // pixels that are kept
constexpr int Largest = 4000; // pixels of a picture that is read at all

QImage decoded(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > Largest || size.height() > Largest)
        return {};
    reader.setScaledSize(size.scaled(Side, Side, Qt::KeepAspectRatio));
    return reader.read();
}

QCoro::Task<QImage> fetchImage(Services services, Gallery gallery, QUrl url, std::stop_token stop)
{
    const auto bytes = co_await pictures::fetch(services, gallery, url, stop);
    if (!bytes)
        co_return QImage();
    co_return co_await QtConcurrent::run(decoded, *bytes);
}

}

Pictures::Pictures(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_pictures(MostKept)
{
}

Pictures::~Pictures()
{
    m_stop.request_stop();
}

void Pictures::want(const QList<Match> &matches)
{
    m_wanted.clear();
    for (const Match &match : matches) {
        add(match.item.gallery, match.item.posterUrl.value_or(QUrl()));
        for (const Candidate &candidate : match.candidates.first(std::min(match.candidates.size(), FirstCandidates)))
            add(match.item.gallery, candidate.thumbnail.value_or(QUrl()));
    }
    askNext();
}

void Pictures::want(const Gallery &gallery, const QList<QUrl> &urls)
{
    m_wanted.clear();
    for (const QUrl &url : urls)
        add(gallery, url);
    askNext();
}

void Pictures::add(const Gallery &gallery, const QUrl &url)
{
    const bool isKnown = m_pictures.contains(url) || m_missing.contains(url) || m_asked == url;
    if (url.scheme().startsWith("http"_L1) && !isKnown)
        m_wanted.append({.gallery = gallery, .url = url});
}

void Pictures::askNext()
{
    if (!m_asked.isEmpty() || m_wanted.isEmpty())
        return;
    const auto [gallery, url] = m_wanted.takeFirst();
    m_asked = url;
    QCoro::connect(fetchImage(m_services, gallery, url, m_stop.get_token()), this,
                   [this](const QImage &image) { take(std::exchange(m_asked, QUrl()), image); });
}

void Pictures::take(const QUrl &url, const QImage &image)
{
    if (image.isNull())
        m_missing.insert(url);
    else
        m_pictures.insert(url, new QPixmap(QPixmap::fromImage(image)));
    emit arrived(url);
    askNext();
}

QPixmap Pictures::of(const std::optional<QUrl> &url) const
{
    const QPixmap *picture = url ? m_pictures.object(*url) : nullptr;
    return picture ? *picture : QPixmap();
}
