#pragma once

#include "data/evidence.h"
#include "data/item.h"

#include <QDate>

/// An article, or a Wikidata item without one, that an item may be about.
struct Candidate
{
    PageId page; ///< zero where only Wikidata knows the film
    std::optional<QString> wikidataId;
    QString key; ///< the article's name in addresses, with underscores; empty where there is none
    QString title; ///< the article's title, or the Wikidata label
    std::optional<QString> matchedTitle; ///< the redirect that the search met
    QString description; ///< "1939 American film by Victor Fleming"
    QString excerpt; ///< HTML of the search: to be cleaned before it is shown
    std::optional<QUrl> thumbnail;
    int rank = 0; ///< place in the search's answer, from 1; 0 if found by an id

    // What its Wikidata item says, for weighing; empty or unknown before it was read.
    QStringList aliases;
    std::optional<int> year; ///< of the earliest publication
    QList<int> laterYears; ///< of further ones soon after it: a festival's year is not the cinemas'
    QStringList directors;
    QStringList cast;
    QList<int> runtimes; ///< minutes
    QStringList countries; ///< ISO 3166-1 alpha-2, where known
    QStringList ids; ///< "P345:tt0032138", "P4947:630"
    std::optional<bool> film; ///< is it a movie at all?
    QString type; ///< what it is, in words: "film", "film series", "album"

    Evidence evidence;
    double score = 0; ///< the probability that it is the right one, from 0 to 1

    bool operator==(const Candidate &) const = default;
};

/// What an item's ids led to: the Wikidata item that carries them, and its article if there is one.
struct Resolved
{
    ItemId item;
    QString wikidataId;
    std::optional<QString> article; ///< enwiki title

    bool operator==(const Resolved &) const = default;
};

/// The states of a match.
enum class Verdict {
    Unreviewed, ///< not decided: waits for a person
    AcceptedByMachine,
    Accepted, ///< by a person
    NoArticle, ///< a person says that no article exists
    Rejected, ///< by a person, with a reason
    LookupFailed, ///< the web did not answer: asked again later
    Postponed, ///< by a person: not now
};

enum class Judge { Machine, Person };

/// One entry of the append-only list; the newest entry of an item is its state.
struct Decision
{
    DecisionId id;
    ItemId item;
    Verdict verdict = Verdict::Unreviewed;
    Judge judge = Judge::Machine;
    QString who; ///< the program's version, or the person's login name
    QString reason; ///< one sentence
    PageId page;
    std::optional<QString> article; ///< the chosen article's title
    std::optional<QString> wikidataId; ///< the chosen Wikidata item
    std::optional<double> score;
    std::optional<QDateTime> retryAt; ///< for LookupFailed
    std::optional<DecisionId> undoes;
    QDateTime at; ///< UTC

    bool operator==(const Decision &) const = default;
};

/// An item, the articles it may be about (best first), and what was decided last.
struct Match
{
    Item item;
    QList<Candidate> candidates;
    Decision decision;
};
