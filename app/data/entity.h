#pragma once

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/// A point in time as Wikidata keeps it: month and day count only as far as the precision goes.
struct WikiTime
{
    enum class Precision { Decade = 8, Year = 9, Month = 10, Day = 11 };

    int year = 0; ///< negative before our era
    int month = 0; ///< 0 if the precision is coarser
    int day = 0;
    Precision precision = Precision::Year;

    auto operator<=>(const WikiTime &) const = default;
};

/// An amount with its unit: a Q-id ("Q7727" is the minute), empty for none.
struct Quantity
{
    double amount = 0;
    QString unit;
    std::optional<double> lower; ///< bounds, where they are told
    std::optional<double> upper;

    bool operator==(const Quantity &) const = default;
};

/// A link to another Wikidata item.
struct ItemLink
{
    QString id;

    bool operator==(const ItemLink &) const = default;
};

/// The value of a snak; monostate where Wikidata says "unknown" or "none".
using SnakValue = std::variant<std::monostate, ItemLink, QString, WikiTime, Quantity>;

/// One statement about an entity: best rank only (of P577 any), deprecated ones never.
struct Statement
{
    SnakValue value;
    QHash<QString, QList<SnakValue>> qualifiers; ///< by property: "P291", "P453"

    bool operator==(const Statement &) const = default;
};

/// A Wikidata item, read.
struct Entity
{
    QString id; ///< "Q193695"
    QString label; ///< English, else `mul`, else any
    QString description;
    QStringList aliases;
    std::optional<QString> article; ///< title of the enwiki sitelink
    QHash<QString, QList<Statement>> claims; ///< by property

    QList<Statement> statements(const QString &property) const { return claims.value(property); }
    bool operator==(const Entity &) const = default;
};

/// What is to be known about an entity that others link to: a person, a company, a genre, a country.
struct Label
{
    QString id;
    QString name;
    QString description;
    std::optional<QDate> born; ///< P569, only where known to the day
    std::optional<QDate> founded; ///< P571, only where known to the day
    QString nationality; ///< P27's label, empty if unknown or several

    bool operator==(const Label &) const = default;
};
using Labels = QHash<QString, Label>; ///< by Q-id
