#pragma once

#include "jobs/run.h"
#include "store/library.h"

/// From candidates to a decision: entities and names are read where they are needed, then all is weighed.
namespace weighing {

/// An item and what it may be, before anything is known of the candidates.
struct Question
{
    Item item;
    QList<Candidate> candidates;
};

/// Reads the candidates' Wikidata items, and the people's names where it is not clear without them.
QCoro::Task<Result<QList<library::Weighed>>> weigh(std::shared_ptr<Run> run, QList<Question> questions);
/// Writes it, and counts what is decided with it.
QCoro::Task<Result<>> keep(std::shared_ptr<Run> run, QList<library::Weighed> weighed);

}
