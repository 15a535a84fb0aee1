#include "store/enums.h"
#include "store/facets.h"
#include "store/reviewsql.h"
#include "store/sql.h"

using namespace Qt::Literals;
using namespace reviewing;

namespace {

/// Titles of each band, as sums: so that the index gives the groups in their order, and nothing is sorted.
QString bandSums()
{
    QStringList sums{u"SUM(CASE WHEN i.score IS NULL THEN 1 ELSE 0 END)"_s};
    for (int band = 1; band < BandCount; ++band) {
        const QString from = QString::number(leastOf(Band(band)));
        const QString below = band + 1 < BandCount ? u" AND i.score < %1"_s.arg(leastOf(Band(band + 1))) : QString();
        sums.append(u"SUM(CASE WHEN i.score >= %1%2 THEN 1 ELSE 0 END)"_s.arg(from, below));
    }
    return sums.join(u", ");
}

/// A group of rows as cells, one a band.
QList<facets::Cell> cellsOf(const Rows &row)
{
    QList<facets::Cell> cells;
    for (int band = 0; band < BandCount; ++band) {
        const int titles = row.value(4 + band).toInt();
        if (titles == 0)
            continue;
        cells.append({.verdict = enums::of<Verdict>(row.value(0).toString()),
                      .band = Band(band),
                      .reason = row.value(1).toString(),
                      .who = row.value(2).toString(),
                      .day = sql::dateOf(row.value(3)).value_or(QDate()),
                      .gallery = {row.value(4 + BandCount).toLongLong()},
                      .titles = titles});
    }
    return cells;
}

enum class Galleries { Together, Apart };

Result<QList<facets::Cell>> cells(Connection &connection, const QString &words, Galleries galleries)
{
    reviewsql::Condition condition;
    const bool apart = galleries == Galleries::Apart;
    if (apart)
        condition.join = u"JOIN gallery_items w ON w.item_id = i.item_id AND NOT w.gone "_s;
    condition.terms.append(u"i.verdict <> ?"_s);
    condition.values.append(u"open"_s);
    reviewsql::addWords(condition, connection, words);
    const QString gallery = apart ? u"w.gallery_id"_s : u"0"_s;
    const QString by = u"i.verdict, i.reason, i.who, i.decided_on"_s;
    return connection
        .all(u"SELECT %1, %2, %3 FROM items i %4GROUP BY %1"_s.arg(by, bandSums(), gallery, condition.sql())
                 + (apart ? u", w.gallery_id"_s : QString()),
             condition.values, cellsOf)
        .transform([](const QList<QList<facets::Cell>> &groups) {
            QList<facets::Cell> all;
            for (const auto &group : groups)
                all += group;
            return all;
        });
}

Result<QMap<GalleryId, QString>> galleryNames(Connection &connection)
{
    QMap<GalleryId, QString> names;
    const auto read = [&](const Rows &row) {
        names.insert({row.value(0).toLongLong()}, row.value(1).toString());
        return 0;
    };
    return connection.all(u"SELECT gallery_id, name FROM galleries WHERE gallery_id > ?"_s, {0}, read)
        .transform([&](const QList<int> &) { return names; });
}

}

Result<facets::Cube> facets::read(Connection &connection, const QString &words)
{
    Cube cube;
    const auto names = galleryNames(connection);
    auto all = names.and_then([&](const auto &) { return cells(connection, words, Galleries::Together); });
    if (!all)
        return std::unexpected(all.error());
    cube.galleries = *names;
    cube.all = *std::move(all);
    const auto any = connection.first(u"SELECT item_id FROM items WHERE item_id > ? LIMIT 1"_s, {0},
                                      [](const Rows &row) { return row.value(0).toLongLong(); });
    if (!any)
        return std::unexpected(any.error());
    cube.isCrawled = any->has_value();
    if (cube.galleries.size() < 2)
        return cube;
    return cells(connection, words, Galleries::Apart).transform([&](const QList<Cell> &apart) {
        cube.byGallery = apart;
        return cube;
    });
}
