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

Result<> SourceBook::find(Connection &connection)
{
    QList<QVariantList> rows;
    QHash<std::pair<QString, qint64>, Key> keys; // kind and url as text, and revision
    for (const Key &key : m_ids.keys()) {
        const QString url = key.url.toString(QUrl::FullyEncoded);
        const QString kind = enums::text(key.kind);
        keys.insert({kind + url, key.revision}, key);
        rows.append({kind, sql::text(key.url.fileName()), sql::text(url), key.revision, sql::time(m_times.value(key))});
    }
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
