#include "gallery/file.h"

#include "data/itemlist.h"
#include "gallery/htmlpage.h"
#include "gallery/justwatch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Glance = 1000; ///< bytes that tell a text from something else

/// Spreadsheets save "Unicode text" as UTF-16.
QByteArray asUtf8(const QByteArray &bytes)
{
    const auto encoding = QStringDecoder::encodingForData(bytes);
    if (!encoding || *encoding == QStringDecoder::Utf8)
        return bytes;
    return QString(QStringDecoder(*encoding)(bytes)).toUtf8();
}

/// A saved answer of the API is one object with `data`; the first object of an item list is not the file's only one.
bool isAnswer(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object().contains("data"_L1);
}

gallery::Page fromList(const QByteArray &bytes, const Gallery &gallery)
{
    auto reading = itemlist::fromJsonLines(bytes);
    for (Item &item : reading.items)
        if (item.gallery.source.isEmpty())
            item.gallery = gallery;
    return {.items = std::move(reading.items), .errors = std::move(reading.errors)};
}

Result<gallery::Page> parsed(const QByteArray &bytes, const Gallery &gallery)
{
    QByteArrayView text = QByteArrayView(bytes).trimmed();
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3).trimmed();
    if (text.first(std::min(Glance, text.size())).contains('\0'))
        return fail(Error::Kind::Malformed,
                    u"This file is no list of titles: it should be an item list, CSV or a saved gallery page."_s);
    if (text.startsWith('<'))
        return htmlpage::parse(bytes, gallery.url, gallery);
    const QByteArray whole = QByteArray::fromRawData(text.data(), text.size());
    if (text.startsWith('{') && isAnswer(whole))
        return justwatch::parse(whole, gallery);
    if (text.startsWith('{') || text.startsWith('['))
        return fromList(bytes, gallery);
    return galleryfile::parseCsv(bytes, gallery);
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(Error::Kind::Missing, u"There is no file “%1”."_s.arg(path), path);
    if (QFileInfo(path).isDir())
        return fail(Error::Kind::Invalid, u"“%1” is a folder, not a file."_s.arg(path), path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Storage, u"The file cannot be read: %1."_s.arg(file.errorString()), path);
    if (file.size() > galleryfile::MaxBytes)
        return fail(Error::Kind::Malformed, u"The file is larger than 512 MiB."_s, path);
    QByteArray bytes = file.read(galleryfile::MaxBytes);
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Kind::Storage, u"The file cannot be read: %1."_s.arg(file.errorString()), path);
    return bytes;
}

}

Gallery galleryfile::galleryOf(const QString &path)
{
    const QFileInfo file(path);
    return {.source = u"file"_s,
            .provider = file.absoluteFilePath(),
            .name = file.fileName(),
            .url = QUrl::fromLocalFile(file.absoluteFilePath())};
}

Result<gallery::Page> galleryfile::parse(const QByteArray &bytes, const Gallery &gallery)
{
    auto page = parsed(asUtf8(bytes), gallery);
    if (!page)
        return page;
    page->cursor.clear(); // a file is all there is
    if (!page->items.isEmpty())
        return page;
    const QString first = page->errors.isEmpty() ? QString() : u' ' + page->errors.first().message;
    return fail(Error::Kind::Malformed, u"The file lists no movies."_s + first, gallery.provider);
}

Result<gallery::Page> galleryfile::read(const QString &path)
{
    return bytesOf(path).and_then([&](const QByteArray &bytes) { return parse(bytes, galleryOf(path)); });
}
