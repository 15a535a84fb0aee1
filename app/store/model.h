#pragma once

#include "store/connection.h"

#include <QStringList>

/// What the database is to hold: every table and column, described once in schema/movie_db.json.
namespace model {

enum class Type {
    Serial, ///< a key of the journal's tables, 32 bits
    Identity, ///< a key of the program's tables, 64 bits
    Id, ///< another row's Identity
    Integer,
    BigInt,
    Text,
    Date,
    Timestamp, ///< UTC
    Numeric,
    Boolean,
    Double,
    Blob,
};

enum class Editor { Program, Person };

/// How a text is typed: freely, as an address of the web, or chosen from what others have.
enum class Form { Free, Address, Choice };

struct Reference
{
    QString table;
    QString column;

    bool operator==(const Reference &) const = default;
};

struct Column
{
    QString name;
    Type type = Type::Text;
    int length = 0; ///< characters that the journal allowed, 0 for any; a longer text is kept whole
    int digits = 0; ///< of Numeric
    int decimals = 0;
    bool isNullable = true;
    QString defaultValue; ///< SQL, empty for none
    std::optional<Reference> references;
    QString meaning;
    QString unit; ///< "minutes", empty for none
    Editor editedBy = Editor::Program;
    Form form = Form::Free;
    QString pattern; ///< regular expression that a text has to match whole; empty for any

    /// Empty if it refers to none.
    QString referredTable() const { return references ? references->table : QString(); }

    bool operator==(const Column &) const = default;
};

struct Index
{
    QString name;
    QStringList columns;
    bool isUnique = false;
    QString where; ///< SQL, empty for every row

    bool operator==(const Index &) const = default;
};

struct Table
{
    QString name;
    QString meaning;
    QString label; ///< column by which a person knows a row, empty for none
    QStringList search; ///< columns that have an index of their words, of a date the year; empty for none
    bool isShown = false; ///< to people
    bool isAppendOnly = false;
    QList<Column> columns;
    QStringList primaryKey;
    QList<QStringList> unique; ///< columns of each constraint
    QList<Index> indexes;
    QStringList triggers; ///< written by hand in a migration

    const Column *column(const QString &name) const;
    bool operator==(const Table &) const = default;
};

struct Model
{
    QString database;
    QList<Table> tables; ///< those for people first, in their order

    const Table *table(const QString &name) const;
    bool operator==(const Model &) const = default;
};

/// Reads a model; every fault of it is in the error's detail.
Result<Model> read(const QByteArray &json);

/// The program's own.
const Model &own();

}
