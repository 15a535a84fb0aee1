#include "store/enums.h"
#include "store/library.h"
#include "store/serially.h"
#include "store/sql.h"

#include <QCoreApplication>

using namespace Qt::Literals;

namespace {

/// A title of which it was decided, or nearly, that it is this film.
struct Claim
{
    ItemId item;
    QString title;
    QString id; ///< IMDb's, else TMDB's; empty if neither is known
    Decision decision;
};

/// All claims to films that several titles of the gallery claim, a film's claims together.
Result<QList<Claim>> contested(Connection &connection, GalleryId gallery)
{
    const auto read = [](const Rows &row) {
        return Claim{.item = {row.value(0).toLongLong()},
                     .title = row.value(1).toString(),
                     .id = row.value(2).toString(),
                     .decision = {.verdict = enums::of<Verdict>(row.value(3).toString()),
                                  .judge = enums::of<Judge>(row.value(4).toString()),
                                  .wikidataId = row.value(5).toString()}};
    };
    return connection.all(
        u"SELECT item_id, title, id, verdict, judge, wikidata_id FROM ("
        "SELECT i.item_id, i.title, COALESCE(i.imdb_id, i.tmdb_id, '') AS id, i.verdict, i.judge, d.wikidata_id, "
        "COUNT(*) OVER (PARTITION BY d.wikidata_id) AS claims "
        "FROM gallery_items g JOIN items i ON i.item_id = g.item_id JOIN decisions d ON d.decision_id = i.decision_id "
        "WHERE g.gallery_id = ? AND NOT g.gone AND d.wikidata_id IS NOT NULL AND g.verdict IN (?, ?, ?)) claimed "
        "WHERE claims > 1 ORDER BY wikidata_id, item_id"_s,
        {gallery.value, enums::text(Verdict::AcceptedByMachine), enums::text(Verdict::Accepted),
         enums::text(Verdict::Unreviewed)},
        read);
}

/// Another title's claim that cannot be as true as this one.
const Claim *rivalOf(const Claim &claim, const QList<Claim> &claims)
{
    const auto rival = std::ranges::find_if(claims, [&](const Claim &other) {
        return other.item != claim.item && other.decision.wikidataId == claim.decision.wikidataId
            && (claim.id.isEmpty() || other.id != claim.id);
    });
    return rival == claims.end() ? nullptr : &*rival;
}

/// The film stays named, so that a title that comes later meets this claim.
Decision asking(const Claim &claim, const Claim &rival)
{
    return {.item = claim.item,
            .verdict = Verdict::Unreviewed,
            .who = u"%1 %2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion()),
            .reason = u"“%1” seems to be the same film."_s.arg(rival.title),
            .wikidataId = claim.decision.wikidataId};
}

}

Result<int> library::askAboutRivals(Connection &connection, GalleryId gallery)
{
    return connection.atomically([&]() -> Result<int> {
        const auto claims
            = serially(connection, Serial::AskAboutRivals).and_then([&] { return contested(connection, gallery); });
        if (!claims)
            return std::unexpected(claims.error());
        int asked = 0;
        for (const Claim &claim : *claims) {
            const Claim *rival = rivalOf(claim, *claims);
            if (!rival || claim.decision.verdict != Verdict::AcceptedByMachine)
                continue;
            if (const auto decided = decide(connection, asking(claim, *rival)); !decided)
                return std::unexpected(decided.error());
            ++asked;
        }
        return asked;
    });
}
