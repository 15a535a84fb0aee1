#include "store/sourcebook.h"

#include "store/enums.h"
#include "store/sql.h"

using namespace Qt::Literals;

SourceBook::Key SourceBook::keyOf(const Source &source)
{
    return {source.kind, source.url, source.revision.value_or(0)};
}

void SourceBook::want(const Source &source)
{
    const Key key = keyOf(source);
    m_ids.insert(key, 0);
    if (source.at.isValid())
        m_times.insert(key, source.at);
}

/// By kind and address, which an index knows; keys of a server's rows are not used up by asking.
Result<> SourceBook::look(Connection &connection)
{
    QMap<QString, QVariantList> urls;
    for (const Key &key : m_ids.keys())
        urls[enums::text(key.kind)].append(sql::text(key.url.toString(QUrl::FullyEncoded)));
    QList<std::pair<qint64, QDateTime>> newer;
    const auto read = [&](const Rows &row) {
        const Key key{enums::of<Source::Kind>(row.value(1).toString()), QUrl(row.value(2).toString()),
                      row.value(3).toLongLong()};
        const qint64 id = row.value(0).toLongLong();
        const auto known = m_ids.find(key);
        if (known == m_ids.end())
            return 0;
        *known = id;
        const QDateTime time = m_times.value(key);
        if (time.isValid() && time != sql::timeOf(row.value(4)))
            newer.append({id, time});
        return 0;
    };
    for (const auto &[kind, list] : urls.asKeyValueRange()) {
        const auto found = sql::where(connection,
                                      u"SELECT source_id, kind, url, revision, read_at FROM sources WHERE kind = ? "
                                      "AND url IN %1"_s,
                                      list, read, {kind});
        if (!found)
            return std::unexpected(found.error());
    }
    return sql::each(newer, [&](const auto &one) {
        return connection.run(u"UPDATE sources SET read_at = ? WHERE source_id = ?"_s,
                              {sql::time(one.second), one.first});
    });
}

Result<> SourceBook::find(Connection &connection)
{
    return look(connection).and_then([&] { return make(connection); });
}

Result<> SourceBook::make(Connection &connection)
{
    QList<QVariantList> rows;
    QHash<std::pair<QString, qint64>, Key> keys; // kind and url as text, and revision
    for (const auto &[key, id] : std::as_const(m_ids).asKeyValueRange()) {
        if (id)
            continue;
        const QString url = key.url.toString(QUrl::FullyEncoded);
        const QString kind = enums::text(key.kind);
        keys.insert({kind + url, key.revision}, key);
        rows.append({kind, sql::text(key.url.fileName()), sql::text(url), key.revision, sql::time(m_times.value(key))});
    }
    std::ranges::sort(rows, {}, [](const QVariantList &row) { return row[2].toString(); }); // not by chance
    const auto read = [&](const Rows &row) {
        const Key key = keys.value({row.value(1).toString() + row.value(2).toString(), row.value(3).toLongLong()});
        m_ids.insert(key, row.value(0).toLongLong());
        return 0;
    };
    return sql::insertAll(connection,
                          u"INSERT INTO sources (kind, name, url, revision, read_at) VALUES %1 "
                          "ON CONFLICT (kind, url, revision) DO UPDATE SET "
                          "read_at = COALESCE(excluded.read_at, sources.read_at) "
                          "RETURNING source_id, kind, url, revision"_s,
                          rows, read)
        .transform([](const QList<int> &) { });
}
