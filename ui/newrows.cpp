#include "newrows.h"

#include "editsession.h"
#include "store/database.h"
#include "store/suggestions.h"
#include "store/typed.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using records::Cell;
using staging::Staged;
using table::Field;

namespace {

/// What is staged, found by what it refers to: there may be a hundred thousand of each.
class Inserts
{
public:
    explicit Inserts(const QList<Staged> &staged)
    {
        for (const Staged &one : staged) {
            if (one.change.kind != Kind::Insert)
                continue;
            m_byTable[one.change.table].append(&one.change);
            m_byStandIn.insert(one.change.row, &one.change);
        }
    }

    QList<const Change *> of(const QString &table) const { return m_byTable.value(table); }
    const Change *made(const QString &standIn) const { return m_byStandIn.value(standIn); }

    /// The rows of a table between that join a row with others.
    QList<const Change *> links(const Field &field, const QString &row)
    {
        auto rows = m_links.find({field.name, field.from});
        if (rows == m_links.end()) {
            rows = m_links.insert({field.name, field.from}, {});
            for (const Change *link : of(field.name)) {
                if (const Cell from = link->values.value(field.from))
                    (*rows)[*from].append(link);
            }
        }
        return rows->value(row);
    }

private:
    QHash<QString, QList<const Change *>> m_byTable;
    QHash<QString, const Change *> m_byStandIn;
    QHash<std::pair<QString, QString>, QHash<QString, QList<const Change *>>> m_links; // by table and column
};

/// Finds what rows are called: those that are there, and those that are new as well.
class Names
{
public:
    Names(Connection &connection, const Inserts &inserts)
        : m_connection(connection)
        , m_inserts(inserts)
    {
    }

    Result<QString> of(const QString &table, const QString &key)
    {
        if (!typed::isNew(key))
            return suggestions::nameOf(m_connection, table, key);
        const Change *made = m_inserts.made(key);
        const QString label = model::own().table(table)->label;
        return made ? made->values.value(label).value_or(QString()) : QString();
    }

private:
    Connection &m_connection;
    const Inserts &m_inserts;
};

Result<table::Links> linksOf(Names &names, const Change &row, const Field &field, Inserts &inserts)
{
    table::Links links;
    for (const Change *link : inserts.links(field, row.row)) {
        const Cell other = link->values.value(field.to);
        if (!other)
            continue;
        const auto name = names.of(field.table, *other);
        if (!name)
            return std::unexpected(name.error());
        links.append({.row = other->toLongLong(), .name = *name});
    }
    return links;
}

Result<> addCell(Names &names, const Change &change, const Field &field, Inserts &inserts, table::Row &row)
{
    if (field.kind == Field::Kind::Relation)
        return linksOf(names, change, field, inserts).transform([&](const table::Links &links) {
            row.cells.append(links.isEmpty() ? QVariant() : QVariant::fromValue(links));
            row.referred.append(QVariant());
        });
    const Cell cell = change.values.value(field.name);
    const QVariant value = cell ? QVariant(*cell) : QVariant();
    if (field.kind == Field::Kind::Own || !cell) {
        row.cells.append(value);
        row.referred.append(QVariant());
        return {};
    }
    return names.of(field.table, *cell).transform([&](const QString &name) {
        row.cells.append(name);
        row.referred.append(value);
    });
}

}

NewRows::NewRows(EditSession &session, TableModel &model)
    : QObject(&model)
    , m_session(session)
    , m_model(model)
{
    connect(&session, &EditSession::stagedChanged, this, &NewRows::refresh);
}

Result<TableModel::Rows> NewRows::read(Connection &connection, const QString &table, const QList<Field> &fields,
                                       const QList<Staged> &staged)
{
    Inserts inserts(staged);
    Names names(connection, inserts);
    TableModel::Rows rows;
    for (const Change *change : inserts.of(table)) {
        table::Row row{.key = {change->row}};
        for (const Field &field : fields) {
            if (const auto done = addCell(names, *change, field, inserts, row); !done)
                return std::unexpected(done.error());
        }
        rows.append(row);
    }
    return rows;
}

void NewRows::refresh()
{
    const int generation = ++m_generation;
    const TableShape &shape = m_model.shape();
    const bool hasAny = std::ranges::any_of(m_session.staged(), [&](const Staged &one) {
        return one.change.kind == Kind::Insert && one.change.table == shape.query.table;
    });
    if (!hasAny)
        return take({});
    const auto work = [table = shape.query.table, fields = shape.fields, staged = m_session.staged()](
                          Connection &connection) { return read(connection, table, fields, staged); };
    QCoro::connect(m_session.database().read(work), this, [this, generation](const Result<TableModel::Rows> &rows) {
        if (generation != m_generation)
            return;
        if (!rows)
            return emit failed(rows.error());
        take(*rows);
    });
}

void NewRows::take(const TableModel::Rows &rows)
{
    m_model.setNew(rows);
    const auto sought
        = std::ranges::find_if(rows, [&](const table::Row &row) { return row.key.constFirst() == m_sought; });
    if (sought == rows.end())
        return;
    m_sought.clear();
    emit found(int(sought - rows.begin()));
}

void NewRows::seek(const QString &standIn)
{
    m_sought = standIn;
    refresh();
}
