#pragma once

#include "store/connection.h"

/// What a person types into the console, as statements. Pure.
namespace statements {

struct Statement
{
    QString text; ///< from its first word to its last, without the semicolon
    qsizetype from = 0; ///< where it begins in what was typed
    int line = 1; ///< where that is, from 1

    bool operator==(const Statement &) const = default;
};

/// Cut at semicolons outside strings, quoted names, comments, dollar quotes and the bodies of triggers and routines.
QList<Statement> split(const QString &typed, Connection::Engine engine);

/// The one the cursor is in or behind, unless it stands on a line above the next. -1 for none.
qsizetype at(const QList<Statement> &list, const QString &typed, qsizetype cursor);

/// What a statement does.
enum class Nature {
    Reads,
    ChangesRows,
    ChangesSchema,
    Transaction, ///< begins or ends one
    Session, ///< a setting, or what stands outside transactions
};
Nature nature(const QString &statement, Connection::Engine engine);

/// Whether the rows of a server's statement can be fetched by a cursor.
bool isQuery(const QString &statement, Connection::Engine engine);

/// Why a statement should not run unless it is meant, in one sentence: it changes every row of a table, or drops one.
std::optional<QString> danger(const QString &statement, Connection::Engine engine);

}
