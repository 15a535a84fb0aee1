#pragma once

#include "data/crawl.h"
#include "data/entity.h"
#include "data/item.h"
#include "data/match.h"
#include "data/movie.h"
#include "store/connection.h"
#include "store/packed.h"
#include "store/workerid.h"

/// Galleries, crawls, items, matches and movies as rows. Synchronous: called inside Database::run().
/// Every function that writes is one transaction.
namespace library {

// Galleries and crawls

Result<GalleryId> keepGallery(Connection &connection, const Gallery &gallery);
Result<QList<Gallery>> galleries(Connection &connection);
/// Of a gallery, what it shows now (and what is gone, apart); otherwise of all items, without new, gone and due.
Result<Tally> tally(Connection &connection, std::optional<GalleryId> gallery = {});
/// Of these keys of a source, those that a gallery holds already.
Result<QStringList> knownKeys(Connection &connection, GalleryId gallery);

Result<Crawl> startCrawl(Connection &connection, const Crawl &crawl);
Result<Crawl> crawl(Connection &connection, CrawlId id);
/// The newest crawl that was not finished, if there is one.
Result<std::optional<Crawl>> unfinishedCrawl(Connection &connection);
/// The newest unfinished crawl of the same gallery (by its id), limit and onlyList.
Result<std::optional<Crawl>> unfinishedLike(Connection &connection, const Crawl &wanted);
Result<QList<Crawl>> crawls(Connection &connection, int limit = 100);
Result<> setState(Connection &connection, CrawlId id, CrawlState state, const QString &error = {});

/// Keeps what one page of a gallery held: its items, what could not be read, and where the crawl goes on.
/// A known item is recognised by source and key and brought up to date; what a person decided stays. Of the crawl,
/// `slices` and `total` are kept; `listed` is counted here.
Result<> add(Connection &connection, const Crawl &crawl, const QList<Item> &items, const QList<Note> &notes = {});
/// The listing is complete: what the gallery no longer shows is noted as gone, unless the crawl's limit was met.
/// Returns how many.
Result<int> endListing(Connection &connection, CrawlId id);
/// The newest first.
Result<QList<Note>> notes(Connection &connection, std::optional<CrawlId> crawl, int limit = 1000);
/// How many notes of a crawl are about this subject.
Result<int> countNotes(Connection &connection, CrawlId crawl, const QString &subject);
Result<> keepNotes(Connection &connection, CrawlId crawl, const QList<Note> &notes);

// The loops: each takes items that wait (store/waiting.h), reads them, works on them outside, writes rows

/// How many rows a loop wants. What another worker has taken is left out.
struct Wanted
{
    int most;
    int least = 1; ///< none, where there are fewer; of more, whole multiples of it, so that requests are full
    WorkerId worker{}; ///< who takes them and holds them until they are given back; zero only looks
};

/// Items that were listed and whose ids nobody has asked for. Without their nodes.
Result<QList<Item>> toResolve(Connection &connection, const QVariantList &items);
/// The answer about `asked`: those without a hit are to be searched.
Result<> keepResolved(Connection &connection, const QList<ItemId> &asked, const QList<Resolved> &resolved);

/// An item whose ids were asked for, with the Wikidata items they led to (none: to be searched). Without its node.
struct Identified
{
    Item item;
    QStringList wikidataIds;
};
Result<QList<Identified>> toMatch(Connection &connection, const QVariantList &items);

/// An item's candidates and what was decided. A decision by a machine never replaces a person's.
struct Weighed
{
    ItemId item;
    QList<Candidate> candidates;
    Decision decision;
};
Result<> keepWeighed(Connection &connection, const QList<Weighed> &weighed);
/// Look-ups that failed: the items wait until `retryAt`, and their history says why.
Result<> keepFailed(Connection &connection, const QList<ItemId> &items, const Error &error);
/// Failed look-ups may be tried again at once.
Result<> retry(Connection &connection, std::optional<GalleryId> gallery);

struct StoredEntity
{
    QString id;
    Packed json;
    QDateTime at;
};
Result<QList<StoredEntity>> entities(Connection &connection, const QStringList &ids);
Result<> keepEntities(Connection &connection, const QList<StoredEntity> &entities);
/// Of these ids: the labels that are there, and which ids are to be asked for. What Wikidata did not know lately is
/// neither.
struct StoredLabels
{
    Labels known;
    QStringList missing;
};
Result<StoredLabels> labels(Connection &connection, const QStringList &ids);
Result<> keepLabels(Connection &connection, const QStringList &asked, const Labels &labels);

/// Wikitext of an article, as it came.
struct StoredArticle
{
    PageId page;
    QString title;
    qint64 revision = 0;
    QDateTime timestamp;
    Packed wikitext;
    QDateTime at;
};
Result<QList<StoredArticle>> articles(Connection &connection, const QStringList &titles);
Result<> keepArticles(Connection &connection, const QList<StoredArticle> &articles);

/// Decided items (accepted, or no article exists) whose movie is not written yet. Without their candidates.
Result<QList<Match>> toRecord(Connection &connection, const QVariantList &items);
/// Writes movies with people, companies, genres found again, and links the items to them. Locked values stay.
struct Recorded
{
    ItemId item;
    Movie movie;
    DecisionId decision; ///< that it was made for: skipped if another holds by now; zero for whichever holds
};
Result<> record(Connection &connection, const QList<Recorded> &movies);

// Deciding

/// What a person asked to see of the matches.
struct MatchFilter
{
    std::optional<GalleryId> gallery;
    QList<Verdict> verdicts; ///< empty for all; Unreviewed is what was looked up and waits for a person
    QString words; ///< in the title
};
Result<QList<Match>> matches(Connection &connection, const MatchFilter &filter, int limit, ItemId after = {});
Result<int> countMatches(Connection &connection, const MatchFilter &filter);
Result<Match> match(Connection &connection, ItemId id);
Result<std::optional<Item>> itemByKey(Connection &connection, const QString &source, const QString &key);
Result<> keepCandidates(Connection &connection, ItemId item, const QList<Candidate> &candidates);
/// Appends a decision; a person's stands against every later machine.
Result<DecisionId> decide(Connection &connection, const Decision &decision);
/// Takes back any decision by one more entry. Of the newest that holds, what held before it holds again; of an older
/// one, what was decided since stays.
Result<DecisionId> undo(Connection &connection, DecisionId decision, const QString &who);
/// Titles of a gallery for which the machine chose one and the same film go to a person, all of them, unless they bear
/// the same id. Returns how many.
Result<int> askAboutRivals(Connection &connection, GalleryId gallery);
/// The oldest first.
Result<QList<Decision>> history(Connection &connection, ItemId item);

// Movies

Result<std::optional<MovieId>> movieOf(Connection &connection, ItemId item);
Result<std::optional<MovieId>> movieByWikidataId(Connection &connection, const QString &wikidataId);
/// Which source each column of a row has: for the record form and the tests.
Result<QHash<QString, Source>> sources(Connection &connection, const QString &table, qint64 row);
/// A person's own value: locked against every crawl.
Result<> setByPerson(Connection &connection, const QString &table, qint64 row, const QString &column,
                     const QVariant &value, const QString &who);

// Answers of the web, for their time

struct StoredAnswer
{
    QByteArray key;
    QString url;
    int status = 0;
    QByteArray contentType;
    Packed body;
    QDateTime at;
    QDateTime until;
};
Result<std::optional<StoredAnswer>> answer(Connection &connection, const QByteArray &key);
Result<> keepAnswer(Connection &connection, const StoredAnswer &answer);

}
