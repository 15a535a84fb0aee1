#include "store/labelorigins.h"

#include "store/model.h"
#include "store/sql.h"

using namespace Qt::Literals;
using provenance::Origin;

namespace {

/// A column of a table, the label's that fills it, and what that is in an item of Wikidata.
struct Detail
{
    QString column;
    QString label;
    QString property;
};

const QList<Detail> Details{{u"wikidata_id"_s, u"wikidata_id"_s, u"item"_s},
                            {u"name"_s, u"name"_s, u"label"_s},
                            {u"dob"_s, u"born"_s, u"P569"_s},
                            {u"founded"_s, u"founded"_s, u"P571"_s},
                            {u"nationality"_s, u"nationality"_s, u"P27"_s},
                            {u"bio"_s, u"description"_s, u"description"_s}};

QList<Detail> detailsOf(const model::Table &table)
{
    QList<Detail> details = Details;
    details.removeIf([&](const Detail &detail) { return !table.column(detail.column); });
    return details;
}

QHash<QString, Origin> originsOf(const Rows &row, const QList<Detail> &details)
{
    const QUrl item(u"https://www.wikidata.org/wiki/"_s + row.value(0).toString());
    QHash<QString, Origin> origins;
    for (qsizetype i = 0; i < details.size(); ++i) {
        if (row.value(int(i) + 2).toBool())
            origins.insert(details[i].column,
                           {.source = {.kind = Source::Kind::Wikidata,
                                       .name = details[i].property,
                                       .url = item,
                                       .at = sql::timeOf(row.value(1))}});
    }
    return origins;
}

}

Result<QHash<QString, Origin>> labelorigins::of(Connection &connection, const QString &table, qint64 row)
{
    static const QStringList named{u"directors"_s, u"writers"_s, u"actors"_s, u"studios"_s, u"distributors"_s};
    if (!named.contains(table))
        return QHash<QString, Origin>();
    const model::Table &form = *model::own().table(table);
    const QList<Detail> details = detailsOf(form);
    QString same;
    for (const Detail &detail : details)
        same += u", t.%1 = l.%2"_s.arg(detail.column, detail.label);
    return connection
        .first(u"SELECT l.wikidata_id, l.asked_at%1 FROM %2 t JOIN labels l ON l.wikidata_id = t.wikidata_id "
               "WHERE t.%3 = ?"_s.arg(same, table, form.primaryKey.constFirst()),
               {row}, [&](const Rows &found) { return originsOf(found, details); })
        .transform([](const auto &origins) { return origins.value_or(QHash<QString, Origin>()); });
}
