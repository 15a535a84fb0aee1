#pragma once

#include <QList>
#include <QString>
#include <QVariantList>

#include <span>
#include <string_view>

/// One value of a row as bytes, alike for both engines; good until the next row.
struct Cell
{
    enum class Kind : quint8 {
        Null,
        Integer, ///< "1939"
        Number, ///< in full, never as 1e+08: "7.1"
        Boolean, ///< "true", "false"
        Text, ///< UTF-8
        Date, ///< "1939-08-25"
        Timestamp, ///< UTC: "2026-01-02 03:04:05", with ".678" where there is a fraction
        Blob, ///< the bytes themselves
        List, ///< texts with FoldedEnd between them, whose parts have PartEnd between them
    };

    Kind kind = Kind::Null;
    std::string_view bytes;

    static constexpr char FoldedEnd = '\x1f';
    static constexpr char PartEnd = '\x1e';

    bool isNull() const { return kind == Kind::Null; }
};
using Cells = std::span<const Cell>;

/// A query as a whole: what it asks, and what its columns are.
struct Selection
{
    struct Field
    {
        QString name;
        Cell::Kind kind = Cell::Kind::Text; ///< of its values that are not NULL
        QStringList parts = {}; ///< of each text of a list: "name", "role"

        bool operator==(const Field &) const = default;
    };

    QString sql;
    QVariantList values;
    QList<Field> fields;
};
