#pragma once

#include "store/statements.h"

#include <QVariantList>

#include <chrono>

/// What is asked at the console, and what comes back.
namespace console {

enum class Way {
    Read, ///< nothing can be changed
    Write, ///< all of it is kept, or nothing
    Try, ///< as Write, and taken back
    Plan, ///< only says how the database would go about it
};

struct Question
{
    QList<statements::Statement> statements;
    Way way = Way::Read;
    bool isMeant = false; ///< a person has seen that it changes every row
    qint64 mostRows = 1000; ///< of each statement
    std::chrono::milliseconds longest{60'000}; ///< in all; 0 for no limit
};

/// A step of a plan, with those that it takes its rows from.
struct Step
{
    QString text;
    QString detail; ///< conditions and keys; empty for none
    std::optional<double> cost; ///< in the server's own unit, in all
    std::optional<double> rows; ///< expected
    QList<Step> steps;

    bool operator==(const Step &) const = default;
};

/// What one statement brought.
struct Outcome
{
    statements::Statement statement;
    QStringList columns; ///< empty where a statement brings no rows
    QList<QVariantList> rows; ///< an invalid value is NULL
    bool isCut = false; ///< there are more rows than were wanted
    std::optional<qint64> changed; ///< rows
    QList<Step> plan;
    std::chrono::milliseconds took{0};
};

/// Why it went no further.
struct Trouble
{
    enum class Kind {
        Refused, ///< by us, before anything ran
        NeedsWriting, ///< refused, since only reading is allowed
        NotMeant, ///< refused, since it changes every row
        Failed, ///< the database says no
        Stopped, ///< by a person
        TookTooLong,
    };
    Kind kind = Kind::Failed;
    QString message;
    statements::Statement statement;
    int line = 0; ///< of what was typed, from 1
    std::optional<qsizetype> place; ///< of the fault, in what was typed
};

struct Answer
{
    QList<Outcome> outcomes; ///< one a statement, as far as it went
    std::optional<Trouble> trouble;
    Way way = Way::Read;
    bool isKept = false; ///< what it changed is in the database
};

/// What is refused before anything runs.
std::optional<Trouble> refusal(const Question &question, Connection::Engine engine);

}
