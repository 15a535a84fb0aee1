#pragma once

#include "store/tablequery.h"

#include <QByteArray>
#include <QJsonObject>

class Settings;

/// How a person left each table of one database: widths, places and which columns are hidden, order, filters, the row.
class TableLayouts
{
public:
    struct Layout
    {
        QStringList columns; ///< to which the header belongs
        QByteArray header; ///< as QHeaderView keeps it
        table::Query query;
        int row = 0;
        int column = 0;

        bool operator==(const Layout &) const = default;
    };

    /// Without settings, they last as long as this.
    TableLayouts(Settings *settings, const QString &database);

    std::optional<Layout> layout(const QString &table) const;
    void keep(const Layout &layout);

    QString lastTable() const;

    /// Queries that a person has given a name.
    QStringList views() const;
    std::optional<table::Query> view(const QString &name) const;
    void keepView(const QString &name, const table::Query &query);
    void removeView(const QString &name);

private:
    void write();

    Settings *m_settings;
    QString m_database;
    QJsonObject m_kept;
};
