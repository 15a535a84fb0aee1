#include "store/modelsql.h"
#include "store/sql.h"
#include "store/typed.h"
#include "store/wishes.h"

using namespace Qt::Literals;
using editing::Change;
using model::Column;
using model::Table;
using records::Cell;
using records::Hold;
using records::Record;
using records::Values;
using wishes::Wishes;

// What the database would refuse, said in words.

namespace {

using GoOn = std::function<Result<>()>;

class Uniqueness
{
public:
    Uniqueness(Connection &connection, const Wishes &wishes, GoOn goOn)
        : m_connection(connection)
        , m_wishes(wishes)
        , m_goOn(std::move(goOn))
    {
    }

    Result<QList<Change>> inTheWay()
    {
        return claimAll()
            .and_then([&] { return sql::each(m_claims.keys(), [&](const Place &of) { return checkClaims(of); }); })
            .and_then(
                [&] { return sql::each(m_wishes.inserts, [&](const Change &change) { return checkKey(change); }); })
            .transform([&] { return m_inTheWay; });
    }

private:
    using Place = std::pair<QString, QString>; // table, column
    using Claims = QMap<QString, const Change *>; // by the value

    Result<> claimAll();
    Result<> claim(const Change &change, const Values &values);
    Result<> checkClaims(const Place &of);
    Result<> checkKey(const Change &change);
    bool makesRoom(const Record &row);

    Connection &m_connection;
    const Wishes &m_wishes;
    GoOn m_goOn;
    QMap<Place, Claims> m_claims;
    QList<Change> m_inTheWay;
};

Result<> Uniqueness::claimAll()
{
    return sql::each(m_wishes.inserts, [&](const Change &change) { return claim(change, change.values); })
        .and_then([&] {
            return sql::each(m_wishes.sets,
                             [&](const Change &change) { return claim(change, {{change.column, change.after}}); });
        });
}

/// A value that no other row may have: it is looked for with the others of its column.
Result<> Uniqueness::claim(const Change &change, const Values &values)
{
    for (const model::Index &index : model::own().table(change.table)->indexes) {
        const QString &column = index.columns.constFirst();
        const Cell value = values.value(column);
        if (!index.isUnique || index.columns.size() > 1 || !value)
            continue;
        const Change *&claimed = m_claims[{change.table, column}][*value];
        if (claimed && claimed->row != change.row)
            return wishes::refused(change, column, u"“%1” is given twice."_s.arg(*value));
        claimed = &change;
    }
    return {};
}

Result<> Uniqueness::checkClaims(const Place &of)
{
    const Table &table = *model::own().table(of.first);
    const Column &column = *table.column(of.second);
    const Claims &claims = m_claims[of];
    QVariantList values;
    for (const QString &value : claims.keys())
        values.append(records::bound(value, column));
    const QString condition = modelsql::quoted(column.name) + u" IN %1"_s;
    return m_goOn()
        .and_then([&] { return records::among(m_connection, table, condition, values, {}, Hold::No); })
        .and_then([&](const QList<Record> &there) {
            return sql::each(there, [&](const Record &other) -> Result<> {
                const QString value = other.values.value(column.name).value_or(QString());
                const Change *change = claims.value(value);
                if (!change || other.key == change->row || makesRoom(other))
                    return {};
                return wishes::refused(*change, column.name, u"“%1” is there already."_s.arg(value));
            });
        });
}

/// Of a link, whose key its values are.
Result<> Uniqueness::checkKey(const Change &change)
{
    const Table &table = *model::own().table(change.table);
    if (table.primaryKey.size() < 2 || wishes::refersToNew(change.values))
        return {};
    return m_goOn()
        .and_then([&] { return records::read(m_connection, table, records::keyOf(table, change.values), Hold::No); })
        .and_then([&](const std::optional<Record> &same) -> Result<> {
            if (!same || makesRoom(*same))
                return {};
            return wishes::refused(change, table.primaryKey.constLast(), u"It is there already."_s);
        });
}

/// Whether a row that has what another is to have goes itself.
bool Uniqueness::makesRoom(const Record &row)
{
    const auto removal = std::ranges::find_if(
        m_wishes.removes, [&](const Change &change) { return change.table == row.table && change.row == row.key; });
    if (removal != m_wishes.removes.end())
        m_inTheWay.append(*removal);
    return removal != m_wishes.removes.end();
}

}

Result<QList<Change>> wishes::inTheWay(Connection &connection, const Wishes &wishes, const GoOn &goOn)
{
    return Uniqueness(connection, wishes, goOn).inTheWay();
}

bool wishes::refersToNew(const Values &values)
{
    return std::ranges::any_of(values, [](const Cell &cell) { return cell && typed::isNew(*cell); });
}

std::unexpected<Error> wishes::refused(const Change &change, const QString &column, const QString &fault)
{
    return fail(Error::Kind::Invalid, u"%1: %2"_s.arg(column, fault),
                u"%1 %2 %3"_s.arg(change.table, change.row, change.after.value_or(u"–"_s)));
}
