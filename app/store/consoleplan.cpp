#include "store/consolerun.h"
#include "store/consoletrouble.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

using namespace Qt::Literals;
using console::Step;
using consolerun::Place;
using consolerun::Ran;

namespace {

struct Line
{
    int id = 0;
    int parent = 0;
    QString text;
};

QList<Step> below(const QList<Line> &lines, int parent)
{
    QList<Step> steps;
    for (const Line &line : lines) {
        if (line.parent == parent)
            steps.append({.text = line.text, .steps = below(lines, line.id)});
    }
    return steps;
}

QList<Step> ofSqlite(QSqlQuery &query)
{
    QList<Line> lines;
    while (query.next())
        lines.append({query.value(0).toInt(), query.value(1).toInt(), query.value(3).toString()});
    return below(lines, 0);
}

/// "Index Scan on movies m using movies_pkey"
QString textOf(const QJsonObject &plan)
{
    QString text = plan["Node Type"_L1].toString();
    if (const QString table = plan["Relation Name"_L1].toString(); !table.isEmpty())
        text += u" on "_s + table;
    if (const QString index = plan["Index Name"_L1].toString(); !index.isEmpty())
        text += u" using "_s + index;
    return text;
}

QString detailOf(const QJsonObject &plan)
{
    QStringList parts;
    for (const auto key : {"Index Cond"_L1, "Hash Cond"_L1, "Merge Cond"_L1, "Join Filter"_L1, "Recheck Cond"_L1,
                           "Filter"_L1, "CTE Name"_L1, "Subplan Name"_L1}) {
        if (plan.contains(key))
            parts.append(key + u": "_s + plan[key].toString());
    }
    for (const auto key : {"Sort Key"_L1, "Group Key"_L1}) {
        if (plan.contains(key))
            parts.append(key + u": "_s + plan[key].toVariant().toStringList().join(u", "));
    }
    return parts.join(u" · ");
}

Step ofServer(const QJsonObject &plan)
{
    Step step{.text = textOf(plan),
              .detail = detailOf(plan),
              .cost = plan["Total Cost"_L1].toDouble(),
              .rows = plan["Plan Rows"_L1].toDouble()};
    for (const auto &part : plan["Plans"_L1].toArray())
        step.steps.append(ofServer(part.toObject()));
    return step;
}

QList<Step> ofServer(QSqlQuery &query)
{
    QList<Step> steps;
    if (query.next()) {
        for (const auto &plan : QJsonDocument::fromJson(query.value(0).toString().toUtf8()).array())
            steps.append(ofServer(plan["Plan"_L1].toObject()));
    }
    return steps;
}

}

Ran consolerun::plan(const Place &place, const statements::Statement &statement)
{
    QSqlQuery query(place.database);
    const bool onServer = place.engine == Connection::Engine::PostgreSQL;
    const QString explain = onServer ? u"EXPLAIN (FORMAT JSON)\n"_s : u"EXPLAIN QUERY PLAN "_s;
    if (!query.exec(explain + statement.text))
        return std::unexpected(consoletrouble::of(query, statement, place, explain));
    console::Outcome outcome{.statement = statement, .plan = onServer ? ofServer(query) : ofSqlite(query)};
    if (place.stop)
        return std::unexpected(consoletrouble::stopped(place.stop, statement));
    return outcome;
}
