#pragma once

#include "store/model.h"

#include <functional>

/// How one model becomes another.
namespace evolution {

/// What has another name now: an old table's, an old "table.column".
using Renames = QMap<QString, QString>;

/// Whether what is gone is what is new under another name: true, false, or an error where nobody answers.
using Ask = std::function<Result<bool>(const QString &question)>;

/// Asks about everything that may be a rename: nothing is guessed.
Result<Renames> askForRenames(const model::Model &before, const model::Model &after, const Ask &ask);

/// What a way from one model to another takes away: "movies.tagline", "staff", "movies.budget (from NUMERIC(15, 2) to
/// NUMERIC(15, 1))".
QStringList lost(const model::Model &before, const model::Model &after, const Renames &renames);

/// What no statement can do: a new column that may not be NULL and has no default, or that is not the last.
QStringList impossible(const model::Model &before, const model::Model &after, const Renames &renames);

/// The statements that lead from one to the other. `triggers` are those written by hand, by table: a table that SQLite
/// has to make anew gets them back.
QStringList statements(const model::Model &before, const model::Model &after, const Renames &renames,
                       Connection::Engine engine, const QMap<QString, QStringList> &triggers);

/// The same renames, the other way.
Renames backwards(const Renames &renames);

/// The form of a file's database as a model; what a model says beyond that is taken from `like`, where that has it.
Result<model::Model> reflected(Connection &connection, const model::Model &like);
/// The SQL of the triggers written by hand, by table.
Result<QMap<QString, QStringList>> triggersByHand(Connection &connection);

}
