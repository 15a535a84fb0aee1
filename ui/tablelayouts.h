#pragma once

#include "store/tablequery.h"

#include <QByteArray>
#include <QJsonObject>

class Settings;

/// How a person left each table of one database: widths, places, which columns are hidden
/// and which stay while the others scroll, order, filters, the row.
class TableLayouts
{
public:
    struct Layout
    {
        QStringList columns; ///< to which the header belongs
        QByteArray header; ///< as QHeaderView keeps it
        int frozen = 0; ///< places that stay
        bool hasPosters = false; ///< before the titles
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

    /// Layouts that a person has given a name.
    QStringList views() const;
    std::optional<Layout> view(const QString &name) const;
    void keepView(const QString &name, const Layout &layout);
    void removeView(const QString &name);

private:
    void write();

    Settings *m_settings;
    QString m_database;
    QJsonObject m_kept;
};
