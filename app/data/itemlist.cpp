#include "data/itemlist.h"

#include "data/itemjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestLine = qsizetype(4) * 1024 * 1024;
constexpr qsizetype MostErrors = 1000; ///< a file of nothing but errors must not fill the memory
constexpr QUuid Namespace{0x6f1c3a52, 0x8d0b, 0x4f6e, 0x9a, 0x37, 0x21, 0xc4, 0x5e, 0x8b, 0x70, 0xd9};

/// Puts items together and says where one was met before.
class Collector
{
public:
    void add(const QString &place, Result<Item> item)
    {
        if (!item)
            return note(place, item.error().message, item.error().detail);
        if (m_ids.contains(item->listId))
            return note(place, u"this movie_list_id was there before."_s, item->listId.toString(QUuid::WithoutBraces));
        if (m_keys.contains({item->source, item->key}))
            return note(place, u"this key was there before."_s, item->key);
        m_ids.insert(item->listId);
        m_keys.insert({item->source, item->key});
        m_reading.items.append(*std::move(item));
    }

    void note(const QString &place, const QString &message, const QString &detail = {})
    {
        if (m_reading.errors.size() == MostErrors)
            ++m_unsaid;
        else
            m_reading.errors.append({.kind = Error::Kind::Malformed,
                                     .message = place.isEmpty() ? message : place + u": "_s + message,
                                     .detail = detail});
    }

    itemlist::Reading take()
    {
        if (m_unsaid > 0)
            m_reading.errors.append(
                {.kind = Error::Kind::Malformed, .message = u"And %1 more that cannot be read."_s.arg(m_unsaid)});
        return std::move(m_reading);
    }

private:
    itemlist::Reading m_reading;
    qsizetype m_unsaid = 0;
    QSet<QUuid> m_ids;
    QSet<std::pair<QString, QString>> m_keys; // source and key
};

itemlist::Reading fromArray(const QByteArray &json)
{
    Collector collector;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        collector.note({}, u"The list is no JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    int number = 0;
    for (const auto entries = document.array(); const QJsonValue entry : entries) {
        const QString place = u"Entry %1"_s.arg(++number);
        if (entry.isObject())
            collector.add(place, itemjson::fromJson(entry.toObject()));
        else
            collector.note(place, u"this is no object."_s);
    }
    return collector.take();
}

itemlist::Reading fromLines(QByteArrayView lines)
{
    Collector collector;
    for (int number = 1; !lines.isEmpty(); ++number) {
        const qsizetype end = lines.indexOf('\n');
        const QByteArrayView line = (end < 0 ? lines : lines.first(end)).trimmed();
        lines = end < 0 ? QByteArrayView() : lines.sliced(end + 1);
        if (!line.isEmpty())
            collector.add(u"Line %1"_s.arg(number),
                          itemlist::fromLine(QByteArray::fromRawData(line.data(), line.size())));
    }
    return collector.take();
}

}

QByteArray itemlist::toLine(const Item &item)
{
    return QJsonDocument(itemjson::toJson(item)).toJson(QJsonDocument::Compact);
}

QByteArray itemlist::toJsonLines(const QList<Item> &items)
{
    QByteArray lines;
    for (const Item &item : items)
        lines += toLine(item) + '\n';
    return lines;
}

Result<Item> itemlist::fromLine(const QByteArray &line)
{
    const QString start = QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 200)));
    if (line.size() > LongestLine)
        return fail(Error::Kind::Malformed, u"this is longer than 4 MiB."_s, start);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Kind::Malformed, u"this is no JSON: %1."_s.arg(error.errorString()), start);
    if (!document.isObject())
        return fail(Error::Kind::Malformed, u"this is no object."_s, start);
    return itemjson::fromJson(document.object()).transform_error([&](Error problem) {
        problem.detail = start;
        return problem;
    });
}

itemlist::Reading itemlist::fromJsonLines(const QByteArray &lines)
{
    QByteArrayView text = QByteArrayView(lines).trimmed();
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3).trimmed();
    if (text.startsWith('['))
        return fromArray(QByteArray::fromRawData(text.data(), text.size()));
    // Trimming at the start would shift the numbers of the lines.
    return fromLines(lines.startsWith("\xEF\xBB\xBF") ? QByteArrayView(lines).sliced(3) : QByteArrayView(lines));
}

QUuid itemlist::listId(const QString &source, const QString &key)
{
    return QUuid::createUuidV5(Namespace, QString(source + u'|' + key).toUtf8());
}

QString itemlist::keyOf(const Item &item)
{
    if (item.imdbId)
        return *item.imdbId;
    if (item.url.host() == "www.justwatch.com"_L1)
        return item.url.path(QUrl::FullyDecoded);
    if (!item.url.host().isEmpty())
        return item.url.host() + item.url.path(QUrl::FullyDecoded);
    const QString title = item.title.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
    return title + u'|' + (item.year ? QString::number(*item.year) : QString());
}
