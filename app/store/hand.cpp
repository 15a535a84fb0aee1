#include "store/hand.h"

#include "store/references.h"
#include "store/sql.h"

using namespace Qt::Literals;
using model::Table;
using records::Cell;
using records::Hold;
using records::Record;
using records::Values;

namespace {

const QStringList &firsts()
{
    static const QStringList columns{u"director_id"_s, u"writer_id"_s, u"studio_id"_s, u"distributor_id"_s};
    return columns;
}

/// "director" for movie_directors; empty for other tables.
QString kindOf(const QString &table)
{
    const QString kind = table.startsWith("movie_"_L1) ? table.sliced(6).chopped(1) : QString();
    return firsts().contains(kind + u"_id"_s) ? kind : QString();
}

qint64 movieOf(const Record &record)
{
    return record.values.value(u"movie_id"_s).value_or(u"0"_s).toLongLong();
}

/// A part or a score that is another's now: a machine would put the old one beside it.
bool saysWhose(const QString &table, const QString &column)
{
    return (table == "cast"_L1 && (column == "actor_id"_L1 || column == "movie_id"_L1))
        || (table == "ratings"_L1 && (column == "source"_L1 || column == "movie_id"_L1));
}

int positionOf(const Record &record)
{
    return record.values.value(u"position"_s).value_or(u"0"_s).toInt();
}

}

Result<> Hand::set(Record &record, const Values &now)
{
    const Values before = record.values;
    const auto done = m_ledger.set(record, now);
    if (!done)
        return done;
    for (const auto &[column, cell] : now.asKeyValueRange()) { // who writes what is there already means it
        const bool isOther = before.value(column) != cell;
        if (isOther && record.table == "movies"_L1 && firsts().contains(column))
            m_links.insert({record.key.toLongLong(), column.chopped(3)}, cell);
        if (isOther && saysWhose(record.table, column))
            m_ledger.lock(u"movies"_s, before.value(u"movie_id"_s).value_or(u"0"_s), record.table);
        if (!record.key.contains(u','))
            m_ledger.lock(record.table, record.key, column);
        if (column.endsWith("_currency"_L1)) // an amount and its currency are one
            m_ledger.lock(record.table, record.key, column.chopped(9));
    }
    touch(record);
    return {};
}

/// A machine that fills the film again is to leave its links alone.
void Hand::touch(const Record &record)
{
    const QString movie = QString::number(movieOf(record));
    if (const QString kind = kindOf(record.table); !kind.isEmpty()) {
        const Link link{movieOf(record), kind};
        if (!m_links.contains(link))
            m_links.insert(link, std::nullopt);
        m_ledger.lock(u"movies"_s, movie, kind + u"_id"_s);
    } else if (record.table == "movie_genres"_L1) {
        m_ledger.lock(u"movies"_s, movie, u"genres"_s);
    }
}

/// A link has a place behind the others; one that only the film's row names so far is written down before it.
Result<Values> Hand::placed(const QString &table, Values link)
{
    const QString kind = kindOf(table);
    if (kind.isEmpty())
        return link;
    const QString key = kind + u"_id"_s;
    const Cell id = link.value(u"movie_id"_s);
    Connection &connection = m_ledger.connection();
    auto links = records::having(connection, *model::own().table(table), {{u"movie_id"_s, id}}, Hold::Yes);
    const auto movie = records::read(connection, *model::own().table(u"movies"_s), id.value_or(QString()), Hold::Yes);
    if (!links || !movie)
        return std::unexpected(links ? movie.error() : links.error());
    const Cell first = movie->value_or(Record()).values.value(key);
    if (links->isEmpty() && first && first != link.value(key)) {
        const auto made = m_ledger.insert(table, {{u"movie_id"_s, id}, {key, first}, {u"position"_s, u"1"_s}});
        if (!made)
            return std::unexpected(made.error());
        links->append(*made);
    }
    int last = 0;
    for (const Record &one : std::as_const(*links))
        last = std::max(last, positionOf(one));
    if (!link.value(u"position"_s))
        link.insert(u"position"_s, QString::number(last + 1));
    return link;
}

/// What a person has put into a new row is theirs.
void Hand::keep(const Record &made, const Values &values)
{
    touch(made);
    for (const auto &[column, cell] : values.asKeyValueRange()) {
        if (cell && !made.key.contains(u','))
            m_ledger.lock(made.table, made.key, column);
        if (cell && made.table == "movies"_L1 && firsts().contains(column))
            m_links.insert({made.key.toLongLong(), column.chopped(3)}, cell);
    }
}

Result<records::Record> Hand::insert(const QString &table, const Values &values)
{
    const auto made
        = placed(table, values).and_then([&](const Values &whole) { return m_ledger.insert(table, whole); });
    if (made)
        keep(*made, values);
    return made;
}

Result<QList<records::Record>> Hand::insertAll(const QString &table, const QList<Values> &rows)
{
    QList<Record> made;
    if (!kindOf(table).isEmpty()) { // each link stands behind those before it
        const auto one = [&](const Values &link) {
            return insert(table, link).transform([&](const Record &row) { made.append(row); });
        };
        return sql::each(rows, one).transform([&] { return made; });
    }
    return m_ledger.insertAll(table, rows).transform([&](const QList<Record> &all) {
        for (qsizetype i = 0; i < all.size(); ++i)
            keep(all[i], rows[i]);
        return all;
    });
}

Result<> Hand::forgetSources(const Record &record)
{
    const Table &sources = *model::own().table(u"field_sources"_s);
    if (record.key.contains(u','))
        return {};
    return records::having(m_ledger.connection(), sources, {{u"table_name"_s, record.table}, {u"row_id"_s, record.key}},
                           Hold::Yes)
        .and_then([&](const QList<Record> &known) {
            return sql::each(known, [&](const Record &source) { return m_ledger.remove(source); });
        });
}

Result<> Hand::removeRow(const Record &record)
{
    return forgetSources(record).and_then([&] { return m_ledger.remove(record); }).transform([&] {
        m_ledger.forgetLocks(record.table, record.key);
        touch(record);
        if (record.table == "cast"_L1 || record.table == "ratings"_L1)
            m_ledger.lock(u"movies"_s, QString::number(movieOf(record)), record.table);
        if (record.table == "movies"_L1)
            m_gone.insert(record.key);
    });
}

Result<> Hand::empty(Record record, const QString &column)
{
    if (model::own().table(record.table)->column(column)->editedBy == model::Editor::Person)
        m_ledger.lock(record.table, record.key, column);
    return m_ledger.set(record, {{column, Cell()}});
}

Result<> Hand::removeReferring(const Record &record)
{
    for (const references::Column &from : references::to(record.table)) {
        const auto rows = records::having(m_ledger.connection(), *model::own().table(from.table),
                                          {{from.column, record.key}}, Hold::Yes);
        if (!rows)
            return std::unexpected(rows.error());
        for (const Record &row : *rows) {
            const auto done = from.isOptional ? empty(row, from.column) : remove(row);
            if (!done)
                return done;
        }
    }
    return {};
}

Result<> Hand::remove(const Record &record)
{
    return removeReferring(record)
        .and_then([&] {
            return records::read(m_ledger.connection(), *model::own().table(record.table), record.key, Hold::Yes);
        })
        .and_then([&](const std::optional<Record> &now) { return now ? removeRow(*now) : Result<>(); });
}

/// The first of several directors and their like is in the film's row and in the link table: both say the same.
Result<> Hand::follow(const Link &link)
{
    Connection &connection = m_ledger.connection();
    const QString key = link.kind + u"_id"_s;
    const QString name = u"movie_%1s"_s.arg(link.kind);
    const QString movieKey = QString::number(link.movie);
    auto links = records::having(connection, *model::own().table(name), {{u"movie_id"_s, movieKey}}, Hold::Yes);
    auto movie = records::read(connection, *model::own().table(u"movies"_s), movieKey, Hold::Yes);
    if (!links || !movie)
        return std::unexpected(links ? movie.error() : links.error());
    std::optional<Record> &film = *movie;
    if (!film)
        return {};
    std::ranges::stable_sort(*links, {}, positionOf);
    if (const auto &first = m_links.value(link)) {
        const bool hasFirst = !links->isEmpty() && links->constFirst().values.value(key) == *first;
        QList<Record> gone;
        for (qsizetype i = 0; i < links->size() && !hasFirst; ++i) {
            if (i == 0 || links->at(i).values.value(key) == *first)
                gone.append(links->at(i));
        }
        for (const Record &record : std::as_const(gone)) {
            links->removeOne(record);
            if (const auto done = m_ledger.remove(record); !done)
                return done;
        }
        if (*first && !hasFirst) {
            const auto made
                = m_ledger.insert(name, {{u"movie_id"_s, movieKey}, {key, *first}, {u"position"_s, u"1"_s}});
            if (!made)
                return std::unexpected(made.error());
            links->prepend(*made);
        }
    }
    for (qsizetype i = 0; i < links->size(); ++i) {
        if (const auto done = m_ledger.set((*links)[i], {{u"position"_s, QString::number(i + 1)}}); !done)
            return done;
    }
    return m_ledger.set(*film, {{key, links->isEmpty() ? Cell() : links->constFirst().values.value(key)}});
}

Result<qint64> Hand::close()
{
    for (const Link &link : m_links.keys()) {
        if (m_gone.contains(QString::number(link.movie)))
            continue;
        if (const auto done = follow(link); !done)
            return std::unexpected(done.error());
    }
    for (const QString &movie : std::as_const(m_gone))
        m_ledger.forgetLocks(u"movies"_s, movie);
    return m_ledger.close();
}
