#pragma once

#include "data/gallery.h"
#include "data/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

/// One question that a listing still has to ask: which part of the gallery, and where its next page begins.
struct Slice
{
    std::optional<int> from; ///< release year, included
    std::optional<int> until; ///< release year, included
    QString genre; ///< only titles of this genre, by JustWatch's short name; empty for all
    QStringList without; ///< no titles of these genres
    QString cursor; ///< empty for the first page
    std::optional<int> expected; ///< totalCount of its first page
    int seen = 0; ///< entries so far, skipped and unreadable ones too

    bool operator==(const Slice &) const = default;
};

enum class CrawlState { Running, Paused, Finished, Failed };

/// A crawl as its row says: it can be gone on with at any moment.
struct Crawl
{
    CrawlId id;
    Gallery gallery;
    CrawlState state = CrawlState::Running;
    QList<Slice> slices; ///< still to be listed; empty once the listing is complete
    std::optional<int> limit; ///< list no more titles than this
    bool onlyList = false; ///< do not match
    std::optional<int> total; ///< what the gallery says it has
    int listed = 0; ///< distinct titles
    QDateTime startedAt;
    std::optional<QDateTime> endedAt;
    QString error; ///< why it failed, or what it could not do, one sentence

    bool operator==(const Crawl &) const = default;
};

/// How many titles of a gallery stand where. Of listed = open + toReview + accepted + … every title counts once.
struct Tally
{
    int listed = 0;
    int open = 0; ///< not yet looked up
    int toReview = 0; ///< unreviewed or postponed
    int byMachine = 0; ///< accepted by machine
    int byPerson = 0; ///< accepted by a person
    int noArticle = 0;
    int rejected = 0;
    int failed = 0; ///< waits for another try
    int due = 0; ///< of the failed, those that are to be tried again at once
    int recorded = 0; ///< has its movie row; also counted above
    int isNew = 0; ///< first seen by the newest crawl
    int gone = 0; ///< no longer in the gallery

    /// Titles with which nothing more is to be done for now: recorded, rejected, failed and not due, or a person's to
    /// decide.
    int through() const { return listed - open - due - (byMachine + byPerson + noArticle - recorded); }

    bool operator==(const Tally &) const = default;
};

/// Something that went wrong on the way and did not stop it.
struct Note
{
    QString subject; ///< the title or key it concerns
    Error error;
    QDateTime at;
};
